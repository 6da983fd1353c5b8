import { recheckAt, revisionOf, type ShownItem } from '../src/article/recheck.ts'
import type { Sighting } from '../src/store/articles.ts'
import type { Database } from '../src/store/database.ts'
import { articlesLookedAt, placeOf, reviseItems, scheduleRechecks } from '../src/store/known-items.ts'

/** known entries as their feeds show them now → their rows, and the pages to look at again; returns those that changed. Wants a transaction. */
export async function noteRevisions(
  db: Database,
  known: ReadonlyMap<string, ShownItem>,
  sightings: readonly Sighting[],
  now: Date,
): Promise<readonly Sighting[]> {
  const revised = { noted: [] as Sighting[], changed: [] as Sighting[] }
  for (const sighting of sightings) {
    const before = known.get(placeOf(sighting))
    const revision = before === undefined ? 'none' : revisionOf(before, sighting)
    if (revision !== 'none') revised[revision].push(sighting)
  }
  await reviseItems(db, revised.noted)
  const articles = await reviseItems(db, revised.changed)
  const due = (await articlesLookedAt(db, articles)).flatMap((article) => {
    const at = recheckAt(article, now)
    return at === null ? [] : [{ id: article.id, at }]
  })
  await scheduleRechecks(db, due)
  return revised.changed
}

import { and, count, eq, isNull } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import { type Constraints, constraintsOf } from '../story/constraints.ts'
import { planLinks, type Wanted } from '../story/links-of-edit.ts'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import { type LockedStory, lockStories, type MembershipRow, storiesOf } from './locked-stories.ts'
import { type EditOutcome, refuse } from './refusal.ts'
import { bundle, bundleWording, story } from './schema.ts'
import { activeConstraints, addMark, releaseMark } from './story-constraints.ts'
import { type By, createStory, inEdit, insertEdit, type Move, refuseContradiction, writeChange } from './story-edits.ts'

const read = async (db: Database): Promise<Constraints> => constraintsOf(await activeConstraints(db))

/** All articles of one story go to another, which all of them then must stay with: a chain of must-links through both. */
export function mergeStories(
  db: Database,
  { from, into }: { from: StoryId; into: StoryId },
  by: By,
): Promise<EditOutcome> {
  return inEdit(db, async (tx) => {
    const stories = await lockStories(tx, [from, into])
    const [source, target] = [stories.resolved(from), stories.resolved(into)]
    if (source.id === target.id)
      refuse('nothing-to-do', `stories ${from} and ${into} are one story already (${target.id})`)
    const constraints = await read(tx)
    for (const one of [source, target]) refuseLocked(constraints, one)
    const links = await planned(tx, constraints, { together: idsOf([...target.members, ...source.members]) })
    const moves = placed(source.members, target.id, `story ${source.id} was merged into story ${target.id}`, by)
    const edit = await writeChange(tx, stories, { kind: 'merge', moves, links, ...marksOf(constraints) }, by)
    const merged = `Merged story ${source.id} into story ${target.id}: ${counted(moves)} moved`
    return { edit, text: `${merged}${await wordsTold(tx, source.id)}` }
  })
}

/** What becomes of the words that editors said in the bundle of a story that is merged; empty where they said none. */
async function wordsTold(db: Database, id: StoryId): Promise<string> {
  const [row] = await db
    .select({ bundle: bundle.id, count: count() })
    .from(bundle)
    .innerJoin(bundleWording, and(eq(bundleWording.bundleId, bundle.id), isNull(bundleWording.releasedAt)))
    .where(eq(bundle.storyId, id))
    .groupBy(bundle.id)
  if (row === undefined) return ''
  const { bundle: its, count: all } = row
  const sentences = all === 1 ? '1 sentence' : `${all} sentences`
  return `; what editors say in its bundle ${its} (${sentences}) comes along where the other bundle has the same sentence, the rest stays readable: \`parallax bundles versions ${its}\``
}

/**
 * The named articles become a story of their own; the id stays with the rest. Each part is tied by a chain of must-links, so that
 * one cannot-link between the two keeps all of one from all of the other.
 */
export function splitStory(
  db: Database,
  { from, articles }: { from: StoryId; articles: readonly ArticleId[] },
  by: By,
): Promise<EditOutcome> {
  return inEdit(db, async (tx) => {
    const stories = await lockStories(tx, [from])
    const source = stories.resolved(from)
    const lost = articles.find((id) => !source.members.some(({ articleId }) => articleId === id))
    if (lost !== undefined) refuse('unknown-article', `article ${lost} is not in story ${source.id}`)
    const [named, rest] = [partOf(source, articles, true), partOf(source, articles, false)]
    if (named.length === 0) refuse('nothing-to-do', 'no article is named')
    if (rest.length === 0) refuse('nothing-to-do', `these are all articles of story ${source.id}: nothing would remain`)
    const constraints = await read(tx)
    const links = [
      ...(await planned(tx, constraints, { together: idsOf(named), apart: idsOf(rest) })),
      ...(await planned(tx, constraints, { together: idsOf(rest) })),
    ]
    const created = await createStory(tx, source, named)
    const all = { ...stories, byId: new Map([...stories.byId, [created.id, created]]) }
    const moves = placed(named, created.id, `split from story ${source.id}`, by)
    const edit = await writeChange(tx, all, { kind: 'split', moves, links, ...marksOf(constraints) }, by)
    return { edit, text: `Split story ${source.id}: ${counted(moves)} went to the new story ${created.id}` }
  })
}

/** Articles go to another story: each is tied to its first article, and kept apart from the first of those that it leaves behind. */
export function moveArticles(
  db: Database,
  { articles, to }: { articles: readonly ArticleId[]; to: StoryId },
  by: By,
): Promise<EditOutcome> {
  return inEdit(db, async (tx) => {
    const homes = await storiesOf(tx, articles)
    const stories = await lockStories(tx, [...new Set([...homes.values(), to])])
    const target = stories.resolved(to)
    const rows = [...stories.byId.values()].flatMap(({ members }) => members)
    const leaving = rows.filter(({ articleId, storyId }) => homes.has(articleId) && storyId !== target.id)
    if (leaving.length === 0) refuse('nothing-to-do', `story ${target.id} has these articles already`)
    const constraints = await read(tx)
    refuseLocked(constraints, target)
    const links = []
    const meeting = idsOf(target.members)
    for (const home of new Set(leaving.map(({ storyId }) => storyId))) {
      const [own, left] = [leaving, rows].map((some) => some.filter(({ storyId }) => storyId === home))
      const gone = new Set(idsOf(leaving))
      const behind = idsOf(left ?? []).filter((id) => !gone.has(id))
      for (const id of idsOf(own ?? []))
        links.push(
          ...(await planned(tx, constraints, { together: [id, ...meeting.slice(0, 1)], meeting, apart: behind })),
        )
    }
    const moves = placed(leaving, target.id, `moved to story ${target.id}`, by)
    const edit = await writeChange(tx, stories, { kind: 'move', moves, links, ...marksOf(constraints) }, by)
    return { edit, text: `Moved ${counted(moves)} to story ${target.id}` }
  })
}

export type Marking = 'lock' | 'unlock' | 'pin' | 'unpin'

/** Locks a story (it gains no more articles) or pins it (it never expires), or ends that. */
export function markStory(
  db: Database,
  { id, marking }: { id: StoryId; marking: Marking },
  by: By,
): Promise<EditOutcome> {
  return inEdit(db, async (tx) => {
    const target = (await lockStories(tx, [id])).resolved(id)
    const row = { kind: marking, undoes: null, stories: [target.id], articles: [], details: { moved: [], states: [] } }
    const edit = await insertEdit(tx, row, by)
    if (marking === 'pin') await reopenStory(tx, target.id)
    const said = { edit, actor: by.actor, note: by.note, at: by.now }
    const kind = marking.endsWith('lock') ? 'lock' : 'pin'
    const isNew = await (marking === kind ? addMark : releaseMark)(tx, kind, target.id, said)
    const already = marking === kind ? 'already' : 'not'
    if (!isNew) refuse('nothing-to-do', `story ${target.id} is ${already} ${kind === 'lock' ? 'locked' : 'pinned'}`)
    return { edit, text: `Story ${target.id}: ${marking} is done` }
  })
}

/** What never expires may gain articles again. */
const reopenStory = (db: Database, id: StoryId) =>
  db
    .update(story)
    .set({ state: 'open' })
    .where(and(eq(story.id, id), eq(story.state, 'closed')))

async function planned(db: Database, constraints: Constraints, wanted: Wanted) {
  const plan = planLinks(constraints, wanted)
  return plan.kind === 'planned' ? plan.links : refuseContradiction(db, plan.contradiction)
}

function refuseLocked(constraints: Constraints, { id }: LockedStory): void {
  if (constraints.isLocked(id)) refuse('locked', `story ${id} is locked: \`parallax stories unlock ${id}\` first`)
}

const partOf = ({ members }: LockedStory, articles: readonly ArticleId[], isNamed: boolean) =>
  members.filter(({ articleId }) => articles.includes(articleId) === isNamed)

const idsOf = (rows: readonly MembershipRow[]) => rows.map(({ articleId }) => articleId)

const placed = (rows: readonly MembershipRow[], to: StoryId, what: string, { actor, note, now }: By): Move[] =>
  rows.map(({ articleId }) => ({
    ...{ article: articleId, to, how: 'editor', similarity: null, settings: 'editor', at: now.toISOString() },
    reason: `${what} by ${actor}${note === null ? '' : `: ${note}`}`,
  }))

const marksOf = (constraints: Constraints) => ({
  isPinned: (id: StoryId) => constraints.isPinned(id),
  isLocked: (id: StoryId) => constraints.isLocked(id),
})

const counted = ({ length }: readonly unknown[]) => (length === 1 ? '1 article' : `${length} articles`)

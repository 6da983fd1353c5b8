import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  deleteStaleLinks,
  linkedStories,
  type StoryLink,
  saveLinkLooks,
  saveStoryLinks,
  storiesToLink,
} from '../../src/store/story-links.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

const now = new Date('2026-02-06T09:00:00Z')
const as = { settings: 'links-1', now }
let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.drop())

async function stories(count: number): Promise<StoryId[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into story (opened_at, last_article_at) select $1, $1 from generate_series(1, $2) returning id::text`,
    [now, count],
  )
  return rows.map(({ id }) => storyId(id))
}

const merge = (story: StoryId | undefined, into: StoryId | undefined) =>
  database.pool.query(`update story set state = 'merged', merged_into = $2 where id = $1`, [story, into])

function pair(from: StoryId | undefined, to: StoryId | undefined, more: Partial<StoryLink> = {}): StoryLink {
  if (from === undefined || to === undefined) throw new Error('no such story')
  return { kind: 'same-event', from, to, score: 2, reason: 'shares Port Varrow', ...more }
}

const linked = async (id: StoryId | undefined) =>
  (await linkedStories(database.db, id as StoryId)).map(({ storyId, relation, score }) => [storyId, relation, score])

test('a pair is stored once and renewed', async () => {
  const [a, b] = await stories(2)
  await saveStoryLinks(database.db, [pair(a, b)], as)
  await saveStoryLinks(database.db, [pair(a, b, { score: 3 })], as)
  expect(await linked(a)).toEqual([[b, 'same-event', 3]])
  expect(await linked(b)).toEqual([[a, 'same-event', 3]])
  expect((await database.pool.query('select from story_link')).rowCount).toBe(1)
})

test('a developing event points to its earlier story, and what is said first of a pair stays', async () => {
  const [earlier, later] = await stories(2)
  await saveStoryLinks(database.db, [pair(later, earlier, { kind: 'continues' })], as)
  await saveStoryLinks(database.db, [pair(earlier, later)], as)
  expect(await linked(later)).toEqual([[earlier, 'continues', 2]])
  expect(await linked(earlier)).toEqual([[later, 'continued-by', 2]])
})

test('the same event has no direction: the higher id first is refused', async () => {
  const [a, b] = await stories(2)
  await expect(saveStoryLinks(database.db, [pair(b, a)], as)).rejects.toThrow()
  await expect(saveStoryLinks(database.db, [pair(a, a)], as)).rejects.toThrow()
})

test('links resolve through merges, from either end and over several', async () => {
  const [a, b, c, d, e] = await stories(5)
  await saveStoryLinks(database.db, [pair(a, b), pair(c, e, { score: 5 })], as)
  await merge(b, d)
  expect(await linked(a)).toEqual([[d, 'same-event', 2]])
  expect(await linked(b)).toEqual([[a, 'same-event', 2]])
  await merge(d, e)
  expect(await linked(a)).toEqual([[e, 'same-event', 2]])
  expect(await linked(d)).toEqual([
    [a, 'same-event', 2],
    [c, 'same-event', 5],
  ])
  await merge(a, c)
  expect(await linked(c)).toEqual([[e, 'same-event', 5]])
  await merge(c, e)
  expect(await linked(e)).toEqual([])
})

test('a link that does not hold any more goes, where both ends were looked at', async () => {
  const [a, b, c, closed] = await stories(4)
  await saveStoryLinks(database.db, [pair(a, b), pair(a, c), pair(a, closed), pair(b, c)], as)
  const compared = [a, b, c].flatMap((id) => id ?? [])
  const gone = await deleteStaleLinks(database.db, { changed: compared.slice(0, 1), compared, kept: [pair(a, b)] })
  expect(gone).toBe(1)
  expect((await linked(a)).map(([id]) => id)).toEqual([b, closed])
  expect((await linked(c)).map(([id]) => id)).toEqual([b])
})

test('an open story is due until it was looked at as it is now, under the settings of today', async () => {
  const [a, b, c] = await stories(3)
  await database.pool.query(`update story set state = 'closed' where id = $1`, [c])
  const due = async (settings = 'links-1') =>
    (await storiesToLink(database.db, { settings, limit: 10 })).map(({ id }) => id)
  expect(await due()).toEqual([a, b])
  await saveLinkLooks(database.db, await storiesToLink(database.db, { settings: 'links-1', limit: 10 }), 'links-1')
  expect(await due()).toEqual([])
  await database.pool.query('update story set revision = 2 where id = $1', [b])
  expect(await due()).toEqual([b])
  expect(await due('links-2')).toEqual([a, b])
  expect(await storiesToLink(database.db, { settings: 'links-2', limit: 1 })).toEqual([{ id: a, revision: 1 }])
})

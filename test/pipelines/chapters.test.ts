import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { createReading } from '../../src/cli/reading.ts'
import { allArticles } from '../../src/store/all-articles.ts'
import { chaptersBefore } from '../../src/store/chapters.ts'
import { mergeStories } from '../../src/store/edit-stories.ts'
import { type PublishedBundle, publishedBundles } from '../../src/store/reading.ts'
import { saveStoryLinks } from '../../src/store/story-links.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { archiveProblems } from '../bundle/unsound-archive.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type RecordedWorld, recordedWorld } from '../world.ts'

let world: RecordedWorld
let database: TestDatabase
const now = new Date('2026-03-12T07:00:00Z')

beforeAll(async () => {
  world = await recordedWorld()
  database = await testDatabase()
  await world.runAll(database)
}, 120_000)
afterAll(async () => {
  await world.close()
  await database.drop()
})

async function bundleAbout(word: string): Promise<PublishedBundle> {
  const page = await publishedBundles(database.db, { limit: 100 })
  const [found] = 'bundles' in page ? page.bundles.filter(({ document }) => document.headline.text.includes(word)) : []
  if (!found) throw new Error(`no bundle has ${word} in its headline`)
  return found
}

/** Says that one story continues another, and writes its bundle again. */
async function continued(from: string, to: string): Promise<void> {
  const link = { kind: 'continues', from: storyId(from), to: storyId(to), score: 3, reason: 'shares Fenwick' } as const
  await saveStoryLinks(database.db, [link], { settings: 'test', now })
  await database.pool.query('update story set revision = revision + 1 where id = $1', [from])
  await world.runAll(database)
}

test('a bundle tells of the chapters before it: their dates, words of theirs that stand there, and where to read them', async () => {
  const [closing, hearing, rescue] = [
    await bundleAbout('shut'),
    await bundleAbout('testimony'),
    await bundleAbout('bids'),
  ]
  await continued(hearing.document.story, closing.document.story)
  await continued(rescue.document.story, hearing.document.story)
  const { document } = await bundleAbout('bids')
  expect(document.earlier).toEqual([
    expect.objectContaining({ story: hearing.document.story, bundle: hearing.id }),
    expect.objectContaining({
      story: closing.document.story,
      bundle: closing.id,
      headline: closing.document.headline.text,
    }),
  ])
  const told = document.context.filter(({ rule }) => rule?.startsWith('earlier-chapter'))
  expect(told.map(({ text }) => text.slice(0, 60))).toEqual([
    expect.stringMatching(/^On 9 March 2026, two days earlier, \S/),
    expect.stringMatching(/^On 10 March 2026, the day before, \S/),
  ])
  expect(archiveProblems(document, await stored())).toEqual([])
  expect(document.dropped).toEqual({})
  const rows = await database.pool.query(
    `select count(*)::int as count from claim join evidence on claim_id = claim.id join membership using (article_id)
     where rule like 'earlier-chapter%' and story_id = $1`,
    [closing.document.story],
  )
  expect(rows.rows[0].count).toBeGreaterThan(0)
  const app = createApp({ reading: createReading(database.db), now: () => now })
  const page = await (await app.request(`/stories/${rescue.id}`)).text()
  expect(page).toContain(`<a href="/stories/${closing.id}">`)
  expect(page).not.toContain('no longer listed')
})

test('a number that an earlier chapter gave otherwise is told with both days, and both sentences', async () => {
  const { document } = await bundleAbout('testimony')
  const [history] = document.context.filter(({ rule }) => rule?.startsWith('number-history'))
  expect(history?.text).toMatch(
    /^Where Freight & Metal gives \$1,100 a ton on 10 March 2026, it gave \$1,085 a ton on 9 March 2026: “.+”$/,
  )
  expect(archiveProblems(document, await stored())).toEqual([])
})

async function stored() {
  const articles = await allArticles(database.db)
  return articles.map(({ publishedAt, ...one }) => ({
    ...one,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  }))
}

test('chapters are followed through merges, and in no circle', async () => {
  const rescue = storyId((await bundleAbout('bids')).document.story)
  const chain = async (id: StoryId) => (await chaptersBefore(database.db, id, 9)).map((chapter) => chapter.id)
  const [hearing, closing] = (await chain(rescue)) as [StoryId, StoryId]
  expect(await chain(closing)).toEqual([])
  expect(await chaptersBefore(database.db, rescue, 1)).toHaveLength(1)
  await mergeStories(database.db, { from: hearing, into: rescue }, { actor: 'operator:ann', note: null, now })
  expect(await chain(rescue)).toEqual([closing])
  expect(await chain(hearing)).toEqual([closing])
  const back = { kind: 'continues', from: closing, to: hearing, score: 3, reason: 'shares Fenwick' } as const
  await database.pool.query('delete from story_link where from_story = $1', [hearing])
  await saveStoryLinks(database.db, [back], { settings: 'test', now })
  expect(await chain(closing)).toEqual([rescue])
})

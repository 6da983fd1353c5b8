import { afterEach, beforeEach, expect, test } from 'vitest'
import { chapterMemory, continueStories } from '../../pipelines/continue.ts'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { storyText } from '../../src/cli/stories-text.ts'
import { saveExtracted } from '../../src/store/articles.ts'
import { shownStory } from '../../src/store/shown-stories.ts'
import { joinStory, openStory } from '../../src/store/stories.ts'
import { linkedStories } from '../../src/store/story-links.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { pageThatSaysLittle } from '../store/extracted.ts'
import { type ChapterTold, harbourFestival, landslide, otherLandslide } from '../story/sagas.ts'

const now = new Date('2026-02-21T06:00:00Z')
let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
  await database.pool.query(`insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
    values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())`)
})
afterEach(() => database.drop())

async function extracted(title: string, text: string, when: Date): Promise<ArticleId> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at)
     select 'ledger', url, url, 'ledger.example', $1, $1
     from (select 'https://ledger.example/' || gen_random_uuid() as url) as page returning id::text`,
    [when],
  )
  const id = articleId(rows[0]?.id ?? '')
  const article = { ...pageThatSaysLittle, title, text, lang: 'en-GB' }
  await saveExtracted(database.db, id, article, { publishedAt: when, titleKey: null, now })
  return id
}

async function added(story: StoryId | null, { day, titles, text }: ChapterTold, at: number): Promise<StoryId> {
  const articleAt = new Date(Date.parse(day) + at * 3_600_000)
  const id = await extracted(titles[at] ?? '', text, articleAt)
  const decision = { articleId: id, similarity: null, reason: 'test', settings: 'test', articleAt }
  const joined = await database.db.transaction((tx) =>
    story === null ? openStory(tx, decision, now) : joinStory(tx, story, decision, now),
  )
  return joined ?? storyId('')
}

async function opened(told: ChapterTold): Promise<StoryId> {
  return added(await added(null, told, 0), told, 1)
}

const run = (memory = chapterMemory(), options: { atMost?: number } = {}) =>
  continueStories({ db: database.db, clock: { now: () => now } }, memory, options)

const relations = async (id: StoryId) =>
  (await linkedStories(database.db, id)).map(({ relation, storyId }) => [relation, storyId])

const [slideTold, inquiryTold, trialTold] = landslide as [ChapterTold, ChapterTold, ChapterTold]

test('the chapters of a saga become a chain, closed ones too, and a second run has nothing to do', async () => {
  const memory = chapterMemory()
  const slide = await opened(slideTold)
  await database.pool.query(`update story set state = 'closed'`)
  const [inquiry, festival, elsewhere] = [
    await opened(inquiryTold),
    await opened(harbourFestival),
    await opened(otherLandslide),
  ]
  expect(await run(memory)).toEqual({ stories: 3, continued: 1 })
  const trial = await opened(trialTold)
  expect(await run(memory)).toEqual({ stories: 1, continued: 1 })
  expect(await relations(trial)).toEqual([['continues', inquiry]])
  expect(await relations(inquiry)).toEqual([
    ['continues', slide],
    ['continued-by', trial],
  ])
  expect(await relations(festival)).toEqual([])
  expect(await relations(elsewhere)).toEqual([])
  expect(await run(memory)).toEqual({ stories: 0, continued: 0 })
  // A process that begins anew remembers nothing, and links nothing otherwise.
  expect(await run()).toEqual({ stories: 2, continued: 0 })
})

test('a story of one article waits for its second', async () => {
  const memory = chapterMemory()
  const slide = await opened(slideTold)
  const inquiry = await added(null, inquiryTold, 0)
  expect(await run(memory)).toEqual({ stories: 1, continued: 0 })
  await added(inquiry, inquiryTold, 1)
  expect(await run(memory)).toEqual({ stories: 1, continued: 1 })
  expect(await relations(slide)).toEqual([['continued-by', inquiry]])
})

test('a run that may do little does the newest first, and the next one goes on', async () => {
  const memory = chapterMemory()
  const [slide, inquiry, trial] = [await opened(slideTold), await opened(inquiryTold), await opened(trialTold)]
  expect(await run(memory, { atMost: 1 })).toEqual({ stories: 1, continued: 1 })
  expect(await relations(trial)).toEqual([['continues', inquiry]])
  expect(await run(memory, { atMost: 1 })).toEqual({ stories: 1, continued: 1 })
  expect(await relations(slide)).toEqual([['continued-by', inquiry]])
})

test('what a story merged into another continued is not looked for again', async () => {
  await opened(slideTold)
  const inquiry = await opened(inquiryTold)
  expect((await run()).continued).toBe(1)
  const festival = await opened(harbourFestival)
  await database.pool.query(`update story set state = 'merged', merged_into = $2 where id = $1`, [inquiry, festival])
  expect(await run()).toEqual({ stories: 1, continued: 0 })
})

test('an editor sees what a story continues and what continues it', async () => {
  const [slide, inquiry] = [await opened(slideTold), await opened(inquiryTold)]
  await run()
  const shown = async (id: StoryId) => {
    const story = await shownStory(database.db, id)
    if (story === null) throw new Error('no such story')
    return storyText({
      ...{ story, articles: [], constraints: [], edits: [] },
      links: await linkedStories(database.db, id),
    })
  }
  expect(await shown(inquiry)).toMatch(
    new RegExp(`continues story ${slide}: shares .*Ana Brisk.*; last article 7 days before`),
  )
  expect(await shown(slide)).toContain(`continued by story ${inquiry}`)
})

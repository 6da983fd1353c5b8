import { afterEach, expect, test } from 'vitest'
import type { ExtractedArticle } from '../../src/article/extracted.ts'
import { sourceId } from '../../src/source/source.ts'
import { discoverArticles, type Sighting, saveExtracted, saveItems } from '../../src/store/articles.ts'
import { saveCorrection } from '../../src/store/corrections.ts'
import type { Database } from '../../src/store/database.ts'
import type { FeedId } from '../../src/store/ids.ts'
import { articlesOfStory, articlesToCluster, openStory } from '../../src/store/stories.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { pageThatSaysLittle } from './extracted.ts'

const now = new Date('2026-03-12T06:00:00Z')
const page = 'https://ledger.example/2026/03/harbor-deal.html'
let database: TestDatabase

afterEach(() => database.drop())

async function openWithFeeds(): Promise<Record<'headlines' | 'business', FeedId>> {
  database = await testDatabase()
  await database.pool.query(`insert into source (id, name, home, country, languages, kind, reach, owner, created_at, updated_at)
    values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', 'Ledger Trust', now(), now())`)
  const { rows } = await database.pool.query<{ id: FeedId }>(
    `insert into feed (source_id, url, host, section, next_check_at, created_at) values
      ('ledger', 'https://ledger.example/headlines.xml', 'ledger.example', 'headlines', now(), now()),
      ('ledger', 'https://ledger.example/business.xml', 'ledger.example', 'business', now(), now()) returning id::text`,
  )
  return { headlines: rows[0]?.id as FeedId, business: rows[1]?.id as FeedId }
}

const seenIn = (feedId: FeedId, publishedAt: Date): Sighting => ({
  ...{ feedId, sourceId: sourceId('ledger'), key: page, canonicalUrl: page, fetchUrl: `${page}?from=${feedId}` },
  ...{ title: 'Harbor deal', summary: null, content: null, author: null, publishedAt, updatedAt: null },
})

async function sight(db: Database, sighting: Sighting) {
  const articles = await discoverArticles(db, [sighting], now)
  const id = articles.get(page)?.id
  if (id === undefined) throw new Error('not discovered')
  await saveItems(db, [{ ...sighting, articleId: id }], now)
  return id
}

test.each([
  ['the front page', ['headlines', 'business']],
  ['the business desk', ['business', 'headlines']],
] as const)('an article reads the same when %s is polled first', async (_, order) => {
  const feeds = await openWithFeeds()
  const dates = { headlines: new Date('2026-03-11T10:00:00Z'), business: new Date('2026-03-11T09:00:00Z') }
  let id = await sight(database.db, seenIn(feeds[order[0]], dates[order[0]]))
  id = await sight(database.db, seenIn(feeds[order[1]], dates[order[1]]))
  await saveExtracted(database.db, id, pageThatSaysLittle, { publishedAt: null, titleKey: null, now })
  const [row] = await articlesToCluster(database.db, { language: 'en', limit: 10 })
  expect(row).toMatchObject({ sections: ['business', 'headlines'], publishedAt: dates.business })
})

test('what the page says stands before what feeds say', async () => {
  const feeds = await openWithFeeds()
  const id = await sight(database.db, seenIn(feeds.business, new Date('2026-03-11T09:00:00Z')))
  const publishedAt = new Date('2026-03-11T08:30:00Z')
  await saveExtracted(
    database.db,
    id,
    { ...pageThatSaysLittle, section: 'Waterfront', wire: 'AP' },
    { publishedAt, titleKey: null, now },
  )
  const [row] = await articlesToCluster(database.db, { language: 'en', limit: 10 })
  expect(row).toMatchObject({ sections: ['Waterfront', 'business'], publishedAt, wire: 'AP' })
})

test('an article keeps the time by which it was placed, whatever a later sighting says', async () => {
  const feeds = await openWithFeeds()
  const articleAt = new Date('2026-03-11T10:00:00Z')
  const id = await sight(database.db, seenIn(feeds.headlines, articleAt))
  await saveExtracted(database.db, id, pageThatSaysLittle, { publishedAt: null, titleKey: null, now })
  const decision = { articleId: id, similarity: null, reason: 'no story open', settings: 'stories-1', articleAt }
  const story = await database.db.transaction((tx) => openStory(tx, decision, now))
  await sight(database.db, seenIn(feeds.business, new Date('2026-03-10T09:00:00Z')))
  const { rows } = await database.pool.query('select article_at from membership')
  expect(rows).toEqual([{ article_at: articleAt }])
  expect(await articlesOfStory(database.db, story ?? ('0' as never))).toHaveLength(1)
})

const pageThatSaysMuch: ExtractedArticle = {
  ...pageThatSaysLittle,
  ...{ modifiedAt: new Date('2026-03-11T12:00:00Z'), langDeclared: 'fr', langDetected: 'en', langDisagrees: true },
  image: { url: 'https://ledger.example/crane.jpg', caption: 'A crane.', credit: 'Jane Doe' },
  ...{ genre: 'analysis', isLiveBlog: true, isPaid: true, wire: 'Meridian Wire' },
  origins: { title: 'json-ld', image: 'open-graph', wire: 'text' },
}
const kept = {
  ...{ modified_at: new Date('2026-03-11T12:00:00Z'), lang_declared: 'fr', lang_detected: 'en', lang_disagrees: true },
  ...{ image_url: 'https://ledger.example/crane.jpg', image_caption: 'A crane.', image_credit: 'Jane Doe' },
  ...{ genre: 'analysis', is_live_blog: true, is_paid: true, wire: 'Meridian Wire' },
  origins: { title: 'json-ld', image: 'open-graph', wire: 'text' },
}
const stored = async () => (await database.pool.query('select * from article')).rows[0]

test('what the page says of its article is kept, and where it says so', async () => {
  const feeds = await openWithFeeds()
  const id = await sight(database.db, seenIn(feeds.business, now))
  await saveExtracted(database.db, id, pageThatSaysMuch, { publishedAt: null, titleKey: null, now })
  expect(await stored()).toMatchObject(kept)
})

test('a corrected page says anew what it says, and nothing stands for what it does not say', async () => {
  const feeds = await openWithFeeds()
  const id = await sight(database.db, seenIn(feeds.business, now))
  await saveExtracted(database.db, id, pageThatSaysLittle, { publishedAt: null, titleKey: null, now })
  const unsaid = { modified_at: null, image_url: null, genre: null, is_live_blog: false, is_paid: null, wire: null }
  expect(await stored()).toMatchObject(unsaid)
  const correct = (version: number, page: ExtractedArticle) => {
    const { title, authors, lang, section, text } = page
    const values = { title, authors, lang, section, text, publishedAt: null }
    const change = {
      id,
      version,
      changed: ['text'] as const,
      values,
      page,
      titleKey: null,
      actor: 'pipeline:extract',
      now,
    }
    return database.db.transaction((tx) => saveCorrection(tx, change))
  }
  await correct(1, pageThatSaysMuch)
  expect(await stored()).toMatchObject({ ...kept, version: 2 })
  await correct(2, pageThatSaysLittle)
  expect(await stored()).toMatchObject({ ...unsaid, version: 3 })
})

test('a page that dates its last change to the future does not date it', async () => {
  const feeds = await openWithFeeds()
  const id = await sight(database.db, seenIn(feeds.business, now))
  const extracted = { ...pageThatSaysMuch, modifiedAt: new Date('2031-01-01T00:00:00Z') }
  await saveExtracted(database.db, id, extracted, { publishedAt: null, titleKey: null, now })
  expect(await stored()).toMatchObject({ modified_at: null, genre: 'analysis' })
})

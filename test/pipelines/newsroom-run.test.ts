import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { claimsOf } from '../../src/bundle/claims-of.ts'
import type { BundleDocument } from '../../src/bundle/document.ts'
import { allArticles } from '../../src/store/all-articles.ts'
import { publishedBundle, publishedBundles } from '../../src/store/reading.ts'
import { evaluateStories } from '../../src/story/evaluate.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { ask } from '../newsroom/ask.ts'
import { readGold } from '../newsroom/gold.ts'
import { type RecordedWorld, recordedWorld } from '../world.ts'

let world: RecordedWorld
let database: TestDatabase
let first: Awaited<ReturnType<RecordedWorld['runAll']>>
const gold = readGold()

beforeAll(async () => {
  world = await recordedWorld()
  database = await testDatabase()
  first = await world.runAll(database)
}, 120_000)
afterAll(async () => {
  await world.close()
  await database.drop()
})

const query = async <Row extends object>(text: string): Promise<Row[]> => (await database.pool.query<Row>(text)).rows

async function documents(): Promise<BundleDocument[]> {
  const page = await publishedBundles(database.db, { limit: 100 })
  return 'bundles' in page ? page.bundles.map(({ document }) => document) : []
}

test('every article of the gold is stored once, under its own address, with its title and date', async () => {
  const stored = await allArticles(database.db)
  const expected = gold.articles.map(({ outlet, path, title, publishedAt }) => ({
    url: `${world.newsroom.origin(outlet)}${path}`,
    title,
    publishedAt,
  }))
  expect(stored.map(({ url, title, publishedAt }) => ({ url, title, publishedAt }))).toEqual(
    expected.sort((a, b) => (a.url < b.url ? -1 : 1)),
  )
})

test('pages that are no articles are counted under their reasons', () => {
  const expected: Record<string, number> = {}
  for (const { reason } of [...gold.expectations.rejected, ...gold.expectations.unreachable]) {
    expected[reason] = (expected[reason] ?? 0) + 1
  }
  expect(first.extract.rejected).toEqual(expected)
  expect(first.extract.postponed).toEqual({})
})

test('feeds that fail are counted under their reasons, the others all answer', async () => {
  const rows = await query<{ url: string; last_outcome: string }>(
    'select url, last_outcome from feed where failures_in_row > 0 order by url',
  )
  const expected = gold.expectations.failingFeeds.map(({ outlet, path, reason }) => ({
    url: `${world.newsroom.origin(outlet)}${path}`,
    last_outcome: reason === 'html' ? 'not-a-feed' : reason,
  }))
  expect(rows).toEqual(expected.sort((a, b) => (a.url < b.url ? -1 : 1)))
})

test('stories agree with the gold: the look-alikes stay apart', async () => {
  const eventOf = new Map(
    gold.articles.map(({ outlet, path, event }) => [`${world.newsroom.origin(outlet)}${path}`, event]),
  )
  const found = (await allArticles(database.db)).map(({ url, story }) => ({
    id: articleId(url),
    story: story ?? 'none',
  }))
  const truth = [...eventOf].map(([url, story]) => ({ id: articleId(url), story }))
  expect(evaluateStories(found, truth).bCubed.f1).toBeGreaterThanOrEqual(0.95)
  const storiesOf = (event: string) =>
    new Set(found.flatMap(({ id, story }) => (eventOf.get(id) === event ? [story] : [])))
  const [one, other] = gold.expectations.lookAlikes
  expect([...storiesOf(one)].filter((story) => storiesOf(other).has(story))).toEqual([])
})

test('the bid for the mill continues the hearing of the day before, and its context tells of it', async () => {
  const titlesOf = (event: string) => gold.articles.filter((one) => one.event === event).map(({ title }) => title)
  const { event, continues } = gold.planted.find(({ continues }) => continues === 'mill-hearing') ?? {}
  const bid = (await documents()).find(({ articles }) =>
    articles.some(({ title }) => titlesOf(event ?? '').includes(title)),
  )
  const earlier = bid?.earlier?.map(({ headline }) => headline)
  expect(titlesOf(continues ?? '')).toContain(earlier?.[0])
  expect(bid?.context.map(({ text }) => text).join(' ')).toMatch(/^On 10 March 2026, the day before, .+ reported: /)
})

test('every quoted claim stands word for word in the stored article, in the document as in the evidence rows', async () => {
  const byId = new Map((await allArticles(database.db)).map((article) => [article.id, article]))
  const claims = (await documents()).flatMap(claimsOf).filter(({ claim }) => claim.basis === 'quoted')
  expect(claims.length).toBeGreaterThan(50)
  for (const { claim } of claims) {
    expect(claim.evidence.length).toBeGreaterThan(0)
    for (const { article, quote } of claim.evidence) {
      const stored = byId.get(article)
      expect(quote && (stored?.title.includes(quote) || stored?.text.includes(quote)), `${claim.text} ← ${quote}`).toBe(
        true,
      )
    }
  }
  const unfounded =
    await query(`select claim.text from claim join evidence on evidence.claim_id = claim.id join article on article.id = evidence.article_id
    where claim.basis = 'quoted' and (evidence.quote is null or (position(evidence.quote in article.title) = 0 and position(evidence.quote in article.text) = 0))`)
  expect(unfounded).toEqual([])
})

test('the event that one side covers says who is missing, and that it was silent', async () => {
  const titles = new Set(
    gold.articles.filter(({ event }) => event === gold.expectations.oneSided.event).map(({ title }) => title),
  )
  const audit = (await documents()).find(({ articles }) => articles.some(({ title }) => titles.has(title)))
  expect(audit?.coverage.missing).toContainEqual({ side: 'left', because: 'silent' })
})

test('a reprinted wire story counts as one source', async () => {
  const reprints = gold.articles.filter(({ reprintOf }) => reprintOf !== null)
  const all = await documents()
  const events = [...new Set(reprints.map(({ event }) => event))]
  expect(events).toHaveLength(5)
  for (const event of events) {
    const copies = reprints.filter((one) => one.event === event)
    const wire = gold.articles.find((one) => one.event === event && one.outlet === copies[0]?.reprintOf)
    const titles = [...copies, ...(wire ? [wire] : [])].map(({ title }) => title)
    const document = all.find(({ articles }) => articles.some(({ title }) => title === wire?.title))
    const groups = document?.articles
      .filter(({ title }) => titles.includes(title))
      .map((article) => article.independenceGroup)
    expect(new Set(groups).size, event).toBe(1)
  }
})

test('the raw page is kept as it came', async () => {
  const [row] = await query<{ url: string; body_brotli: Buffer }>(
    `select url, body_brotli from raw_page where url like '%albion-courier%' limit 1`,
  )
  const body = row && brotliDecompressSync(row.body_brotli)
  const served = await ask(row?.url ?? '')
  expect(body?.equals(served.bytes)).toBe(true)
})

test('every decision on a story says why', async () => {
  const rows = await query<{ how: string; reason: string }>('select how, reason from membership order by seq')
  expect(rows.length).toBe(gold.articles.length)
  const joins = /^(?:shares .+ \(similarity \d\.\d\d\)|no longer near enough to the others since “.+” arrived)/
  for (const { how, reason } of rows) expect(reason).toMatch(how === 'joins' ? joins : /story/)
})

test('bundles are found by their ids, others are unknown', async () => {
  const page = await publishedBundles(database.db, { limit: 2 })
  const [bundle] = 'bundles' in page ? page.bundles : []
  expect(await publishedBundle(database.db, bundle?.id ?? '')).toEqual({ kind: 'found', bundle })
  expect(await publishedBundle(database.db, '999999999')).toEqual({ kind: 'unknown' })
  expect(await publishedBundle(database.db, "1' or true")).toEqual({ kind: 'unknown' })
  const next = await publishedBundles(database.db, {
    limit: 2,
    before: 'next' in page && page.next !== null ? page.next : '',
  })
  expect('bundles' in next && next.bundles.every(({ id }) => id !== bundle?.id)).toBe(true)
  expect(await publishedBundles(database.db, { limit: 2, before: 'nonsense' })).toEqual({ kind: 'bad-cursor' })
})

test('a second pass changes nothing', async () => {
  const counted = `select (select count(*)::int from article) as articles, (select count(*)::int from item) as items, (select count(*)::int from membership) as memberships,
    (select count(*)::int from bundle_version) as versions, (select count(*)::int from change_log) as changes`
  const before = await query(counted)
  const second = await world.runAll(database)
  expect(second.sync).toMatchObject({ added: 0, changed: 0, retired: 0, feedsAdded: 0, ratingsAdded: 0 })
  expect(second.ingest).toMatchObject({ feeds: first.ingest.feeds, discovered: 0 })
  expect(second.ingest.unchanged).toBe(first.ingest.feeds - gold.expectations.failingFeeds.length)
  expect(second.extract).toEqual({ extracted: 0, corrected: 0, rejected: {}, postponed: {} })
  expect(second.cluster).toMatchObject({ articles: 0, opened: 0, joined: 0 })
  expect(second.bundle).toMatchObject({ created: 0, updated: 0 })
  expect(await query(counted)).toEqual(before)
})

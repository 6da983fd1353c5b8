import { afterEach, beforeEach, expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { bundleDocumentSchema } from '../../src/bundle/document.ts'
import { saveBundle } from '../../src/store/bundles.ts'
import { storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type Entry, type SmallOutlet, smallOutlet } from './small-outlet.ts'

let outlet: SmallOutlet
let database: TestDatabase

beforeEach(async () => {
  outlet = await smallOutlet()
  database = await testDatabase()
})
afterEach(async () => {
  await outlet.close()
  await database.drop()
})

const text = [
  'The harbour council voted on Tuesday to close the old iron bridge for two years while its bearings are replaced.',
  'The work will cost 14 million dollars, the council said, and 9,000 drivers a day will have to take the ferry or the long way round.',
  'A petition against the closure gathered 3,100 names within a week. The first lorries will be turned away on April 6.',
]
const bridge: Entry = {
  path: '/bridge',
  title: 'Old iron bridge to close for two years',
  text,
  updated: '2026-03-10T07:00:00Z',
}
const corrected: Entry = {
  ...bridge,
  title: 'Old iron bridge to close for three years',
  text: text.map((paragraph) => paragraph.replace('two years', 'three years')),
}
const minutes = (count: number) => {
  outlet.now = new Date(outlet.now.getTime() + count * 60_000)
}
const query = async <Row extends object>(sql: string): Promise<Row[]> => (await database.pool.query<Row>(sql)).rows

/** Quotes of all versions of all bundles that do not stand in the version of the article that they name. */
const unfounded = () =>
  query(`with words as (
      select id as article_id, version, title, text from article where state = 'extracted'
      union all select article_id, version, title, text from article_version)
    select evidence.quote from evidence left join words using (article_id)
    where evidence.quote is not null and words.version = evidence.article_version
      and position(evidence.quote in words.title) = 0 and position(evidence.quote in words.text) = 0`)

test('a title corrected in the feed brings a new version of the article, and its story a new bundle', async () => {
  outlet.entries = [bridge]
  await outlet.pass(database)
  outlet.entries = [corrected]
  minutes(20)
  const second = await outlet.pass(database)
  expect(second.ingest).toMatchObject({ discovered: 0 })
  expect(second.extract).toMatchObject({ extracted: 0, corrected: 1 })
  expect(second.bundle).toMatchObject({ created: 0, updated: 1 })
  expect(await query('select title, version, recheck_at from article')).toEqual([
    { title: corrected.title, version: 2, recheck_at: null },
  ])
  expect(await query('select version, title, text, changed from article_version')).toEqual([
    { version: 1, title: bridge.title, text: bridge.text.join('\n\n'), changed: ['title', 'text'] },
  ])
  expect(await query('select title from item')).toEqual([{ title: corrected.title }])
  expect(await query(`select actor, details from change_log where kind = 'corrected'`)).toEqual([
    { actor: 'pipeline:extract', details: { version: 2, changed: ['title', 'text'] } },
  ])
  expect(
    await query(
      'select distinct claim.version, article_version from evidence join claim on claim.id = claim_id order by 1',
    ),
  ).toEqual([
    { version: 1, article_version: 1 },
    { version: 2, article_version: 2 },
  ])
  expect(await unfounded()).toEqual([])
})

test('a later change that the feed only dates is found too; a pass after it changes nothing', async () => {
  outlet.entries = [bridge]
  await outlet.pass(database)
  outlet.entries = [
    { ...bridge, text: [...text, 'The ferry will run until midnight.'], updated: '2026-03-10T08:10:00Z' },
  ]
  minutes(20)
  expect((await outlet.pass(database)).extract).toMatchObject({ corrected: 1 })
  expect(await query('select changed from article_version')).toEqual([{ changed: ['text'] }])
  minutes(600)
  const third = await outlet.pass(database)
  expect(third.ingest).toMatchObject({ unchanged: 1 })
  expect(third.extract).toEqual({ extracted: 0, corrected: 0, rejected: {}, postponed: {} })
  expect(third.bundle).toMatchObject({ created: 0, updated: 0 })
  expect(outlet.asked).toEqual([])
})

test('a page that only seems changed, or is gone, leaves its article as it is and is not asked at every poll', async () => {
  outlet.entries = [bridge]
  await outlet.pass(database)
  for (const [updated, asked] of [
    ['2026-03-10T08:10:00Z', ['/bridge']],
    ['2026-03-10T08:20:00Z', []],
  ] as const) {
    outlet.entries = [{ ...bridge, updated }]
    minutes(20)
    expect((await outlet.pass(database)).extract).toMatchObject({ corrected: 0 })
    expect(outlet.asked).toEqual(asked)
  }
  outlet.entries = [{ ...bridge, path: '/moved', id: '/bridge', updated: '2026-03-10T09:00:00Z' }]
  minutes(120)
  expect((await outlet.pass(database)).extract).toMatchObject({ corrected: 0, rejected: {}, postponed: {} })
  expect(await query('select version, state, recheck_at from article')).toEqual([
    { version: 1, state: 'extracted', recheck_at: null },
  ])
})

test('one piece under one title is one article, wherever the outlet shows it', async () => {
  outlet.entries = [
    bridge,
    {
      ...bridge,
      path: '/local/bridge-2',
      title: `UPDATE 1-${bridge.title}`,
      text: [...text, 'The ferry will run until midnight.'],
    },
  ]
  const first = await outlet.pass(database)
  expect(first.extract).toMatchObject({ extracted: 1, rejected: { duplicate: 1 } })
  expect(
    await query(`select count(distinct article_id)::int as articles, count(*)::int as sightings from item`),
  ).toEqual([{ articles: 1, sightings: 2 }])
  const second = await outlet.pass(database)
  expect(second.extract).toMatchObject({ extracted: 0, rejected: {} })
})

test('a page behind a wrapper is fetched at its own address, and known by it', async () => {
  const link = `https://www.google.com/url?url=${encodeURIComponent(`${outlet.origin}/bridge?utm_source=rss`)}`
  outlet.entries = [
    { ...bridge, id: '2', link: '/bridge' },
    { ...bridge, link },
  ]
  expect((await outlet.pass(database)).ingest).toMatchObject({ discovered: 1 })
  expect(await query('select canonical_url, state from article')).toEqual([
    { canonical_url: `${outlet.origin}/bridge`, state: 'extracted' },
  ])
})

test('the next part of a series is an article of its own', async () => {
  const title = 'Harbour questions and answers with the council'
  const other = [
    'Will the market move to the customs house this summer? No, said the council: its roof leaks, and repairs begin only in May.',
    'Who pays for the new benches? A private donor does, who does not wish to be named, and who asked for oak instead of steel.',
    'When does the swimming hall open again? On the first Sunday in June, with a day of free entry for children and their parents.',
  ]
  outlet.entries = [
    { ...bridge, path: '/qa-1', title },
    { ...bridge, path: '/qa-2', title, text: other },
  ]
  expect((await outlet.pass(database)).extract).toMatchObject({ extracted: 2, rejected: {} })
})

test('of two processes that write a story’s first bundle at once one writes it, and the other finds it written', async () => {
  outlet.entries = [bridge]
  await outlet.pass(database)
  const [row] = await query<{ story: string; document: unknown }>(
    'select story_id as story, document from bundle join bundle_version on bundle_id = bundle.id',
  )
  const document = bundleDocumentSchema.parse(row?.document)
  await query('truncate bundle cascade')
  const versions = new Map(document.articles.map(({ id }) => [articleId(id), 1]))
  const composed = { document, versions, publish: true, now: outlet.now, writer: 'test' }
  const story = { id: storyId(document.story), revision: 1 }
  const waiting = () =>
    query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
  const second = await database.db.transaction(async (tx) => {
    expect(await saveBundle(tx, { ...composed, story })).toMatchObject({ outcome: 'created' })
    const other = saveBundle(database.db, { ...composed, story })
    await expect.poll(waiting).toHaveLength(1)
    return () => other
  })
  expect(await second()).toMatchObject({ outcome: 'unchanged', version: 1 })
  expect(await query('select version from bundle_version')).toEqual([{ version: 1 }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostOf } from '../../src/feed/host.ts'
import { type Source, sourceId } from '../../src/source/source.ts'
import { dueFeedsOf } from '../../src/store/feeds.ts'
import { dropPartitionsBefore, ensurePartitions } from '../../src/store/partitions.ts'
import { ratingsOf } from '../../src/store/ratings.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const now = new Date('2026-03-10T00:00:00Z')
const outlet = (id: string, change: Partial<Source> = {}): Source => ({
  ...{
    id: sourceId(id),
    name: id,
    home: `https://${id}.example/`,
    country: 'GB',
    languages: ['en'],
    kind: 'newspaper',
    reach: 'domestic',
    owner: id,
    ownership: 'private',
  },
  ratings: [
    { rater: 'desk', value: 'lean-left', method: 'review', confidence: 0.8, licence: 'CC0', validFrom: '2026-01-01' },
  ],
  feeds: [{ url: `https://${id}.example/rss` }],
  ...change,
})

test('a catalogue is taken over once, changes and retirements are counted and logged, nothing is deleted', async () => {
  const { db, pool } = database
  expect(await syncCatalogue(db, [outlet('one'), outlet('two')], now)).toMatchObject({
    added: 2,
    feedsAdded: 2,
    ratingsAdded: 2,
  })
  expect(await syncCatalogue(db, [outlet('one'), outlet('two')], now)).toMatchObject({
    added: 0,
    changed: 0,
    retired: 0,
    feedsAdded: 0,
    ratingsAdded: 0,
  })
  const moved = outlet('one', { name: 'One!', feeds: [{ url: 'https://one.example/new' }] })
  expect(await syncCatalogue(db, [moved], now)).toMatchObject({
    added: 0,
    changed: 1,
    retired: 1,
    feedsAdded: 1,
    feedsRetired: 2,
  })
  const due = await dueFeedsOf(db, [hostOf('https://one.example/')], now)
  expect([...due.values()].flat().map(({ url }) => url)).toEqual(['https://one.example/new'])
  expect(await syncCatalogue(db, [outlet('one'), outlet('two')], now)).toMatchObject({
    added: 0,
    changed: 2,
    retired: 0,
  })
  const { rows } = await pool.query('select kind, subject_id from change_log order by seq')
  expect(rows.map(({ kind, subject_id }) => `${kind} ${subject_id}`)).toEqual([
    'added one',
    'added two',
    'rated one',
    'rated two',
    'changed one',
    'retired two',
    'changed one',
    'changed two',
  ])
})

test('what the file states otherwise is withdrawn and kept, never rewritten; a later word stands beside it', async () => {
  const { db, pool } = database
  const [first] = outlet('one').ratings
  if (!first) throw new Error('the outlet has a rating')
  const corrected = outlet('one', {
    ratings: [
      { ...first, value: 'right' },
      { ...first, value: 'center', validFrom: '2026-03-01' },
    ],
  })
  const counts = await syncCatalogue(db, [corrected, outlet('two')], now)
  expect(counts).toMatchObject({ ratingsAdded: 2, ratingsWithdrawn: 1 })
  const ratings = (await ratingsOf(db, [sourceId('one')])).get(sourceId('one'))
  expect(ratings?.map(({ value, validFrom }) => `${validFrom} ${value}`)).toEqual([
    '2026-01-01 right',
    '2026-03-01 center',
  ])
  const { rows } = await pool.query('select value from rating where withdrawn_at is not null')
  expect(rows).toEqual([{ value: 'lean-left' }])
  const log = await pool.query(
    `select kind, details->>'value' as value from change_log where subject_id = 'one' order by seq desc limit 3`,
  )
  expect(log.rows.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'rated center',
    'rated right',
    'rating-withdrawn lean-left',
  ])
  expect(await syncCatalogue(db, [corrected, outlet('two')], now)).toMatchObject({
    ratingsAdded: 0,
    ratingsWithdrawn: 0,
  })
})

test('history lies in partitions of a month, which go as a whole', async () => {
  const { db, pool } = database
  await ensurePartitions(db, now)
  await ensurePartitions(db, now)
  const feed = await pool.query('select id from feed limit 1')
  await pool.query(
    `insert into fetch_history (feed_id, at, outcome, took_ms) values ($1, '2026-03-05', 'unchanged', 1), ($1, '2026-04-05', 'unchanged', 1)`,
    [feed.rows[0].id],
  )
  const count = async () => (await pool.query('select count(*)::int as rows from fetch_history')).rows[0].rows
  expect(await dropPartitionsBefore(db, 'fetch_history', new Date('2026-03-31T00:00:00Z'))).toEqual([])
  expect(await count()).toBe(2)
  expect(await dropPartitionsBefore(db, 'fetch_history', new Date('2026-04-01T00:00:00Z'))).toEqual([
    'fetch_history_2026_03',
  ])
  expect(await count()).toBe(1)
})

test('processes that start together make the partitions of a month once', async () => {
  const may = new Date('2031-05-10T00:00:00Z')
  await Promise.all(Array.from({ length: 6 }, () => ensurePartitions(database.db, may)))
  const { rows } = await database.pool.query(
    `select relname from pg_class where relkind = 'r' and relname like 'fetch_history_2031%' order by 1`,
  )
  expect(rows.map(({ relname }) => relname)).toEqual(['fetch_history_2031_05', 'fetch_history_2031_06'])
})

test('what a catalogue brings is known to the planner at once', async () => {
  const { db, pool } = database
  await syncCatalogue(db, [outlet('planned')], now)
  const { rows } = await pool.query(
    "select relname, reltuples >= 1 as known from pg_class where oid in ('source'::regclass, 'feed'::regclass) order by 1",
  )
  expect(rows).toEqual([
    { relname: 'feed', known: true },
    { relname: 'source', known: true },
  ])
})

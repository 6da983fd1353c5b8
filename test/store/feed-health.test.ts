import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFeeds } from '../../src/store/feed-health.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.pool.query(`
    insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
      values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now());
    insert into feed (source_id, url, host, next_check_at, created_at)
      select 'ledger', 'https://ledger.example/' || n, 'ledger.example', now(), '2026-03-08' from generate_series(1, 2) as n`)
})
afterAll(() => database.drop())

const now = new Date('2026-03-10T00:00:00Z')
const poll = (feed: number, at: string, itemsNew: number | null) =>
  database.pool.query(
    `insert into fetch_history (feed_id, at, outcome, took_ms, items_new) select id, $2, 'read', 10, $3 from feed where url like '%/' || $1`,
    [feed, at, itemsNew],
  )

test('what had gathered before a feed was first read is none of a day’s items', async () => {
  await poll(1, '2026-03-08T00:00:00Z', null)
  await poll(1, '2026-03-08T01:00:00Z', 60)
  await poll(2, '2026-03-09T00:00:00Z', 40)
  const counted = async () => (await readFeeds(database.db, {}, now))[0]?.facts.source
  expect(await counted()).toEqual({ items: 0, days: 2 })
  await poll(1, '2026-03-09T01:00:00Z', 3)
  await poll(2, '2026-03-09T02:00:00Z', 4)
  expect(await counted()).toEqual({ items: 7, days: 2 })
})

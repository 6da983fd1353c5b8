import { afterAll, beforeAll, expect, test } from 'vitest'
import { learn } from '../../pipelines/learn.ts'
import { healthOf, paceFinding } from '../../src/feed/health.ts'
import { readFeeds, readPaces } from '../../src/store/feed-health.ts'
import { ensurePartitions } from '../../src/store/partitions.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
const dayMs = 86_400_000
const start = new Date('2026-03-02T12:00:00Z')
const after = (days: number) => new Date(start.getTime() + days * dayMs)

beforeAll(async () => {
  database = await testDatabase()
  for (const month of [0, 31, 62]) await ensurePartitions(database.db, after(month))
  await database.pool.query(`
    insert into source (id, name, home, country, languages, kind, reach, least_items_a_day, most_items_a_day, created_at, updated_at)
      values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', null, null, now(), now()),
             ('stated', 'The Stated', 'https://stated.example/', 'US', '{en}', 'newspaper', 'domestic', 1, 2, now(), now());
    insert into feed (source_id, url, host, next_check_at, created_at, reached_at, last_new_at)
      select id, home || 'rss', 'ledger.example', now(), '2026-03-02', now(), now() from source`)
})
afterAll(() => database.drop())

async function poll(day: number, itemsNew: number) {
  await database.pool.query(
    `insert into fetch_history (feed_id, at, outcome, took_ms, items_new) select id, $1, 'read', 10, $2 from feed`,
    [after(day), itemsNew],
  )
}
const learnAt = (day: number) => learn({ db: database.db, clock: { now: () => after(day) } })
const stateAt = async (day: number, source: string) => {
  const [feed] = await readFeeds(database.db, { source }, after(day))
  return feed && healthOf({ ...feed.facts, lastNewAt: after(day) }, after(day))
}

test('what a source brings is learned after two weeks and stated, so that silence is a finding; the file goes before it', async () => {
  await poll(0, 500)
  for (let day = 1; day <= 14; day++) await poll(day, 70)
  expect(await learnAt(14)).toBe(0)
  expect(await learnAt(15)).toBe(2)
  expect(await learnAt(16)).toBe(0)
  const learned = await database.pool.query('select learned_least, learned_most, learned_days from source')
  expect(learned.rows[0]).toEqual({ learned_least: 35, learned_most: 140, learned_days: 14 })
  const log = await database.pool.query('select actor, kind, details from change_log')
  expect(log.rows[0]).toEqual({ actor: 'pipeline:learn', kind: 'learned', details: { least: 35, most: 140, days: 14 } })
  expect(await stateAt(15, 'ledger')).toMatchObject({ state: 'healthy' })
  expect(await stateAt(15, 'stated')).toMatchObject({ state: 'flooding', why: expect.stringContaining('at most 2') })

  for (let day = 15; day <= 45; day++) await poll(day, 3)
  expect(await stateAt(45, 'ledger')).toEqual({
    ...{
      state: 'quiet',
      why: expect.stringMatching(/items a day from this source; normal is at least 35, as was learned$/),
    },
  })
  const paces = await readPaces(database.db, after(45))
  expect(paces.map(({ id, normal, counted }) => `${id} ${paceFinding(counted, normal)?.state}`)).toEqual([
    ...['ledger quiet', 'stated flooding'],
  ])
  // A month later the silence has not become the normal.
  expect(await learnAt(46)).toBe(0)
})

import { expect, test } from 'vitest'
import { housekeep } from '../../pipelines/housekeep.ts'
import { testDatabase } from '../database.ts'

test('months that are too old go as a whole, those to come are there', async () => {
  const database = await testDatabase()
  const at = (now: string) => ({ db: database.db, clock: { now: () => new Date(now) } })
  const keeping = { rawPageDays: 30, historyDays: 60 }
  expect(await housekeep(at('2026-01-15T00:00:00Z'), keeping)).toEqual([])
  expect(await housekeep(at('2026-02-20T00:00:00Z'), keeping)).toEqual([])
  expect(await housekeep(at('2026-03-05T00:00:00Z'), keeping)).toEqual(['raw_page_2026_01'])
  expect(await housekeep(at('2026-04-15T00:00:00Z'), keeping)).toEqual(['raw_page_2026_02', 'fetch_history_2026_01'])
  await database.drop()
})

test('vectors go when they have left two windows, but the last ones of their language', async () => {
  const database = await testDatabase()
  await database.pool.query(inserted)
  const vector = async (arrival: number, day: string) =>
    database.pool.query(
      `insert into article_vector select 'en', $1, id, $2, '1', '', '' from article where canonical_url = 'https://ledger.example/a'`,
      [arrival, day],
    )
  await vector(1, '2026-03-01T00:00:00Z')
  await vector(2, '2026-03-18T00:00:00Z')
  await vector(10_002, '2026-03-02T00:00:00Z')
  await housekeep(
    { db: database.db, clock: { now: () => new Date('2026-03-20T00:00:00Z') } },
    { rawPageDays: 30, historyDays: 60 },
  )
  const left = await database.pool.query('select arrival from article_vector order by 1')
  expect(left.rows.map(({ arrival }) => arrival)).toEqual([2, 10_002])
  await database.drop()
})

const inserted = `with outlet as (
    insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
    values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())
    returning id),
  page as (
    insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at)
    select id, 'https://ledger.example/a', 'https://ledger.example/a', 'ledger.example', now(), now() from outlet
    returning id)
  insert into raw_page select id, at, 'https://ledger.example/a', null, '', '' from page,
    unnest('{2026-01-10T00:00:00Z,2026-03-10T00:00:00Z}'::timestamptz[]) as at`

test('pages that came before their partition go when they are too old; where none are to be kept, all go at once', async () => {
  const database = await testDatabase()
  const parts = { db: database.db, clock: { now: () => new Date('2026-03-12T00:00:00Z') } }
  const left = async () => (await database.pool.query(`select fetched_at::text from raw_page`)).rows.length
  await database.pool.query(inserted)
  expect(await housekeep(parts, { rawPageDays: 30, historyDays: 60 })).toEqual([])
  expect(await left()).toBe(1)
  expect(await housekeep(parts, { rawPageDays: 0, historyDays: 60 })).toEqual(['raw_page'])
  expect(await left()).toBe(0)
  expect(await housekeep(parts, { rawPageDays: 0, historyDays: 60 })).toEqual([])
  await database.drop()
})

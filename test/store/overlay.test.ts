import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Source } from '../../src/source/source.ts'
import { sourceId } from '../../src/source/source.ts'
import { differencesOf } from '../../src/source/source-difference.ts'
import { adoptAddress } from '../../src/store/feeds.ts'
import { feedId } from '../../src/store/ids.ts'
import { keptSources } from '../../src/store/kept-sources.ts'
import { pauseSource } from '../../src/store/pauses.ts'
import { importRatings } from '../../src/store/ratings.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.pool.query('truncate source, change_log restart identity cascade'))

const now = new Date('2026-03-10T00:00:00Z')
const ann = { actor: 'operator:ann', now }
const said = { method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2026-01-01' }
const harbour: Source = {
  ...{
    id: sourceId('harbour'),
    name: 'Harbour Post',
    home: 'https://harbour.example/',
    country: 'GB',
    languages: ['en'],
  },
  ...{
    kind: 'newspaper',
    reach: 'domestic',
    ownership: 'private',
    owner: 'Harbour',
    ratings: [{ rater: 'desk', value: 'left', ...said }],
  },
  feeds: [{ url: 'https://harbour.example/old', section: 'world' }, { url: 'https://harbour.example/sport' }],
}

const shown = async (...file: Source[]) =>
  differencesOf(file, await keptSources(database.db)).flatMap(({ id, differences }) =>
    differences.map(({ kind, field, text }) => `${id} ${kind} ${field}: ${text}`),
  )

test('what is laid over the file is told from what was not taken up', async () => {
  const { db, pool } = database
  expect(await shown(harbour)).toEqual(['harbour file source: is not taken up yet'])
  await syncCatalogue(db, [harbour], now)
  expect(await shown(harbour)).toEqual([])
  await importRatings(db, [{ sourceId: harbour.id, rater: 'panel', value: 'right', pages: 'all', ...said }], ann)
  await adoptAddress(db, feedId('1'), { url: 'https://harbour.example/new', why: 'redirect', now })
  await pauseSource(db, harbour.id, 'asked us to', ann)
  await pool.query(`update source set learned_least = 3, learned_most = 9, learned_days = 20, learned_at = now()`)
  const overlaid = [
    'harbour overlay feeds: https://harbour.example/old is asked at https://harbour.example/new (redirected for good)',
    'harbour overlay ratings: panel says right from 2026-01-01: imported by operator:ann',
    'harbour overlay paused: paused by operator:ann since 2026-03-10: asked us to',
    'harbour overlay itemsADay: learned from 20 days: least 3, most 9',
  ]
  expect(await shown(harbour)).toEqual(overlaid)
  await syncCatalogue(db, [harbour], now)
  expect(await shown(harbour)).toEqual(overlaid)

  const changed = {
    ...{ ...harbour, name: 'The Harbour Post', feeds: harbour.feeds.slice(0, 1) },
    ratings: [{ rater: 'panel', value: 'left' as const, ...said }],
  }
  expect(await shown(changed)).toEqual([
    'harbour file name: "The Harbour Post" in the file, "Harbour Post" in the database',
    'harbour database feeds: https://harbour.example/sport stands in the file no more',
    overlaid[0],
    'harbour file ratings: panel says left from 2026-01-01: counts for nothing beside the right of the same day that was brought in by operator:ann',
    'harbour database ratings: desk says left from 2026-01-01: stands in the file no more',
    ...overlaid.slice(1),
  ])
  expect(await shown()).toEqual(['harbour database source: stands in the file no more'])
})

test('a feed that the file declares at the address that it had adopted keeps its history', async () => {
  const { db, pool } = database
  await syncCatalogue(db, [harbour], now)
  await adoptAddress(db, feedId('1'), { url: 'https://harbour.example/new', why: 'redirect', now })
  const exported = {
    ...harbour,
    feeds: [{ url: 'https://harbour.example/new' }, { url: 'https://harbour.example/sport' }],
  }
  expect(await syncCatalogue(db, [exported], now)).toMatchObject({ feedsAdded: 0, feedsRetired: 0 })
  const { rows } = await pool.query('select url, adopted_url from feed order by id')
  expect(rows).toEqual([
    { url: 'https://harbour.example/new', adopted_url: null },
    { url: 'https://harbour.example/sport', adopted_url: null },
  ])
  expect(await shown(exported)).toEqual([])
})

test('a pause of the file ends with it, an operator’s does not', async () => {
  const { db, pool } = database
  const pauses = async () => (await pool.query('select actor, reason from source_pause')).rows
  const log = async () =>
    (await pool.query(`select kind from change_log where kind in ('paused', 'resumed') order by seq`)).rows.map(
      ({ kind }) => kind,
    )
  await syncCatalogue(db, [{ ...harbour, paused: 'until Monday' }], now)
  await syncCatalogue(db, [{ ...harbour, paused: 'until Monday' }], now)
  expect(await pauses()).toEqual([{ actor: 'pipeline:sync-sources', reason: 'until Monday' }])
  expect(await shown({ ...harbour, paused: 'until Monday' })).toEqual([])
  await syncCatalogue(db, [harbour], now)
  expect(await pauses()).toEqual([])
  expect(await log()).toEqual(['paused', 'resumed'])
  await pauseSource(db, harbour.id, null, ann)
  await syncCatalogue(db, [{ ...harbour, paused: 'until Monday' }], now)
  await syncCatalogue(db, [harbour], now)
  expect(await pauses()).toEqual([{ actor: 'operator:ann', reason: null }])
})

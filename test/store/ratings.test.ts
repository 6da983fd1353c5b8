import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Rating, type Source, sourceId } from '../../src/source/source.ts'
import { importRatings, listRatings, type NewRating, ratingsOf, withdrawRatings } from '../../src/store/ratings.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.pool.query('truncate source, change_log cascade'))

const now = new Date('2026-03-10T00:00:00Z')
const ann = { actor: 'operator:ann', now }
const harbour = sourceId('harbour')
const stated: Rating = {
  ...{ rater: 'desk', value: 'lean-left', method: 'review', confidence: 0.8, licence: 'CC0-1.0' },
  validFrom: '2026-01-01',
}

const outlet = (ratings: readonly Rating[], change: Partial<Source> = {}): Source => ({
  ...{ id: harbour, name: 'Harbour Post', home: 'https://harbour.example/', country: 'GB', languages: ['en'] },
  ...{
    kind: 'newspaper',
    reach: 'domestic',
    ownership: 'private',
    owner: 'Harbour',
    ratings,
    feeds: [{ url: 'https://harbour.example/rss' }],
  },
  ...change,
})
const imported = (change: Partial<NewRating> = {}): NewRating => ({
  ...{ ...stated, rater: 'panel', value: 'center', sourceId: harbour, pages: 'all' },
  ...change,
})
const standing = async () =>
  (await ratingsOf(database.db, [harbour]))
    .get(harbour)
    ?.map(({ rater, value, origin, pages }) => `${rater} ${value} ${origin}${pages === 'all' ? '' : ` ${pages}`}`)

test('a sync of the file neither removes nor changes what was imported', async () => {
  const { db } = database
  await syncCatalogue(db, [outlet([stated])], now)
  expect(await importRatings(db, [imported()], ann)).toEqual({ added: 1, known: 0 })
  expect(await importRatings(db, [imported()], ann)).toEqual({ added: 0, known: 1 })
  await syncCatalogue(db, [outlet([])], now)
  expect(await standing()).toEqual(['panel center import'])
  await syncCatalogue(db, [outlet([{ ...stated, rater: 'panel', value: 'right' }])], now)
  expect(await standing()).toEqual(['panel center import'])
})

test('what the file states in the same words is taken over by the import, and outlasts the file', async () => {
  const { db } = database
  await syncCatalogue(db, [outlet([stated])], now)
  expect(await importRatings(db, [imported({ ...stated })], ann)).toEqual({ added: 0, known: 1 })
  await syncCatalogue(db, [outlet([])], now)
  expect(await standing()).toEqual(['desk lean-left import'])
})

test('an import is withdrawn with its actor in the log, a rating of the file is not', async () => {
  const { db, pool } = database
  await syncCatalogue(db, [outlet([stated])], now)
  await importRatings(db, [imported(), imported({ value: 'left', pages: 'opinion' })], ann)
  expect(await withdrawRatings(db, { rater: 'desk' }, ann)).toBe(0)
  expect(await withdrawRatings(db, { rater: 'panel', source: 'another' }, ann)).toBe(0)
  expect(await withdrawRatings(db, { rater: 'panel' }, ann)).toBe(2)
  expect(await standing()).toEqual(['desk lean-left file'])
  const { rows } = await pool.query(
    `select kind || ' ' || (details->>'rater') as said from change_log where actor = 'operator:ann' order by seq`,
  )
  expect(rows.map(({ said }) => said)).toEqual([
    ...['rated panel', 'rated panel', 'rating-withdrawn panel', 'rating-withdrawn panel'],
  ])
  expect(await listRatings(db)).toMatchObject([{ rater: 'desk', actor: 'pipeline:sync-sources' }])
})

test('opinion pages carry ratings of their own', async () => {
  const { db, pool } = database
  const opinion = { paths: ['/opinion/'], sections: ['Opinion'], ratings: [{ ...stated, value: 'right' as const }] }
  expect(await syncCatalogue(db, [outlet([stated], { opinion })], now)).toMatchObject({ added: 1, ratingsAdded: 2 })
  expect(await syncCatalogue(db, [outlet([stated], { opinion })], now)).toMatchObject({ changed: 0, ratingsAdded: 0 })
  expect(await standing()).toEqual(['desk lean-left file', 'desk right file opinion'])
  const { rows } = await pool.query('select opinion_paths, opinion_sections from source')
  expect(rows).toEqual([{ opinion_paths: ['/opinion/'], opinion_sections: ['Opinion'] }])
  expect(await syncCatalogue(db, [outlet([stated])], now)).toMatchObject({ changed: 1, ratingsWithdrawn: 1 })
})

test('20,000 ratings come in at once', async () => {
  const { db } = database
  const many = Array.from({ length: 20_000 }, (_, day) =>
    imported({ validFrom: new Date(Date.UTC(1970, 0, 1 + day)).toISOString().slice(0, 10) }),
  )
  await syncCatalogue(db, [outlet([])], now)
  expect(await importRatings(db, many, ann)).toEqual({ added: 20_000, known: 0 })
}, 60_000)

test('a sync of 20,000 rated sources that are known already takes no second look at each with each', async () => {
  const { db } = database
  const many = Array.from({ length: 20_000 }, (_, index) =>
    outlet([stated], { id: sourceId(`s${index}`), feeds: [{ url: `https://s${index}.example/rss` }] }),
  )
  await syncCatalogue(db, many, now)
  const begun = performance.now()
  expect(await syncCatalogue(db, many, now)).toMatchObject({ ratingsAdded: 0, ratingsWithdrawn: 0 })
  expect(performance.now() - begun).toBeLessThan(25_000)
}, 120_000)

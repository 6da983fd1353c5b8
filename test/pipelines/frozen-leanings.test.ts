import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../../pipelines/bundle.ts'
import type { BundleDocument } from '../../src/bundle/document.ts'
import { bundleDocumentSchema } from '../../src/bundle/document.ts'
import { type Source, sourceId } from '../../src/source/source.ts'
import { importRatings } from '../../src/store/ratings.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, storiesOfSizes } from '../store/edited-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const now = at(50)
const said = { method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2026-01-01' }
const outlet = (id: string, change: Partial<Source>): Source => ({
  ...{ id: sourceId(id), name: `The ${id}`, home: `https://${id}.example/`, country: 'US', languages: ['en'] },
  ...{
    kind: 'newspaper',
    reach: 'domestic',
    ownership: 'private',
    owner: id,
    ratings: [],
    feeds: [{ url: `https://${id}.example/rss` }],
  },
  ...change,
})

async function written(version: number): Promise<BundleDocument> {
  await bundle({ db: database.db, clock: { now: () => now } }, { minSources: 1, publish: 'auto', goDeeper: [] })
  return stored(version)
}

async function stored(version: number): Promise<BundleDocument> {
  const { rows } = await database.pool.query('select document from bundle_version where version = $1', [version])
  return bundleDocumentSchema.parse(rows[0].document)
}

test('a bundle keeps the ratings that it used, whatever is imported later; opinion pages lean on their own', async () => {
  const { db, pool } = database
  await storiesOfSizes(database, [3])
  const opinion = { paths: ['/opinion/'], sections: [], ratings: [{ ...said, rater: 'desk', value: 'right' as const }] }
  const ledger = outlet('ledger', { ratings: [{ ...said, rater: 'desk', value: 'lean-left' }], opinion })
  await syncCatalogue(db, [ledger, outlet('coast', {})], now)
  await pool.query(`update article set source_id = 'coast' where id = 1`)
  await pool.query(`update article set canonical_url = 'https://ledger.example/opinion/pier' where id = 3`)

  const first = await written(1)
  expect(first.articles.map(({ id, leaning }) => `${id} ${leaning}`).sort()).toEqual([
    '1 unknown',
    '2 lean-left',
    '3 right',
  ])
  const deskSays = (value: string) => [{ rater: 'desk', value, confidence: 0.8, validFrom: '2026-01-01' }]
  expect(first.sources).toEqual([
    { id: 'coast', name: 'The coast', leaning: 'unknown', spread: 0, ratings: [] },
    {
      ...{ id: 'ledger', name: 'The ledger', leaning: 'lean-left', spread: 0, ratings: deskSays('lean-left') },
      opinion: { leaning: 'right', spread: 0, ratings: deskSays('right') },
    },
  ])
  expect(first.coverage.byLeaning).toMatchObject({ 'lean-left': 1, unknown: 1, right: 0 })
  expect(first.coverage.missing.map(({ side }) => side)).toEqual(['center'])

  const later = { ...said, rater: 'panel', value: 'right', confidence: 1, pages: 'all' } as const
  await importRatings(db, [{ ...later, sourceId: ledger.id }], { actor: 'operator:ann', now })
  expect(await written(1)).toEqual(first)
  await pool.query('update story set revision = revision + 1')
  const second = await written(2)
  expect(second.sources?.[1]).toMatchObject({ leaning: 'lean-right', spread: 3 })
  expect(await stored(1)).toEqual(first)
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedBundle, publishedBundles } from '../../src/store/reading.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const asked = (cursor: string) =>
  publishedBundles(database.db, { limit: 2, before: Buffer.from(cursor).toString('base64url') })

test.each([
  ['no cursor', 'nonsense'],
  ['the year 0', '0000-01-01T00:00:00.000Z 4'],
  ['a day that is none', '2026-02-30T00:00:00.000Z 4'],
  ['an hour that is none', '2026-02-03T25:00:00.000Z 4'],
  ['a time in another spelling', '2026-02-03T04:00Z 4'],
  ['a year of six digits', '+012026-02-03T04:00:00.000Z 4'],
  ['no id', '2026-02-03T04:00:00.000Z '],
  ['an id beyond every id', '2026-02-03T04:00:00.000Z 9999999999999999999'],
  ['more than a cursor', '2026-02-03T04:00:00.000Z 4 5'],
])('%s is refused before the database is asked', async (_, cursor) => {
  expect(await asked(cursor)).toEqual({ kind: 'bad-cursor' })
})

test('no cursor and no id makes the database refuse a question', async () => {
  const time = fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  const cursor = fc.oneof(
    fc.string(),
    fc.tuple(time, fc.oneof(fc.nat(), fc.string())).map((pair) => pair.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(cursor, fc.string(), async (before, id) => {
      const page = await asked(before)
      expect(page).toEqual('kind' in page ? { kind: 'bad-cursor' } : { bundles: [], next: null })
      expect(await publishedBundle(database.db, id)).toEqual({ kind: 'unknown' })
    }),
    { numRuns: 60 },
  )
})

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

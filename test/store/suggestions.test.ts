import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { currentLeaning } from '../../src/source/current-leaning.ts'
import { sourceId } from '../../src/source/source.ts'
import { ratingsOf, withdrawRatings } from '../../src/store/ratings.ts'
import {
  acceptSuggestion,
  listSuggestions,
  type NewSuggestion,
  rejectSuggestion,
  saveSuggestion,
} from '../../src/store/suggestions.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const harbour = sourceId('harbour')
const now = new Date('2026-03-10T08:00:00Z')
const stage = { actor: 'pipeline:suggest', now }
const ann = { actor: 'operator:ann', now }
const made: NewSuggestion = {
  ...{ sourceId: harbour, value: 'lean-left', confidence: 0.7, method: 'words-1' },
  evidence: { words: ['dockers', 'walkout'], cited: ['The Ledger'], stories: ['12'] },
}

beforeEach(async () => {
  await database.pool.query('truncate source, change_log, suggestion restart identity cascade')
  await database.pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     values ('harbour', 'Harbour Post', 'https://harbour.example/', 'GB', '{en}', 'newspaper', 'domestic', now(), now())`,
  )
})

const leaningNow = async () => currentLeaning((await ratingsOf(database.db, [harbour])).get(harbour) ?? [], now).leaning

test('a suggestion is no rating until an editor accepts it, and is then one of “suggested” in their name', async () => {
  const { db, pool } = database
  expect(await saveSuggestion(db, made, stage)).toEqual({ kind: 'saved', id: '1' })
  expect(await leaningNow()).toBe('unknown')
  expect(await listSuggestions(db, { state: 'open' })).toMatchObject([{ ...made, sourceName: 'Harbour Post' }])
  expect(await acceptSuggestion(db, '1', ann)).toMatchObject({ kind: 'accepted' })
  expect(await leaningNow()).toBe('lean-left')
  expect((await ratingsOf(db, [harbour])).get(harbour)).toMatchObject([
    { rater: 'suggested', method: 'words-1, accepted by operator:ann', confidence: 0.7, origin: 'suggestion' },
  ])
  expect(await acceptSuggestion(db, '1', ann)).toMatchObject({ kind: 'decided-before' })
  expect(await rejectSuggestion(db, '1', ann)).toMatchObject({ kind: 'decided-before' })
  const { rows } = await pool.query('select actor, kind from change_log order by seq')
  expect(rows.map(({ actor, kind }) => `${actor} ${kind}`)).toEqual([
    ...['pipeline:suggest suggested', 'operator:ann rated', 'operator:ann suggestion-accepted'],
  ])
  await withdrawRatings(db, { rater: 'suggested' }, ann)
  expect(await leaningNow()).toBe('unknown')
})

test('a rejected leaning is not suggested again, another one is', async () => {
  const { db } = database
  await saveSuggestion(db, made, stage)
  expect(await rejectSuggestion(db, '1', ann)).toMatchObject({ kind: 'rejected' })
  expect(await saveSuggestion(db, made, stage)).toEqual({ kind: 'rejected-before' })
  expect(await saveSuggestion(db, { ...made, value: 'center' }, stage)).toMatchObject({ kind: 'saved' })
  expect(await leaningNow()).toBe('unknown')
})

test('a later suggestion takes the place of an open one, and of two of one day one becomes a rating', async () => {
  const { db } = database
  await saveSuggestion(db, made, stage)
  await saveSuggestion(db, { ...made, value: 'left' }, stage)
  expect((await listSuggestions(db)).map(({ id, state }) => `${id} ${state}`)).toEqual(['1 replaced', '2 open'])
  expect(await acceptSuggestion(db, '2', ann)).toMatchObject({ kind: 'accepted' })
  await saveSuggestion(db, { ...made, value: 'right' }, stage)
  expect(await acceptSuggestion(db, '3', ann)).toMatchObject({ kind: 'rated-today' })
  expect((await listSuggestions(db, { state: 'open' })).map(({ id }) => id)).toEqual(['3'])
})

test('two editors who decide at once do not both', async () => {
  const { db } = database
  await saveSuggestion(db, made, stage)
  const decided = await Promise.all([acceptSuggestion(db, '1', ann), rejectSuggestion(db, '1', ann)])
  expect(decided.filter(({ kind }) => kind === 'decided-before')).toHaveLength(1)
})

test('there is no suggestion under another name', async () => {
  for (const id of ['99', 'one', '1; drop table rating', '9'.repeat(30)])
    expect(await acceptSuggestion(database.db, id, ann)).toEqual({ kind: 'no-such' })
})

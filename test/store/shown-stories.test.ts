import { afterAll, beforeAll, expect, test } from 'vitest'
import { markStory } from '../../src/store/edit-stories.ts'
import { listStories, shownStory } from '../../src/store/shown-stories.ts'
import { closeStoriesBefore } from '../../src/store/stories.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, storiesOfSizes } from './edited-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('each story is listed with its own first title, number of articles and marks', async () => {
  const [one, two, three] = await storiesOfSizes(database, [2, 3, 1])
  if (!one || !two || !three) throw new Error('three stories were asked for')
  const by = { actor: 'operator:ann', note: null, now: at(50) }
  await markStory(database.db, { id: two.id, marking: 'pin' }, by)
  await markStory(database.db, { id: three.id, marking: 'lock' }, by)
  const expected = [
    { id: three.id, title: 'Title 6', articles: 1, marks: ['lock'] },
    { id: two.id, title: 'Title 3', articles: 3, marks: ['pin'] },
    { id: one.id, title: 'Title 1', articles: 2, marks: [] },
  ]
  expect(await listStories(database.db, { limit: 9 })).toMatchObject(expected)
  expect(await shownStory(database.db, two.id)).toMatchObject(expected[1] ?? {})
  expect(await closeStoriesBefore(database.db, at(100))).toBe(2)
  expect(await listStories(database.db, { state: 'open', limit: 9 })).toMatchObject([{ id: two.id }])
})

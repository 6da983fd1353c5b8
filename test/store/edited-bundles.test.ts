import { afterAll, beforeAll, expect, test } from 'vitest'
import { storiesToBundle } from '../../src/store/bundles.ts'
import { mergeStories, splitStory } from '../../src/store/edit-stories.ts'
import { publishedBundle, publishedBundles } from '../../src/store/reading.ts'
import { undoEdit } from '../../src/store/undo-edit.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, storiesOfSizes } from './edited-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const by = { actor: 'operator:ann', note: null, now: at(50) }

/** Two stories of two articles with a published bundle each, up to date. */
async function twoPublished() {
  const [one, two] = await storiesOfSizes(database, [2, 2])
  if (!one || !two) throw new Error('two stories were asked for')
  await database.pool.query(`
    begin;
    insert into bundle (story_id, state, version, created_at, updated_at, published_at) select id, 'published', 1, now(), now(), now() from story order by id;
    insert into bundle_version (bundle_id, version, story_revision, document, writer, at) select id, 1, 1, '{}', 'test', now() from bundle;
    commit`)
  return { one, two }
}

const listed = async () => {
  const page = await publishedBundles(database.db, { limit: 9 })
  return 'bundles' in page ? page.bundles.map(({ id }) => id) : page.kind
}
const due = async () => (await storiesToBundle(database.db, { minSources: 2, limit: 9 })).map(({ id }) => id)

test('the bundle of a merged story leads to where it went, and all that an edit changed is due, however few its sources', async () => {
  const { one, two } = await twoPublished()
  expect([await listed(), await due()]).toEqual([['2', '1'], []])
  await mergeStories(database.db, { from: one.id, into: two.id }, by)
  expect([await listed(), await due()]).toEqual([['2'], [two.id]])
  expect(await publishedBundle(database.db, '1')).toEqual({ kind: 'moved', to: '2' })
  await undoEdit(database.db, undefined, by)
  expect([await listed(), await due()]).toEqual([
    ['2', '1'],
    [one.id, two.id],
  ])
  expect(await publishedBundle(database.db, '1')).toMatchObject({ kind: 'found' })
})

test('a story that a split took articles from is due again', async () => {
  const { two } = await twoPublished()
  await splitStory(database.db, { from: two.id, articles: two.articles.slice(0, 1) }, by)
  expect(await due()).toEqual([two.id])
})

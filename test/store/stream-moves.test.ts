import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { markStory, mergeStories, moveArticles, splitStory } from '../../src/store/edit-stories.ts'
import { resolveStory } from '../../src/store/locked-stories.ts'
import { membershipsWithoutVector } from '../../src/store/stories.ts'
import { activeConstraints } from '../../src/store/story-constraints.ts'
import { moveByStream, type StreamMove } from '../../src/store/stream-moves.ts'
import { undoEdit } from '../../src/store/undo-edit.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, places, storiesOfSizes } from './edited-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const by = { actor: 'operator:ann', note: null, now: at(50) }
const said = { similarity: 0.7, reason: 'shares the name of the harbour', settings: 'stories-2' }
const query = async (text: string) => (await database.pool.query(text)).rows
const moving = (articles: readonly ArticleId[] | 'all', from: StoryId, to: StoryId | 'new'): StreamMove => ({
  ...{ articles, from, to },
  ...said,
})
const byStream = (move: StreamMove) => database.db.transaction((tx) => moveByStream(tx, move, at(40)))

async function twoStories() {
  const [one, two] = await storiesOfSizes(database, [2, 3])
  if (!one || !two) throw new Error('two stories were asked for')
  return { one, two }
}

test('a part of a story goes to another, with the reason, and both are due', async () => {
  const { one, two } = await twoStories()
  const moved = two.articles.slice(0, 1)
  expect(await byStream(moving(moved, two.id, one.id))).toEqual({ kind: 'moved', to: one.id, isEmptied: false })
  expect(
    await query(
      `select story_id::int, how, similarity, reason, settings, seq::int from membership where article_id = 3`,
    ),
  ).toEqual([{ story_id: 1, how: 'joins', ...said, seq: 3 }])
  expect(await query('select state, revision, last_article_at from story order by id')).toEqual([
    { state: 'open', revision: 2, last_article_at: at(3) },
    { state: 'open', revision: 2, last_article_at: at(5) },
  ])
  expect(await query('select actor, kind, subject_id, details from change_log order by seq')).toEqual(
    ['2', '1'].map((subject_id) => ({
      ...{ actor: 'pipeline:cluster', kind: 'move', subject_id },
      details: { from: '2', to: '1', articles: ['3'], ...said },
    })),
  )
  const remembered = await membershipsWithoutVector(database.db, {
    ...{ language: 'und', settings: 'any', since: at(0), counted: 1, afterSeq: '0', limit: 9 },
  })
  expect(remembered.map(({ id, storyId: story }) => `${id} in ${story}`)).toEqual([
    '1 in 1',
    '2 in 1',
    '3 in 1',
    '4 in 2',
    '5 in 2',
  ])
})

test('a part becomes a story of its own that says where it came from', async () => {
  const { two } = await twoStories()
  expect(await byStream(moving(two.articles.slice(1), two.id, 'new'))).toEqual({
    ...{ kind: 'moved', to: '3', isEmptied: false },
  })
  expect(await query('select split_from::int, state, opened_at, last_article_at from story where id = 3')).toEqual([
    { split_from: 2, state: 'open', opened_at: at(4), last_article_at: at(5) },
  ])
  expect(await byStream(moving('all', storyId('3'), 'new'))).toMatchObject({ reason: 'nothing-to-do' })
})

test('a whole story goes into another: its id leads there, the other opens again, and a pin goes along', async () => {
  const { one, two } = await twoStories()
  await markStory(database.db, { id: one.id, marking: 'pin' }, by)
  await query(`update story set state = 'closed' where id = 2`)
  expect(await byStream(moving('all', one.id, two.id))).toEqual({ kind: 'moved', to: two.id, isEmptied: true })
  expect(await resolveStory(database.db, one.id)).toBe(two.id)
  expect(await query('select state, opened_at from story order by id')).toEqual([
    { state: 'merged', opened_at: at(1) },
    { state: 'open', opened_at: at(1) },
  ])
  expect(await activeConstraints(database.db)).toMatchObject([{ kind: 'pin', story: two.id }])
  expect(await byStream(moving('all', one.id, two.id))).toMatchObject({ kind: 'refused', reason: 'stale' })
})

test('a pin that is given back is given to where its story went, and once', async () => {
  const { one, two } = await twoStories()
  const { db } = database
  await markStory(db, { id: one.id, marking: 'pin' }, by)
  await markStory(db, { id: two.id, marking: 'pin' }, by)
  await markStory(db, { id: two.id, marking: 'unpin' }, by)
  await markStory(db, { id: one.id, marking: 'unpin' }, by)
  await byStream(moving('all', one.id, two.id))
  for (const _ of ['pin of one', 'pin of two']) {
    expect(await undoEdit(db, undefined, by)).toMatchObject({ kind: 'done' })
    expect(await activeConstraints(db)).toMatchObject([{ kind: 'pin', story: two.id }])
  }
})

test('nothing moves against an editor, and the transaction of the decision goes on', async () => {
  const { one, two } = await twoStories()
  const { db } = database
  await moveArticles(db, { articles: two.articles.slice(0, 1), to: one.id }, by)
  const before = await places(database)
  const third = [articleId('3')]
  const outcomes = await db.transaction(async (tx) => [
    await moveByStream(tx, moving(third, one.id, two.id), at(40)),
    await moveByStream(tx, moving('all', one.id, two.id), at(40)),
    await moveByStream(tx, moving(third, one.id, 'new'), at(40)),
    await moveByStream(tx, moving(two.articles, two.id, one.id), at(40)),
    await moveByStream(tx, moving([articleId('5')], two.id, one.id), at(40)),
  ])
  expect(outcomes.map((outcome) => (outcome.kind === 'moved' ? outcome.to : outcome.reason))).toEqual([
    ...['contradicts', 'contradicts', 'contradicts', 'stale', '1'],
  ])
  expect(await places(database)).toEqual({ ...before, 5: '1' })
  await markStory(db, { id: one.id, marking: 'lock' }, by)
  expect(await byStream(moving([articleId('5')], one.id, two.id))).toMatchObject({ reason: 'locked' })
  expect(await byStream(moving([articleId('4')], two.id, one.id))).toMatchObject({ reason: 'locked' })
})

const id = fc.integer({ min: 1, max: 6 }).map((number) => storyId(String(number)))
const articles = fc.uniqueArray(
  fc.integer({ min: 1, max: 8 }).map((number) => articleId(String(number))),
  { minLength: 1, maxLength: 3 },
)
const step = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), from: id, into: id }),
  fc.record({ kind: fc.constant('split' as const), articles }),
  fc.record({ kind: fc.constant('move' as const), articles, to: id }),
  fc.record({ kind: fc.constant('mark' as const), id, marking: fc.constantFrom('lock', 'unlock', 'pin', 'unpin') }),
  fc.record({ kind: fc.constant('undo' as const) }),
  {
    ...{ weight: 4 },
    arbitrary: fc.record({
      kind: fc.constant('stream' as const),
      ...{ articles: fc.oneof(articles, fc.constant('all' as const)), to: fc.oneof(id, fc.constant('new' as const)) },
      from: id,
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function run(drawn: Step): Promise<{ kind: string }> {
  const { db } = database
  const homes: Record<string, string> = await places(database)
  const homeOf = (some: readonly ArticleId[]) => storyId(homes[some[0] ?? ''] ?? '')
  // Those of one story, or most draws would be refused.
  const ofOne = (some: readonly ArticleId[]) => some.filter((one) => homes[one] === homeOf(some))
  switch (drawn.kind) {
    case 'merge':
      return mergeStories(db, drawn, by)
    case 'split':
      return splitStory(db, { from: homeOf(drawn.articles), articles: ofOne(drawn.articles) }, by)
    case 'move':
      return moveArticles(db, drawn, by)
    case 'mark':
      return markStory(db, drawn, by)
    case 'undo':
      return undoEdit(db, undefined, by)
    case 'stream':
      if (drawn.articles === 'all') return byStream(moving('all', drawn.from, drawn.to))
      return byStream(moving(ofOne(drawn.articles), homeOf(drawn.articles), drawn.to))
  }
}

async function brokenConstraints() {
  const now = await places(database)
  return (await activeConstraints(database.db)).filter((one) => {
    if (!('articles' in one)) return false
    const [left, right] = one.articles.map((article) => now[article])
    return (left === right) !== (one.kind === 'must-link')
  })
}

test('no sequence of edits, undos and moves of the stream loses an article, breaks a constraint or an id', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      await storiesOfSizes(database, [1, 2, 2, 3])
      const all = Object.keys(await places(database))
      for (const drawn of steps) {
        if ((await run(drawn)).kind === 'moved') moved += 1
        expect(Object.keys(await places(database))).toEqual(all)
        expect(await brokenConstraints()).toEqual([])
        const stories = await query(
          `select s.id::text, s.state, count(m.article_id)::int as members from story s left join membership m on m.story_id = s.id group by s.id`,
        )
        for (const { id: name, state, members } of stories) {
          expect(state === 'merged').toBe(members === 0)
          const end = await resolveStory(database.db, storyId(name))
          expect(stories.find((one) => one.id === end)?.members).toBeGreaterThan(0)
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(moved).toBeGreaterThan(20)
}, 120_000)

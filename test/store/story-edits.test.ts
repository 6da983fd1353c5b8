import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { markStory, mergeStories, moveArticles, splitStory } from '../../src/store/edit-stories.ts'
import { resolveStory } from '../../src/store/locked-stories.ts'
import type { EditOutcome } from '../../src/store/refusal.ts'
import { closeStoriesBefore, joinStory } from '../../src/store/stories.ts'
import { activeConstraints } from '../../src/store/story-constraints.ts'
import { lastEditId } from '../../src/store/story-edits.ts'
import { undoEdit } from '../../src/store/undo-edit.ts'
import { constraintsOf } from '../../src/story/constraints.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, places, storiesOfSizes } from './edited-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const by = { actor: 'operator:ann', note: null, now: at(50) }
const query = async (text: string) => (await database.pool.query(text)).rows
const said = async () =>
  (await activeConstraints(database.db)).map(
    (one) => `${one.kind} ${'articles' in one ? one.articles.join(' ') : one.story}`,
  )
const rowsNow = () =>
  query(
    'select m.*, s.state, s.merged_into, s.opened_at, s.last_article_at from membership m join story s on s.id = m.story_id order by article_id',
  )

async function done(outcome: Promise<EditOutcome>): Promise<string> {
  const settled = await outcome
  expect(settled).toMatchObject({ kind: 'done' })
  return settled.kind === 'done' ? settled.edit : ''
}

async function twoStories() {
  const [one, two] = await storiesOfSizes(database, [2, 3])
  if (!one || !two) throw new Error('two stories were asked for')
  return { one, two }
}
const nth = (articles: readonly ArticleId[], index: number) => articles[index] ?? articleId('0')

test('a merge moves all articles, ties them by a chain, and the old id leads to the new', async () => {
  const { one, two } = await twoStories()
  const before = await rowsNow()
  await done(mergeStories(database.db, { from: one.id, into: two.id }, by))
  expect(new Set(Object.values(await places(database)))).toEqual(new Set([two.id]))
  expect(await resolveStory(database.db, one.id)).toBe(two.id)
  expect((await said()).length).toBe(4)
  expect(constraintsOf(await activeConstraints(database.db)).together(nth(one.articles, 0)).length).toBe(5)
  expect(await query('select id::int, state, revision from story order by id')).toEqual([
    { id: 1, state: 'merged', revision: 2 },
    { id: 2, state: 'open', revision: 2 },
  ])
  expect(await query(`select actor, kind, subject_id from change_log order by seq`)).toEqual([
    { actor: 'operator:ann', kind: 'merge', subject_id: '1' },
    { actor: 'operator:ann', kind: 'merge', subject_id: '2' },
  ])
  await done(undoEdit(database.db, undefined, by))
  expect(await rowsNow()).toEqual(before)
  expect(await said()).toEqual([])
  expect(await lastEditId(database.db)).toBe('2')
})

test('a split leaves the id with what was not named, ties both parts and keeps them apart by one link', async () => {
  const { two } = await twoStories()
  const before = await rowsNow()
  const [first, second, third] = two.articles
  await done(splitStory(database.db, { from: two.id, articles: [nth(two.articles, 0), nth(two.articles, 1)] }, by))
  expect(await places(database)).toMatchObject({ [`${first}`]: '3', [`${second}`]: '3', [`${third}`]: two.id })
  expect(await said()).toEqual([`must-link ${first} ${second}`, `cannot-link ${first} ${third}`])
  expect(await query('select split_from::int from story where id = 3')).toEqual([{ split_from: 2 }])
  expect(await mergeStories(database.db, { from: storyId('3'), into: two.id }, by)).toMatchObject({
    ...{ kind: 'refused', reason: 'contradicts' },
    text: expect.stringContaining(`“Title 3” (article ${first}) does not belong with “Title 5” (article ${third})`),
  })
  await done(undoEdit(database.db, undefined, by))
  expect(await rowsNow()).toEqual(before)
  expect(await resolveStory(database.db, storyId('3'))).toBe(two.id)
})

test('a moved article is tied to its new story and kept from the one it left; an emptied story is merged into the target', async () => {
  const { one, two } = await twoStories()
  const before = await rowsNow()
  const [first, second] = one.articles
  await done(moveArticles(database.db, { articles: [nth(one.articles, 0)], to: two.id }, by))
  expect(await said()).toEqual([`must-link ${first} ${two.articles[0]}`, `cannot-link ${first} ${second}`])
  expect(await query(`select how, seq::int from membership where article_id = ${first}`)).toEqual([
    { how: 'editor', seq: 1 },
  ])
  await done(undoEdit(database.db, undefined, by))
  expect(await rowsNow()).toEqual(before)
  await done(moveArticles(database.db, { articles: one.articles, to: two.id }, by))
  expect(await resolveStory(database.db, one.id)).toBe(two.id)
  await done(undoEdit(database.db, undefined, by))
  expect(await rowsNow()).toEqual(before)
})

test('articles can be moved one after another, and none to where one is that it must not meet', async () => {
  const [three, one, two] = await storiesOfSizes(database, [2, 4, 2])
  if (!one || !two || !three) throw new Error('three stories were asked for')
  const { db } = database
  await done(moveArticles(db, { articles: [nth(one.articles, 1)], to: two.id }, by))
  await done(moveArticles(db, { articles: [nth(one.articles, 2)], to: two.id }, by))
  expect((await said()).length).toBe(3)
  // The stream joined it to the third story, where it is not the first.
  await query(`update membership set story_id = ${three.id} where article_id = ${one.articles[0]}`)
  expect(await moveArticles(db, { articles: [nth(one.articles, 1)], to: three.id }, by)).toMatchObject({
    reason: 'contradicts',
  })
})

test('a locked story gains nothing, a pinned one does not expire, and both can be ended', async () => {
  const { one, two } = await twoStories()
  const mark = (id: StoryId, marking: Parameters<typeof markStory>[1]['marking']) =>
    markStory(database.db, { id, marking }, by)
  const locked = await done(mark(two.id, 'lock'))
  expect(await mark(two.id, 'lock')).toMatchObject({ kind: 'refused', reason: 'nothing-to-do' })
  expect(await mergeStories(database.db, { from: one.id, into: two.id }, by)).toMatchObject({ reason: 'locked' })
  expect(await moveArticles(database.db, { articles: one.articles, to: two.id }, by)).toMatchObject({
    reason: 'locked',
  })
  await done(mark(one.id, 'pin'))
  expect(await closeStoriesBefore(database.db, at(59))).toBe(1)
  await done(undoEdit(database.db, locked, by))
  await done(mergeStories(database.db, { from: one.id, into: two.id }, by))
  expect(await said()).toContain(`pin ${two.id}`)
  await done(undoEdit(database.db, undefined, by))
  expect(await said()).toEqual([`pin ${one.id}`])
  await done(mark(one.id, 'unpin'))
  expect(await closeStoriesBefore(database.db, at(59))).toBe(2)
})

test('what is unknown, done already or built upon is refused, and nothing is half done', async () => {
  const { one, two } = await twoStories()
  const { db } = database
  const refused = async (outcome: Promise<EditOutcome>) => {
    const settled = await outcome
    return settled.kind === 'refused' ? settled.reason : settled.kind
  }
  expect(await refused(mergeStories(db, { from: storyId('77'), into: two.id }, by))).toBe('unknown-story')
  expect(await refused(mergeStories(db, { from: storyId('x'), into: two.id }, by))).toBe('unknown-story')
  expect(await refused(mergeStories(db, { from: two.id, into: two.id }, by))).toBe('nothing-to-do')
  expect(await refused(splitStory(db, { from: two.id, articles: one.articles }, by))).toBe('unknown-article')
  expect(await refused(splitStory(db, { from: two.id, articles: two.articles }, by))).toBe('nothing-to-do')
  expect(await refused(moveArticles(db, { articles: [articleId('99')], to: two.id }, by))).toBe('unknown-article')
  expect(await refused(undoEdit(db, undefined, by))).toBe('unknown-edit')
  expect(await query('select id from story_edit union all select seq from change_log')).toEqual([])
  const merged = await done(mergeStories(db, { from: one.id, into: two.id }, by))
  await done(markStory(db, { id: one.id, marking: 'lock' }, by))
  expect(await refused(undoEdit(db, merged, by))).toBe('later-edit')
  await done(undoEdit(db, undefined, by))
  await done(undoEdit(db, undefined, by))
  expect(await refused(undoEdit(db, merged, by))).toBe('nothing-to-do')
})

test('of two editors at once the second sees what the first did, and an article that joins follows the merge', async () => {
  const { one, two } = await twoStories()
  const outcomes = await Promise.all([
    mergeStories(database.db, { from: one.id, into: two.id }, by),
    mergeStories(database.db, { from: two.id, into: one.id }, by),
  ])
  expect(outcomes.map((outcome) => (outcome.kind === 'done' ? 'done' : outcome.reason)).sort()).toEqual([
    'done',
    'nothing-to-do',
  ])
  const target = await resolveStory(database.db, one.id)
  const late = one.articles[0] ?? articleId('0')
  await query(`delete from membership where article_id = ${late}`)
  const decision = { articleId: late, similarity: 0.5, reason: 'alike', settings: 'stories-1', articleAt: at(1) }
  for (const { id } of [one, two]) {
    await query(`delete from membership where article_id = ${late}`)
    expect(await database.db.transaction((tx) => joinStory(tx, id, decision, at(51)))).toBe(target)
  }
})

const step = fc.record({
  kind: fc.constantFrom('merge', 'split', 'move', 'lock', 'unlock', 'pin', 'undo', 'undo-named'),
  stories: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 })),
  articles: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
})

function run(drawn: { kind: string; stories: [number, number]; articles: number[] }): Promise<EditOutcome> {
  const { db } = database
  const [id, other] = [storyId(String(drawn.stories[0])), storyId(String(drawn.stories[1]))]
  const articles = drawn.articles.map((number) => articleId(String(number)))
  if (drawn.kind === 'merge') return mergeStories(db, { from: id, into: other }, by)
  if (drawn.kind === 'split') return splitStory(db, { from: id, articles }, by)
  if (drawn.kind === 'move') return moveArticles(db, { articles, to: id }, by)
  if (drawn.kind === 'lock' || drawn.kind === 'unlock' || drawn.kind === 'pin')
    return markStory(db, { id, marking: drawn.kind }, by)
  return undoEdit(db, drawn.kind === 'undo' ? undefined : other, by)
}

test('no sequence of edits and undos loses an article, breaks a constraint or an id; all undone, all is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      await storiesOfSizes(database, [1, 2, 2, 3])
      const [before, all] = [await rowsNow(), Object.keys(await places(database))]
      for (const drawn of steps) {
        const outcome = await run(drawn)
        if (outcome.kind === 'refused') expect(outcome.text).not.toBe('')
        const now = await places(database)
        expect(Object.keys(now)).toEqual(all)
        expect(await brokenConstraints()).toEqual([])
        const stories = await query(
          `select s.id, s.state, count(m.article_id)::int as members from story s left join membership m on m.story_id = s.id group by s.id`,
        )
        for (const { id, state, members } of stories) {
          expect(state === 'merged').toBe(members === 0)
          const end = await resolveStory(database.db, storyId(String(id)))
          expect(stories.find((one) => String(one.id) === end)?.members).toBeGreaterThan(0)
        }
      }
      while ((await undoEdit(database.db, undefined, by)).kind === 'done');
      expect(await activeConstraints(database.db)).toEqual([])
      expect(await rowsNow()).toEqual(before)
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('articles that join between the edits are never lost, and all undone, those of before are where they were', async () => {
  const joining = fc.record({ step, joins: fc.option(fc.integer({ min: 1, max: 6 })) })
  await fc.assert(
    fc.asyncProperty(fc.array(joining, { minLength: 3, maxLength: 10 }), async (drawn) => {
      await storiesOfSizes(database, [1, 2, 2, 3, 4])
      await query('delete from membership where story_id = 5')
      await query('delete from story where id = 5')
      const before = await places(database)
      const waiting = [9, 10, 11, 12]
      let joined = 0
      for (const { step: edit, joins } of drawn) {
        const late = joins === null ? undefined : waiting.pop()
        const [, other] = await Promise.all([late === undefined ? null : join(late, joins ?? 1), run(edit)])
        expect(['done', 'refused']).toContain(other.kind)
        joined = Object.keys(await places(database)).length - Object.keys(before).length
        expect(await brokenConstraints()).toEqual([])
        expect(
          await query(`select m.article_id from membership m join story s on s.id = m.story_id where state = 'merged'`),
        ).toEqual([])
      }
      let last = await undoEdit(database.db, undefined, by)
      while (last.kind === 'done') last = await undoEdit(database.db, undefined, by)
      expect(last).toMatchObject({ reason: 'unknown-edit' })
      const after = await places(database)
      expect(after).toMatchObject(before)
      expect(Object.keys(after).length).toBe(Object.keys(before).length + joined)
    }),
    { numRuns: 40 },
  )
}, 120_000)

/** As the assigner does: what no constraint names goes where it is like, even while an editor is at it. */
async function join(article: number, story: number): Promise<void> {
  const id = storyId(String(story))
  if ((await resolveStory(database.db, id)) === null) return
  const decision = {
    articleId: articleId(String(article)),
    similarity: 0.5,
    reason: 'alike',
    settings: 'stories-1',
    articleAt: at(1),
  }
  await database.db.transaction((tx) => joinStory(tx, id, decision, at(51)))
}

async function brokenConstraints() {
  const now = await places(database)
  return (await activeConstraints(database.db)).filter((one) => {
    if (!('articles' in one)) return false
    const [left, right] = one.articles.map((id) => now[id])
    return (left === right) !== (one.kind === 'must-link')
  })
}

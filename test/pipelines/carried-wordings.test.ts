import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { type BundleDocument, bundleDocumentSchema } from '../../src/bundle/document.ts'
import { releaseWording, wordSentence } from '../../src/store/bundle-wordings.ts'
import { waitingWordings } from '../../src/store/carried-wordings.ts'
import { mergeStories, moveArticles, splitStory } from '../../src/store/edit-stories.ts'
import { wordingsOf } from '../../src/store/standing-wordings.ts'
import { moveByStream } from '../../src/store/stream-moves.ts'
import { undoEdit } from '../../src/store/undo-edit.ts'
import { storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { writeBundles } from './harbour-story.ts'
import { storeWeirStories } from './weir-stories.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  await storeWeirStories(database)
  await write()
})
afterEach(() => database.drop())

const by = { actor: 'editor:Ann Brisk', note: 'the board said so', now: new Date('2026-03-12T08:00:00Z') }
const [river, town] = [storyId('1'), storyId('2')]
const [first, second] = [articleId('1'), articleId('2')]
const repairs = 'Repairs will cost at least 3.2 million dollars, the board’s head said.'

const write = () => writeBundles(database, null)
const word = (bundle: string, place: string, text: string) => wordSentence(database.db, { bundle, place, text }, by)
const release = (bundle: string, place: string) => releaseWording(database.db, { bundle, place }, by)
const merge = (from = river, into = town) => mergeStories(database.db, { from, into }, by)
const texts = (claims: readonly { readonly text: string }[]) => claims.map(({ text }) => text)
const query = async (text: string) => (await database.pool.query(text)).rows

async function documentOf(bundle: string): Promise<BundleDocument> {
  const [row] = await query(
    `select document from bundle_version join bundle on bundle.id = bundle_id and bundle.version = bundle_version.version where bundle.id = ${bundle}`,
  )
  return bundleDocumentSchema.parse(row.document)
}
const factsOf = async (bundle: string) => texts((await documentOf(bundle)).facts)
const waiting = async (bundle: string) => texts(await waitingWordings(database.db, bundle))

/** The river's first fact, its headline, lede and count of outlets in an editor's words. */
async function wordRiver() {
  await word('1', 'facts.1', repairs)
  await word('1', 'headline', 'Olden weir breaks')
  await word('1', 'lede', 'A weir broke at Olden.')
  await word('1', 'context.1', 'Two outlets told it by Tuesday.')
}

test('words follow their sentence into the bundle of the story that stays; headline, lede and what it does not say wait, listed', async () => {
  const before = await documentOf('1')
  await wordRiver()
  const own = await wordingsOf(database.db, '1')
  await merge()
  expect(await waiting('2')).toHaveLength(4)
  expect(await write()).toMatchObject({ updated: 1 })
  const { facts, headline, lede } = await documentOf('2')
  expect(facts[0]).toEqual({ text: repairs, basis: 'editor', evidence: [{ article: '2' }] })
  expect(texts(facts)[1]).toBe(before.facts[1]?.text)
  expect([headline.basis, lede.basis]).toEqual(['quoted', 'quoted'])
  expect(await waiting('2')).toEqual(['Two outlets told it by Tuesday.', 'A weir broke at Olden.', 'Olden weir breaks'])
  expect(await wordingsOf(database.db, '2')).toMatchObject([{ text: repairs, actor: by.actor, note: by.note }])
  expect(await wordingsOf(database.db, '1')).toEqual(own)
  const carried = await query(`select actor, subject_id, details from change_log where kind = 'decisions-carried'`)
  expect(carried).toEqual([{ actor: 'pipeline:bundle', subject_id: '2', details: { wordings: ['5'], sentences: [] } }])
  await query('update story set revision = revision + 1')
  expect(await write()).toMatchObject({ unchanged: 1 })
})

test('words that wait can be released there by their id, and stay where they were said', async () => {
  await wordRiver()
  await merge()
  await write()
  const [count] = await waitingWordings(database.db, '2')
  expect(await release('2', count?.id ?? '')).toEqual({ kind: 'done', version: 2 })
  expect(await release('2', count?.id ?? '')).toEqual({ kind: 'refused', reason: 'no-such-wording' })
  expect(await waiting('2')).toEqual(['A weir broke at Olden.', 'Olden weir breaks'])
  await undoEdit(database.db, undefined, by)
  await write()
  expect(texts((await documentOf('1')).context)).toContain(count?.text)
})

test('once there they stay as the bundle’s own do, until an editor there releases them: then they do not come again', async () => {
  await wordRiver()
  await merge()
  await write()
  await query(`update article set text = 'The weir at Olden Lock broke on Monday night after heavy rain.' where id = 2;
    update story set revision = revision + 1`)
  await write()
  expect(await factsOf('2')).toContain(repairs)
  expect(await release('2', `facts.${(await factsOf('2')).indexOf(repairs) + 1}`)).toMatchObject({ kind: 'done' })
  for (const _ of ['at once', 'later']) {
    await write()
    expect(await factsOf('2')).not.toContain(repairs)
    await query('update story set revision = revision + 1')
  }
  expect(await waiting('2')).not.toContain(repairs)
})

test('an undone merge brings both bundles back as editors left them, and a second merge is as the first', async () => {
  await wordRiver()
  await word('2', 'headline', 'Halls open in Olden')
  await word('2', 'lede', 'Olden took its people in.')
  const [before, other] = [await documentOf('1'), await documentOf('2')]
  await merge()
  await write()
  const merged = await documentOf('2')
  expect(texts([merged.headline, merged.lede])).toEqual(texts([other.headline, other.lede]))
  await undoEdit(database.db, undefined, by)
  await write()
  expect([await documentOf('1'), await documentOf('2')]).toEqual([before, other])
  expect(texts(await wordingsOf(database.db, '1'))).toHaveLength(4)
  expect(await waiting('2')).toEqual([])
  await release('1', 'headline')
  await merge()
  await write()
  expect(await documentOf('2')).toEqual(merged)
  expect(await waiting('2')).not.toContain('Olden weir breaks')
})

test('what an editor says in the story that stays goes first, before and after the other comes', async () => {
  await wordRiver()
  await merge()
  await write()
  const ours = 'The board puts repairs at 3.2 million dollars.'
  expect(await word('2', 'facts.1', ours)).toMatchObject({ kind: 'done' })
  await undoEdit(database.db, undefined, by)
  await write()
  expect(await factsOf('1')).toContain(repairs)
  await merge()
  await write()
  expect(await factsOf('2')).toContain(ours)
  expect(await factsOf('2')).not.toContain(repairs)
})

test('a split that takes the articles out again gives their new story all that was said of them, and the other loses it', async () => {
  await wordRiver()
  const [before, other] = [await documentOf('1'), await documentOf('2')]
  await database.db.transaction((tx) =>
    moveByStream(
      tx,
      { articles: 'all', from: river, to: town, similarity: 0.8, reason: 'shares the weir', settings: 's' },
      by.now,
    ),
  )
  await write()
  expect(await factsOf('2')).toContain(repairs)
  await splitStory(database.db, { from: town, articles: [first, second] }, by)
  await write()
  expect(await documentOf('3')).toEqual({ ...before, story: '3' })
  expect(await documentOf('2')).toEqual(other)
  expect([await waiting('2'), await waiting('3')]).toEqual([[], []])
  await undoEdit(database.db, undefined, by)
  await write()
  expect(await factsOf('2')).toContain(repairs)
  expect(await wordingsOf(database.db, '2')).toHaveLength(1)
})

test('a second merge takes along what came with the first, and not what an editor released between', async () => {
  const [last] = (
    await query(
      `insert into story (opened_at, last_article_at) values ('2026-03-10T08:00Z', '2026-03-10T08:00Z') returning id::text`,
    )
  ).map(({ id }) => storyId(id))
  if (last === undefined) throw new Error('no story')
  const facts = await factsOf('1')
  await word('1', 'facts.1', repairs)
  await word('1', 'facts.2', 'A flood came in 1987, too.')
  await merge()
  await write()
  await release('2', `facts.${(await factsOf('2')).indexOf('A flood came in 1987, too.') + 1}`)
  await moveArticles(database.db, { articles: ['1', '2', '3', '4'].map(articleId), to: last }, by)
  await write()
  expect(await factsOf('3')).toEqual([repairs, facts[1]])
  expect(await wordingsOf(database.db, '1')).toHaveLength(2)
})

test('a story that had no bundle yet takes the headline and the lede along, too', async () => {
  await wordRiver()
  const lone = storyId('3')
  await query(
    `insert into story (opened_at, last_article_at) values ('2026-03-10T08:00Z', '2026-03-10T08:00Z');
     update membership set story_id = 3 where article_id = 4; update story set revision = revision + 1 where id = 2`,
  )
  await merge(river, lone)
  await write()
  const { headline, facts } = await documentOf('3')
  expect(texts([headline, ...facts])).toEqual(expect.arrayContaining(['Olden weir breaks', repairs]))
})

test('an editor who words a sentence while its story is merged is refused, or the words come along', async () => {
  for (const pause of [0, 2, 5, 10, 20]) {
    const wait = new Promise((resolve) => setTimeout(resolve, pause))
    const ours = `Repairs will cost 3.2 million dollars, take ${pause}.`
    const [merged, worded] = await Promise.all([merge(), wait.then(() => word('1', 'facts.1', ours)), wait.then(write)])
    expect(merged.kind).toBe('done')
    await write()
    if (worded.kind === 'done') expect(await factsOf('2')).toContain(ours)
    else expect(worded.reason).toBe('merged')
    await undoEdit(database.db, undefined, by)
    await write()
    expect((await factsOf('1')).includes(ours)).toBe(worded.kind === 'done')
  }
})

test('while an editor words a sentence its story is not merged', async () => {
  let merged: ReturnType<typeof merge> | undefined
  await database.db.transaction(async (tx) => {
    await wordSentence(tx, { bundle: '1', place: 'facts.1', text: repairs }, by)
    merged = merge()
    const blocked = () =>
      query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    await expect.poll(blocked).toHaveLength(1)
  })
  expect(await merged).toMatchObject({ kind: 'done' })
  await write()
  expect(await factsOf('2')).toContain(repairs)
})

const place = fc.constantFrom('facts.1', 'facts.2', 'headline', 'lede', 'context.1', 'perspectives.1.framing.1')
const bundle = fc.constantFrom('1', '2')
const step = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('word' as const), bundle, place }), weight: 3 },
  fc.record({ kind: fc.constant('release' as const), bundle, place }),
  fc.record({ kind: fc.constant('merge' as const), from: fc.constantFrom(river, town) }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'write' as const) }),
)

test('in whatever order editors word, release, merge and undo, no words are lost: they stand where they count, once, or wait', async () => {
  const { db } = database
  let said = 0
  let followed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
      await query('truncate bundle_wording cascade; update bundle set composed_revision = 0')
      while ((await undoEdit(db, undefined, by)).kind === 'done');
      await write()
      for (const drawn of steps) {
        if (drawn.kind === 'word') await word(drawn.bundle, drawn.place, `Words ${++said}.`)
        else if (drawn.kind === 'release') await release(drawn.bundle, drawn.place)
        else if (drawn.kind === 'merge') await merge(drawn.from, drawn.from === river ? town : river)
        else if (drawn.kind === 'undo') await undoEdit(db, undefined, by)
        else await write()
      }
      await write()
      const home: Record<string, string> = {}
      for (const { id, merged_into } of await query('select id::text, merged_into::text from story'))
        home[id] = merged_into ?? id
      for (const id of new Set(Object.values(home))) {
        const written = JSON.stringify(await documentOf(id))
        const standing = texts(await wordingsOf(db, id))
        for (const text of standing) expect(written.split(`"${text}"`)).toHaveLength(2)
        const listed = [...standing, ...(await waiting(id))]
        expect(new Set(listed).size).toBe(listed.length)
        const kept =
          await query(`select text, bundle_id::text as bundle from bundle_wording as mine where carried_from is null
          and released_at is null and not exists (select from bundle_wording as here where here.carried_from = mine.id
            and here.bundle_id = ${id} and here.released_by = '${by.actor}')`)
        expect(listed.toSorted()).toEqual(
          kept
            .filter((one) => home[one.bundle] === id)
            .map(({ text }) => text)
            .toSorted(),
        )
        followed += kept.filter((one) => one.bundle !== id && standing.includes(one.text)).length
      }
    }),
    { numRuns: 60 },
  )
  expect(followed).toBeGreaterThan(0)
}, 120_000)

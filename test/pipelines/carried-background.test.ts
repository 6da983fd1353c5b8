import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ModelWriting } from '../../pipelines/write-by-model.ts'
import { bundleDocumentSchema } from '../../src/bundle/document.ts'
import { acceptBackground, backgroundSentences, rejectBackground } from '../../src/store/bundle-background.ts'
import { wordSentence } from '../../src/store/bundle-wordings.ts'
import { mergeStories } from '../../src/store/edit-stories.ts'
import type { BackgroundState } from '../../src/store/ids.ts'
import { undoEdit } from '../../src/store/undo-edit.ts'
import { storyId } from '../../src/story/story.ts'
import { honestAnswer } from '../bundle/hostile-model.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { dossierIn, type ModelServer, startModelServer } from '../model/model-server.ts'
import { writeBundles, writingFrom } from './harbour-story.ts'
import { storeWeirStories } from './weir-stories.ts'

let server: ModelServer
let database: TestDatabase
let writing: ModelWriting
beforeEach(async () => {
  server = await startModelServer()
  database = await testDatabase()
  await storeWeirStories(database)
  // One after another, so that each bundle has its story's number: of those that a model writes the first to be answered is the first.
  await writeBundles(database, null)
  await database.pool.query('update story set revision = revision + 1')
  writing = writingFrom(server.url, {}, 10_000)
})
afterEach(async () => {
  await writing.model.close()
  await server.close()
  await database.drop()
})

const by = { actor: 'editor:Ann Brisk', note: 'it is in the town’s annals', now: new Date('2026-03-12T08:00:00Z') }
const [river, town] = [storyId('1'), storyId('2')]
const built = 'Weirs were built on this river by mill owners in the eighteenth century.'
const sold = 'Most of them were sold to the counties later.'
const rain = 'Rain of this kind falls here once in a generation.'

/** What the model knows besides of the river's story, the town's and the one that has both. */
function knowing(known: { river?: string[]; town?: string[]; both?: string[] }) {
  server.answer = (question) => {
    const has = (words: string) => question.user.includes(words)
    const which = !has('sports halls') ? 'river' : has('3.2 million') ? 'both' : 'town'
    const answer = honestAnswer(dossierIn(question))
    if (answer === null) throw new Error('no sentences')
    const background = (known[which] ?? []).map((text) => ({ text, cites: [], background: true }))
    return { json: { ...answer, context: [...answer.context, ...background] } }
  }
}

const write = (mode: Partial<ModelWriting> = {}) => writeBundles(database, { ...writing, ...mode })
const merge = () => mergeStories(database.db, { from: river, into: town }, by)
const undo = () => undoEdit(database.db, undefined, by)
const accept = (bundle: string, number: number) => acceptBackground(database.db, { bundle, number }, by)
const reject = (bundle: string, number: number) => rejectBackground(database.db, { bundle, number }, by)
const inState = async (bundle: string, state: BackgroundState) =>
  (await backgroundSentences(database.db, { state, bundle })).map(({ text }) => text)
const states = async (bundle: string) =>
  Object.fromEntries(
    await Promise.all(
      (['held', 'accepted', 'rejected'] as const).map(async (one) => [one, await inState(bundle, one)]),
    ),
  )

async function contextOf(bundle: string, basis: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select document from bundle_version join bundle on bundle.id = bundle_id and bundle.version = bundle_version.version where bundle.id = $1',
    [bundle],
  )
  const { context } = bundleDocumentSchema.parse(rows[0].document)
  return context.filter((claim) => claim.basis === basis).map(({ text }) => text)
}

/** Both bundles written; of the river's background one is accepted, one rejected, one held. */
async function decideOnRiver() {
  knowing({ river: [built, sold, rain] })
  await write()
  expect(await accept('1', 1)).toMatchObject({ kind: 'done' })
  expect(await reject('1', 2)).toMatchObject({ kind: 'done' })
}

test('what was accepted comes into the other bundle, under who accepted it, and what was rejected stays away from it', async () => {
  await decideOnRiver()
  await merge()
  knowing({ both: [sold, built] })
  await write({ background: 'publish' })
  expect(await contextOf('2', 'background')).toEqual([built])
  expect(await states('2')).toEqual({ held: [], accepted: [built], rejected: [sold] })
  expect(await backgroundSentences(database.db, { state: 'accepted' })).toMatchObject([
    { bundle: '2', number: 1, text: built, decidedBy: by.actor, note: by.note, decidedAt: by.now },
  ])
  const { rows } = await database.pool.query(`select details from change_log where kind = 'decisions-carried'`)
  expect(rows).toEqual([{ details: { wordings: [], sentences: [1, 2, 3] } }])
})

test('what was held is held there until that bundle is written with other background, and comes back with its own story', async () => {
  await decideOnRiver()
  await merge()
  server.answer = () => ({ status: 500 })
  await write()
  expect(await states('2')).toEqual({ held: [rain], accepted: [built], rejected: [sold] })
  await undo()
  await write()
  expect([await states('1'), await states('2')]).toEqual([
    { held: [rain], accepted: [built], rejected: [sold] },
    { held: [], accepted: [], rejected: [] },
  ])
  expect([await contextOf('1', 'background'), await contextOf('2', 'background')]).toEqual([[built], []])
  await merge()
  await write()
  expect(await states('2')).toEqual({ held: [rain], accepted: [built], rejected: [sold] })
  await writing.model.close()
  writing = writingFrom(server.url, {}, 10_000)
  knowing({ both: ['The river has four weirs.'] })
  for (const _ of ['at once', 'for good']) {
    await database.pool.query('update story set revision = revision + 1')
    await write()
    expect((await states('2')).held).toEqual(['The river has four weirs.'])
  }
})

test('what the editors of the other bundle decided on a sentence goes before, and what they had not is as it was after an undo', async () => {
  knowing({ river: [built, sold, rain], town: [built, sold, rain] })
  await write()
  await accept('1', 1)
  await reject('1', 2)
  await accept('1', 3)
  await reject('2', 1)
  await accept('2', 2)
  const before = [await states('1'), await states('2')]
  await merge()
  knowing({ both: [] })
  await write()
  expect(await states('2')).toEqual({ held: [], accepted: [sold, rain], rejected: [built] })
  expect(await contextOf('2', 'background')).toEqual([sold, rain])
  await undo()
  server.answer = () => ({ status: 500 })
  await write()
  expect([await states('1'), await states('2')]).toEqual(before)
})

test('an editor of the other bundle decides anew on what came along, by its number, and for that bundle only', async () => {
  await decideOnRiver()
  await merge()
  knowing({})
  await write()
  expect(await reject('2', 1)).toMatchObject({ kind: 'done' })
  expect(await accept('2', 2)).toMatchObject({ kind: 'done' })
  expect(await contextOf('2', 'background')).toEqual([sold])
  await database.pool.query('update story set revision = revision + 1')
  await write()
  expect(await contextOf('2', 'background')).toEqual([sold])
  await undo()
  await write()
  expect([await contextOf('1', 'background'), await contextOf('2', 'background')]).toEqual([[built], [sold]])
})

test('an editor who accepts a sentence while its story is merged is refused, or it comes along', async () => {
  await decideOnRiver()
  const [merged, accepted] = await Promise.all([merge(), accept('1', 3), write()])
  expect(merged.kind).toBe('done')
  knowing({})
  await write()
  const isDone = accepted.kind === 'done'
  if (!isDone) expect(accepted).toMatchObject({ reason: 'merged' })
  expect(await contextOf('2', 'background')).toEqual(isDone ? [built, rain] : [built])
})

test('words in the place of an accepted sentence follow it', async () => {
  await decideOnRiver()
  const words = 'Mill owners built these weirs between 1710 and 1790.'
  const place = 'context.2'
  expect(await contextOf('1', 'background')).toEqual([built])
  expect(await wordSentence(database.db, { bundle: '1', place, text: words }, by)).toMatchObject({ kind: 'done' })
  expect(await contextOf('1', 'background')).toEqual([])
  await merge()
  knowing({})
  await write()
  expect([await contextOf('2', 'editor'), await contextOf('2', 'background')]).toEqual([[words], []])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../src/bundle/change.ts'
import { changesBetween } from '../../src/bundle/changes.ts'
import { claimsOf } from '../../src/bundle/claims-of.ts'
import type { BundleDocument } from '../../src/bundle/document.ts'
import { releaseWording, wordSentence } from '../../src/store/bundle-wordings.ts'
import { versionOfBundle, versionsOfBundle } from '../../src/store/published-versions.ts'
import { publishedBundles } from '../../src/store/reading.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { readGold } from '../newsroom/gold.ts'
import { type RecordedWorld, recordedWorld } from '../world.ts'

let world: RecordedWorld
let database: TestDatabase
const planted = readGold().planted.flatMap(({ event, corrections }) => corrections.map((one) => ({ event, ...one })))
const [correction] = planted
if (!correction) throw new Error('the newsroom has no correction')
const { before: said, after: says } = correction
const by = { actor: 'operator:ann', note: null, now: new Date('2026-03-12T06:10:00Z') }

beforeAll(async () => {
  world = await recordedWorld()
  database = await testDatabase()
  await world.runAll(database)
}, 120_000)
afterAll(async () => {
  await world.close()
  await database.drop()
})

async function all() {
  const page = await publishedBundles(database.db, { limit: 100 })
  return 'bundles' in page ? page.bundles : []
}

const textOf = (document: BundleDocument) =>
  claimsOf(document)
    .map(({ claim }) => claim.text)
    .join('\n')

async function changes(id: string, from: number, to: number): Promise<Change[]> {
  const [before, after] = [await versionOfBundle(database.db, id, from), await versionOfBundle(database.db, id, to)]
  return before && after ? changesBetween(before.document, after.document) : []
}

test('a corrected article changes its story’s bundle and no other, the diff says what, and an editor’s words stay through it', async () => {
  const first = await all()
  const story = first.find(({ document }) => textOf(document).includes(said))
  if (!story) throw new Error('no bundle has the number that is corrected')
  const { facts } = story.document
  const fact = facts.findIndex(({ text }) => !text.includes(said))
  const place = `facts.${fact + 1}`
  const ours = `${facts[fact]?.text.replace(/\.$/, '')}, as an editor would say.`
  expect(
    await wordSentence(database.db, { bundle: story.id, place: 'headline', text: 'A bid for the mill' }, by),
  ).toEqual({
    kind: 'done',
    version: 2,
  })
  expect(await wordSentence(database.db, { bundle: story.id, place, text: ours }, by)).toEqual({
    kind: 'done',
    version: 3,
  })
  expect((await changes(story.id, 2, 3)).map(({ kind, after }) => [kind, after])).toEqual([['reworded', ours]])

  world.newsroom.correct()
  world.wait(20)
  const second = await world.runAll(database)
  expect(second.extract).toMatchObject({ extracted: 0, corrected: 1 })
  expect(second.bundle).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
  const now = await all()
  const others = (bundles: typeof now) => bundles.filter(({ id }) => id !== story.id)
  expect(others(now)).toEqual(others(first))

  const corrected = now.find(({ id }) => id === story.id)
  expect(corrected?.version).toBe(4)
  expect(corrected?.document.headline).toMatchObject({ text: 'A bid for the mill', basis: 'editor' })
  expect(corrected?.document.facts.map(({ text }) => text)).toContain(ours)
  const found = await changes(story.id, 3, 4)
  expect(found[0]).toMatchObject({ part: 'articles', kind: 'corrected' })
  const reworded = found.filter(({ kind, before }) => kind === 'reworded' && before?.includes(said))
  expect(reworded.length).toBeGreaterThan(0)
  for (const { before, after } of reworded) expect(after).toBe(before?.replace(said, says))
  expect(textOf(corrected?.document ?? story.document)).not.toContain(said)
})

test('released, the part says again what the articles give; nothing else changes it', async () => {
  const story = (await all()).find(({ document }) => document.headline.text === 'A bid for the mill')
  if (!story) throw new Error('the editor’s headline is gone')
  expect(await releaseWording(database.db, { bundle: story.id, place: 'headline' }, by)).toMatchObject({ kind: 'done' })
  const third = await world.runAll(database)
  expect(third.bundle).toMatchObject({ created: 0, updated: 1 })
  expect((await changes(story.id, 4, 5)).map(({ part, before }) => [part, before])).toEqual([
    ['headline', 'A bid for the mill'],
  ])
  expect((await world.runAll(database)).bundle).toMatchObject({ updated: 0, unchanged: 0 })
  expect((await versionsOfBundle(database.db, story.id)).map(({ writer }) => writer)).toEqual([
    'extractive-1',
    'editor',
    'editor',
    'extractive-1',
    'extractive-1',
  ])
})

test('a story that changes and whose bundle reads as before gets no new version', async () => {
  const before = await all()
  await database.pool.query('update story set revision = revision + 1')
  const counts = (await world.runAll(database)).bundle
  expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: before.length })
  expect(await all()).toEqual(before)
  expect((await world.runAll(database)).bundle).toMatchObject({ unchanged: 0 })
})

test('an editor’s line of “Accounts differ” stays with the sentences that give the numbers until it is released', async () => {
  const bundle = (await all()).find(({ document }) => document.differences?.length === 1)
  const [line] = bundle?.document.differences ?? []
  if (!bundle || !line) throw new Error('no bundle has a difference')
  const text = 'Two counts are given, and nobody has checked either.'
  const words = { bundle: bundle.id, place: 'differences.1', text }
  const stands = async () => (await all()).find(({ id }) => id === bundle.id)?.document
  const due = () => database.pool.query('update story set revision = revision + 1')
  expect(await wordSentence(database.db, { ...words, place: 'differences.2' }, by)).toMatchObject({ kind: 'refused' })
  expect(await wordSentence(database.db, words, by)).toMatchObject({ kind: 'done' })
  const worded = { ...bundle.document, differences: [{ text, basis: 'editor', evidence: line.evidence }] }
  expect(await stands()).toEqual(worded)
  await due()
  expect((await world.runAll(database)).bundle).toMatchObject({ updated: 0 })
  expect(await stands()).toEqual(worded)
  expect(await releaseWording(database.db, words, by)).toMatchObject({ kind: 'done' })
  expect((await world.runAll(database)).bundle).toMatchObject({ updated: 1 })
  expect(await stands()).toEqual(bundle.document)
})

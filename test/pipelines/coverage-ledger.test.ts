import { afterAll, beforeAll, expect, test } from 'vitest'
import { coverageLedger } from '../../pipelines/coverage-ledger.ts'
import { mayTell } from '../../src/bundle/may-tell.ts'
import { coverageText } from '../../src/cli/coverage-text.ts'
import { publishedBundles } from '../../src/store/reading.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { readGold } from '../newsroom/gold.ts'
import { type RecordedWorld, recordedWorld } from '../world.ts'

let world: RecordedWorld
let database: TestDatabase
const now = new Date('2026-03-12T07:00:00Z')
const gold = readGold()

beforeAll(async () => {
  world = await recordedWorld()
  database = await testDatabase()
  await world.runAll(database)
}, 120_000)
afterAll(async () => {
  await world.close()
  await database.drop()
})

async function storyAbout(word: string): Promise<StoryId> {
  const page = await publishedBundles(database.db, { limit: 100 })
  const [found] = 'bundles' in page ? page.bundles.filter(({ document }) => document.headline.text.includes(word)) : []
  return storyId(found?.document.story ?? '')
}

async function ledgerOf(id: StoryId) {
  const ledger = await coverageLedger(database.db, id, now)
  if (ledger === null) throw new Error('there is such a story')
  return ledger
}

test('every page that the feeds announced is in the ledger once, under what became of it, and no side is confused with its feeds', async () => {
  const ledger = await ledgerOf(await storyAbout('Teller'))
  const covering = ledger.sources.filter(({ standing }) => standing === 'covering').map(({ id }) => id)
  expect(covering).toEqual(['liberty-forum', 'plains-dispatch', 'sovereign-post'])
  expect(ledger.counts.left).toMatchObject({ covering: 0, unread: 0 })
  expect(ledger.counts.left.silent).toBeGreaterThan(0)
  const english = new Set(ledger.sources.map(({ id }) => id as string))
  const expected = gold.articles.filter(({ outlet }) => english.has(outlet))
  const sum = (of: 'here' | 'elsewhere' | 'ungrouped' | 'waiting') =>
    ledger.sources.reduce((total, { pages }) => total + (pages?.[of] ?? 0), 0)
  expect(sum('here') + sum('elsewhere')).toBe(expected.length)
  expect([sum('here'), sum('ungrouped'), sum('waiting')]).toEqual([ledger.members.length, 0, 0])
  const rejected = ledger.sources.flatMap(({ pages }) => Object.entries(pages?.rejected ?? {}))
  const refusals = [...gold.expectations.rejected, ...gold.expectations.unreachable].filter(({ outlet }) =>
    english.has(outlet),
  )
  expect(rejected.reduce((total, [, count]) => total + count, 0)).toBe(refusals.length)
})

test('a page that was dropped and has the story’s words in its title is named with its reason', async () => {
  const id = await storyAbout('Teller')
  const { rows } = await database.pool.query(
    `update article set state = 'rejected', rejected_reason = 'paywalled'
     where id = (select article_id from membership join article as told on told.id = article_id where story_id = $1 and told.title like '%Teller%' order by article_at desc limit 1) returning id::text, source_id`,
    [id],
  )
  await database.pool.query('delete from membership where article_id = $1', [rows[0].id])
  const ledger = await ledgerOf(id)
  expect(ledger.dropped).toEqual([
    expect.objectContaining({ id: rows[0].id, sourceId: rows[0].source_id, reason: 'paywalled' }),
  ])
  const text = coverageText(ledger)
  expect(text).toMatch(/^carried it +0 +0 +\d +0$/m)
  expect(text).toMatch(/^ {2}harbor-ledger \(lean-left\): 2 of 2 polls answered; \d+ pages: \d+ in others/m)
  expect(text).toMatch(/\(paywalled\) http/)
})

test('a source whose feeds do not answer is not among the silent', async () => {
  await database.pool.query(
    `update fetch_history set outcome = 'http-5xx' where feed_id in (select id from feed where source_id = 'harbor-ledger')`,
  )
  const ledger = await ledgerOf(await storyAbout('Teller'))
  const [harbor] = ledger.sources.filter(({ id }) => id === 'harbor-ledger')
  expect(harbor).toMatchObject({ standing: 'unread', polls: { answered: 0, failedAs: 'http-5xx' } })
})

test('there is no ledger of a story that never was', async () => {
  expect(await coverageLedger(database.db, storyId('999'), now)).toBeNull()
  expect(await coverageLedger(database.db, storyId('no number'), now)).toBeNull()
})

test('a title may tell of a story where it has words that two of its articles have', () => {
  const told = (title: string, text: string) => ({ title, text })
  const tells = mayTell([
    told('Teller steps back', 'Joan Teller left the budget committee on Wednesday.'),
    told('Who knew of it?', 'The budget committee lost its chair, Joan Teller.'),
    told('A fund for few', 'Books were bought without bids.'),
  ])
  expect(tells('Budget row: Teller to step aside')).toBe(true)
  expect(tells('Budget passes at last')).toBe(false)
  expect(tells('Books for few')).toBe(false)
  expect(tells('')).toBe(false)
  expect(mayTell([])('Teller quits budget panel')).toBe(false)
})

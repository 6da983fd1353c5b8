import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReplayedPage, type ReplayOptions, replay } from '../../pipelines/replay.ts'
import { articleFields } from '../../src/article/difference.ts'
import { createPageExtractor } from '../../src/outside/page-extractor.ts'
import type { PageExtractor } from '../../src/outside/ports.ts'
import { nobodyLicensed } from '../../src/source/licensed.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type Entry, type SmallOutlet, smallOutlet } from './small-outlet.ts'

let outlet: SmallOutlet
let database: TestDatabase
let extractor: PageExtractor

beforeEach(async () => {
  outlet = await smallOutlet()
  database = await testDatabase()
  extractor = createPageExtractor({ threads: 1 })
})
afterEach(async () => {
  await extractor.close()
  await outlet.close()
  await database.drop()
})

const entry = (path: string, what: string): Entry => ({
  ...{ path: `/${path}`, title: `The ${what} of the valley is to be mended this spring` },
  text: [
    `The ${what} of the valley, which has been in use for ninety years, will be mended between April and June, the district said on Monday.`,
    `Engineers found cracks in the ${what} last autumn, when divers looked at it from below for the first time since the great flood.`,
    `The work on the ${what} costs three million dollars, of which the state pays two, and nobody will be without water while it lasts.`,
  ],
  updated: '2026-03-10T07:00:00Z',
})
const dam = entry('dam', 'dam')
const weir = entry('weir', 'weir')
const lock = entry('lock', 'lock')
const later = new Date('2026-04-01T09:00:00Z')

async function run(more: Partial<ReplayOptions> = {}) {
  const told: ReplayedPage[] = []
  const tell = async (page: ReplayedPage) => void told.push(page)
  const parts = { db: database.db, clock: { now: () => later }, extractor }
  const asked = { choice: {}, limit: 1000, total: 0, only: articleFields, licensed: nobodyLicensed, applyAs: null }
  const counts = await replay(parts, { ...asked, tell, ...more })
  return { counts, told, outcomes: told.map(({ page, outcome }) => [pathOf(page), outcome.kind]) }
}
const apply = { applyAs: 'operator:desk' }
const pathOf = ({ canonicalUrl }: { canonicalUrl: string }) => new URL(canonicalUrl).pathname
const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.pool.query<Row>(sql, values)).rows
/** What the extractor of another day would have left: these values in the row of an article. */
const pretend = (path: string, set: string) => query(`update article set ${set} where canonical_url like '%${path}'`)
/** Everything that could be written. */
const everything = async () =>
  Promise.all(
    ['article', 'article_version', 'raw_page', 'change_log', 'story', 'membership'].map((table) =>
      query(`select ${table}::text as row from ${table} order by 1`),
    ),
  )
const versions = () =>
  query('select version, title, text, authors, lang, section, changed from article_version order by 1')

test('with the same extractor nothing changes', async () => {
  outlet.entries = [dam, weir, { ...lock, text: ['Too short.'] }]
  await outlet.pass(database)
  const before = await everything()
  const { counts } = await run(apply)
  expect(counts).toMatchObject({ pages: 3, unchanged: 3, changed: 0, stored: { applied: 0 } })
  expect(await everything()).toEqual(before)
})

test('what would change is told and not written', async () => {
  outlet.entries = [dam, weir]
  await outlet.pass(database)
  await pretend('/dam', `title = 'Menu', authors = '{Nobody}'`)
  const before = await everything()
  const { counts, told } = await run()
  expect(told[0]).toMatchObject({
    outcome: { kind: 'changed', fields: ['title', 'authors'], before: { title: 'Menu' }, after: { title: dam.title } },
    stored: 'nothing',
  })
  expect(counts).toMatchObject({ pages: 2, unchanged: 1, changed: 1, fields: { title: 1, authors: 1 } })
  expect(await everything()).toEqual(before)
})

test('applied, it is the next version: the older one is kept whole, the log says who, the story is due', async () => {
  outlet.entries = [dam]
  await outlet.pass(database)
  await pretend('/dam', `text = 'Menu', authors = '{Nobody}', lang = 'xx', section = 'Menu'`)
  const [before] = await query<{ settled_at: Date; attempts: number }>('select settled_at, attempts from article')
  expect((await run(apply)).counts).toMatchObject({ changed: 1, stored: { applied: 1 } })
  expect(await versions()).toEqual([
    {
      ...{ version: 1, title: dam.title, text: 'Menu', authors: ['Nobody'], lang: 'xx', section: 'Menu' },
      changed: ['authors', 'lang', 'section', 'text'],
    },
  ])
  expect(await query('select version, text, lang, section, settled_at, attempts from article')).toEqual([
    { version: 2, text: dam.text.join('\n\n'), lang: 'en', section: null, ...before },
  ])
  expect(await query(`select at, actor, details from change_log where kind = 'corrected'`)).toEqual([
    { at: later, actor: 'operator:desk', details: { version: 2, changed: ['authors', 'lang', 'section', 'text'] } },
  ])
  expect(await query('select revision from story')).toEqual([{ revision: 2 }])
  expect((await run(apply)).counts).toMatchObject({ unchanged: 1, changed: 0 })
  expect(await versions()).toHaveLength(1)
})

test('of an article that was corrected the newest page counts, and none where that was not kept', async () => {
  outlet.entries = [dam]
  await outlet.pass(database)
  const title = 'The dam of the valley is to be replaced this spring'
  outlet.entries = [{ ...dam, title, updated: '2026-03-10T08:10:00Z' }]
  outlet.now = new Date('2026-03-10T08:20:00Z')
  await outlet.pass(database)
  expect((await run(apply)).counts).toMatchObject({ pages: 1, unchanged: 1 })
  await query('delete from raw_page where fetched_at = $1', [outlet.now])
  const { counts } = await run(apply)
  expect(counts).toMatchObject({ pages: 1, outdated: 1, changed: 0 })
  expect(await query('select title, version from article')).toEqual([{ title, version: 2 }])
})

test('a page that was rejected wrongly becomes an article, once, and is grouped like any other', async () => {
  outlet.entries = [dam]
  await outlet.pass(database)
  const rejected = `state = 'rejected', rejected_reason = 'paywalled', title = null, text = null, title_key = null`
  await query('truncate membership, story cascade')
  await pretend('/dam', rejected)
  const { counts, told } = await run(apply)
  expect(told).toMatchObject([{ outcome: { kind: 'newly-accepted', was: 'paywalled' }, stored: 'applied' }])
  expect(counts).toMatchObject({ 'newly-accepted': 1, stored: { applied: 1 } })
  expect(await query('select state, rejected_reason, title, attempts from article')).toEqual([
    { state: 'extracted', rejected_reason: null, title: dam.title, attempts: 1 },
  ])
  expect(await query(`select actor, details from change_log where kind = 'accepted'`)).toEqual([
    { actor: 'operator:desk', details: { was: 'paywalled' } },
  ])
  expect((await run(apply)).counts).toMatchObject({ unchanged: 1 })
  expect((await outlet.pass(database)).cluster).toMatchObject({ articles: 1 })
})

test('a newly accepted page that is an article already is a duplicate of it', async () => {
  outlet.entries = [dam, { ...weir, path: '/again' }]
  await outlet.pass(database)
  await query(
    `update raw_page set body_brotli = (select body_brotli from raw_page where article_id = (select id from article where canonical_url like '%/dam'))`,
  )
  await pretend('/again', `state = 'rejected', rejected_reason = 'too-short'`)
  expect((await run(apply)).told.map(({ stored }) => stored).sort()).toEqual(['duplicate', 'nothing'])
  expect(await query(`select rejected_reason from article where canonical_url like '%/again'`)).toEqual([
    { rejected_reason: 'duplicate' },
  ])
  expect((await run()).counts).toMatchObject({ pages: 1 })
})

test('what is newly rejected stays an article; another reason for a rejection is recorded', async () => {
  outlet.entries = [dam, weir]
  await outlet.pass(database)
  const short = brotliCompressSync(
    '<!DOCTYPE html><html><head><title>A</title></head><body><p>Short.</p></body></html>',
  )
  await query('update raw_page set body_brotli = $1', [short])
  await pretend('/weir', `state = 'rejected', rejected_reason = 'paywalled'`)
  const { counts } = await run(apply)
  expect(counts).toMatchObject({
    ...{ 'newly-rejected': 1, 'rejected-otherwise': 1, reasons: { 'too-short': 1 }, stored: { applied: 1 } },
  })
  expect(await query('select state, rejected_reason, version from article order by canonical_url')).toEqual([
    { state: 'extracted', rejected_reason: null, version: 1 },
    { state: 'rejected', rejected_reason: 'too-short', version: 1 },
  ])
})

test('opt-outs of pages that were kept before are recorded and honoured', async () => {
  outlet.licensed = 'all'
  const robots = (content: string) => ({ head: `<meta name="robots" content="${content}">` })
  outlet.entries = [{ ...dam, ...robots('noindex') }, { ...weir, headers: { 'x-robots-tag': 'noai' } }, lock]
  await outlet.pass(database)
  await pretend('/dam', `opt_outs = '{}'`)
  expect((await run({ licensed: 'all' })).counts).toMatchObject({ unchanged: 3, optOuts: { noindex: 1 } })
  const { counts } = await run(apply)
  expect(counts).toMatchObject({
    unchanged: 2,
    'newly-rejected': 1,
    reasons: { 'opted-out': 1 },
    optOuts: { noindex: 1 },
  })
  expect(await query('select opt_outs, state from article order by canonical_url')).toEqual([
    { opt_outs: ['noindex'], state: 'extracted' },
    { opt_outs: [], state: 'extracted' },
    { opt_outs: ['noai'], state: 'extracted' },
  ])
  expect((await run()).outcomes.map(([path]) => path).sort()).toEqual(['/dam', '/lock'])
})

test('a damaged copy costs itself only', async () => {
  outlet.entries = [dam, weir]
  await outlet.pass(database)
  await query(
    `update raw_page set body_brotli = substring(body_brotli from 1 for 40) where article_id = (select min(id) from article)`,
  )
  expect((await run(apply)).counts).toMatchObject({ pages: 2, unreadable: 1, unchanged: 1 })
})

test('a choice of pages: by source, by the day of the newest page, by number', async () => {
  outlet.entries = [dam]
  await outlet.pass(database)
  outlet.entries = [dam, weir, lock]
  outlet.now = new Date('2026-03-11T08:00:00Z')
  await outlet.pass(database)
  const pages = async (more: Partial<ReplayOptions>) => (await run(more)).counts.pages
  const midnight = new Date('2026-03-11T00:00:00Z')
  expect(await pages({ choice: { source: 'ledger' } })).toBe(3)
  expect(await pages({ choice: { source: 'other' } })).toBe(0)
  expect(await pages({ choice: { since: midnight } })).toBe(2)
  expect(await pages({ choice: { before: midnight } })).toBe(1)
  expect(await pages({ limit: 2 })).toBe(2)
})

test('of an archive of many pages each comes once, and what was done before an interruption stays', async () => {
  outlet.entries = Array.from({ length: 30 }, (_, n) => entry(`p${n}`, `bridge ${n}`))
  await outlet.pass(database)
  await query(`update article set title = 'Menu'`)
  expect(new Set((await run()).outcomes.map(([path]) => path)).size).toBe(30)
  const abort = new AbortController()
  let told = 0
  const tell = async () => {
    told += 1
    if (told === 17) abort.abort()
  }
  expect((await run({ ...apply, tell, signal: abort.signal })).counts.stored).toMatchObject({ applied: 17 })
  expect(await versions()).toHaveLength(17)
  expect((await run(apply)).counts).toMatchObject({ unchanged: 17, changed: 13 })
})

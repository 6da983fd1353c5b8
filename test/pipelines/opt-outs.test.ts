import { afterEach, beforeEach, expect, test } from 'vitest'
import { readStatus } from '../../src/store/status.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type Entry, type SmallOutlet, smallOutlet } from './small-outlet.ts'

let outlet: SmallOutlet
let database: TestDatabase

beforeEach(async () => {
  outlet = await smallOutlet()
  database = await testDatabase()
})
afterEach(async () => {
  await outlet.close()
  await database.drop()
})

const tower: Entry = {
  path: '/tower',
  title: 'Clock tower to be lit again from Sunday',
  text: [
    'The clock tower on the market square will be lit again from Sunday, eleven years after its lamps were switched off to save money.',
    'A gift of 60,000 dollars from a baker who grew up across the square pays for new lamps and for the power of the first five years.',
    'The council thanked the donor, who asked for nothing but a switch of her own, which she will turn for the first time at dusk.',
  ],
  updated: '2026-03-10T07:00:00Z',
}
const robots = (content: string) => ({ head: `<meta name="robots" content="${content}">` })
const query = async <Row extends object>(sql: string): Promise<Row[]> => (await database.pool.query<Row>(sql)).rows
const articles = () =>
  query('select state, rejected_reason as reason, opt_outs, text is not null as has_text from article')
const copies = async () => (await query('select article_id from raw_page')).length

test('a page that reserves its text is rejected under that reason, and nothing of it is kept', async () => {
  outlet.entries = [{ ...tower, headers: { 'tdm-reservation': '1', 'x-robots-tag': 'otherbot: noarchive' } }]
  expect((await outlet.pass(database)).extract).toMatchObject({ extracted: 0, rejected: { 'opted-out': 1 } })
  expect(await articles()).toEqual([
    { state: 'rejected', reason: 'opted-out', opt_outs: ['tdm-reservation'], has_text: false },
  ])
  expect(await copies()).toBe(0)
  const status = await readStatus(database.db)
  expect(status).toMatchObject({ rejectedByReason: { 'opted-out': 1 }, pagesByOptOut: { 'tdm-reservation': 1 } })
})

test('under a licence it becomes an article like any other, with the reservation on record', async () => {
  outlet.licensed = 'all'
  outlet.entries = [{ ...tower, ...robots('noai') }]
  expect((await outlet.pass(database)).extract).toMatchObject({ extracted: 1 })
  expect(await articles()).toMatchObject([{ state: 'extracted', opt_outs: ['noai'], has_text: true }])
  expect(await copies()).toBe(1)
})

test('noarchive keeps the text and no copy of the page', async () => {
  outlet.entries = [
    { ...tower, ...robots('noarchive, noindex') },
    { ...tower, path: '/stub', title: 'A stub', text: ['Too short to be an article.'], ...robots('noarchive') },
  ]
  expect((await outlet.pass(database)).extract).toMatchObject({ extracted: 1, rejected: { 'too-short': 1 } })
  expect(new Set(await articles())).toEqual(
    new Set([
      { state: 'extracted', reason: null, opt_outs: ['noarchive', 'noindex'], has_text: true },
      { state: 'rejected', reason: 'too-short', opt_outs: ['noarchive'], has_text: false },
    ]),
  )
  expect(await copies()).toBe(0)
})

test.each([
  ['noarchive', 1],
  ['noai', 0],
])('a page that says %s when it is looked at again loses its copies, not its article', async (word, corrected) => {
  outlet.entries = [tower]
  await outlet.pass(database)
  expect(await copies()).toBe(1)
  const title = 'Clock tower to be lit again from Monday'
  outlet.entries = [{ ...tower, title, updated: '2026-03-10T08:10:00Z', ...robots(word) }]
  outlet.now = new Date('2026-03-10T08:20:00Z')
  expect((await outlet.pass(database)).extract).toMatchObject({ corrected })
  expect(await articles()).toEqual([{ state: 'extracted', reason: null, opt_outs: [word], has_text: true }])
  expect(await query('select title from article')).toEqual([{ title: corrected ? title : tower.title }])
  expect(await copies()).toBe(0)
})

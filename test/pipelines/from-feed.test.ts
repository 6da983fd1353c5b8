import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type SmallOutlet, smallOutlet } from './small-outlet.ts'

let database: TestDatabase
let outlet: SmallOutlet
beforeEach(async () => {
  database = await testDatabase()
  outlet = await smallOutlet()
})
afterEach(async () => {
  await outlet.close()
  await database.drop()
})

const told = Array.from(
  { length: 16 },
  (_, day) =>
    `On day ${day + 1} of the strike the ferries stayed at the quay, and the harbour office counted ${day * 40 + 12} lorries in the queue.`,
)
const entry = { path: '/strike', title: 'Ferries stay at the quay', updated: '2026-03-10T07:00:00Z', inFeed: told }

const rows = async () => {
  const { rows: found } = await database.pool.query('select state, rejected_reason, title, text, lang from article')
  return found
}

test('an article whose page gives too little is read from the feed that carries it', async () => {
  outlet.entries = [{ ...entry, text: ['Read on in our app.'] }]
  await outlet.pass(database)
  expect(await rows()).toEqual([
    { state: 'extracted', rejected_reason: null, title: entry.title, text: told.join('\n\n'), lang: 'en' },
  ])
})

test('so is one whose page is refused; the refusal counts where the feed does not carry it', async () => {
  outlet.entries = [
    { ...entry, status: 403, text: ['Members only.'] },
    {
      ...entry,
      path: '/other',
      title: 'The other story',
      status: 403,
      text: ['Members only.'],
      inFeed: told.slice(0, 2),
    },
  ]
  await outlet.pass(database)
  expect((await rows()).toSorted((a, b) => (a.state < b.state ? -1 : 1))).toMatchObject([
    { state: 'extracted', text: told.join('\n\n') },
    { state: 'rejected', rejected_reason: 'blocked' },
  ])
})

test('the page comes first, and a teaser in the feed is no article', async () => {
  const page = told.map((text) => text.replace('ferries', 'boats'))
  outlet.entries = [{ ...entry, text: page }]
  await outlet.pass(database)
  expect(await rows()).toMatchObject([{ state: 'extracted', text: page.join('\n\n') }])
  outlet.entries = [
    {
      ...entry,
      path: '/next',
      id: 'next',
      title: 'The strike is over',
      text: ['Read on in our app.'],
      inFeed: told.slice(0, 3),
    },
  ]
  await outlet.pass(database)
  expect(await rows()).toContainEqual(expect.objectContaining({ state: 'rejected', rejected_reason: 'too-short' }))
})

test('a page that reserves its text is not read from the feed either', async () => {
  outlet.entries = [{ ...entry, text: told, headers: { 'tdm-reservation': '1' } }]
  await outlet.pass(database)
  expect(await rows()).toMatchObject([{ state: 'rejected', rejected_reason: 'opted-out', text: null }])
})

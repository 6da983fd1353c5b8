import { afterAll, beforeAll, expect, test } from 'vitest'
import { readChoices } from '../../pipelines/read-choices.ts'
import { noChoice } from '../../src/leaning/fact-choices.ts'
import { tellingsOfStory, toldStories } from '../../src/store/told-stories.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { outlet } from '../leaning/invented-press.ts'
import { leviesOf, toldBy } from '../leaning/levy.ts'
import { foundSource, printStory } from './printed-stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  for (const id of ['pier', 'workbench', 'ledger', 'reprint']) await foundSource(database.pool, id, id)
  await foundSource(database.pool, 'northline', 'Northline', 'wire')
})
afterAll(() => database.drop())

const sources = [
  outlet('pier', null),
  ...[outlet('workbench', 'left'), outlet('northline', 'center'), outlet('ledger', 'right')],
]

test('choices of facts are read from the stories that two sides told, agencies’ copy and other languages aside', async () => {
  const { db, pool } = database
  const levy = await printStory(pool, [
    { source: 'workbench', text: leviesOf(0, 'jobs', 'pensions') },
    { source: 'ledger', text: leviesOf(1, 'auditor', 'dredging') },
    { source: 'pier', text: leviesOf(2, 'auditor', 'dredging', 'ferry') },
    { source: 'reprint', text: leviesOf(0, 'jobs'), wire: 'Northline' },
  ])
  await printStory(pool, [
    { source: 'workbench', text: leviesOf(0, 'court') },
    { source: 'pier', text: leviesOf(1, 'court') },
  ])
  await printStory(pool, [
    { source: 'workbench', text: leviesOf(0, 'court') },
    { source: 'ledger', text: leviesOf(1, 'jobs') },
    { source: 'pier', text: leviesOf(2, 'court'), lang: 'de' },
  ])
  const wired = await printStory(pool, [
    { source: 'northline', text: leviesOf(0, 'court'), wire: 'Northline' },
    { source: 'workbench', text: leviesOf(1, 'jobs') },
    { source: 'ledger', text: leviesOf(2, 'ferry') },
  ])

  const told = await toldStories(db, { before: null, limit: 10 })
  expect(told.map(({ tellers }) => tellers)).toEqual([
    ...[
      ['ledger', 'northline', 'workbench'],
      ['ledger', 'workbench'],
    ],
    ...[
      ['pier', 'workbench'],
      ['ledger', 'pier', 'workbench'],
    ],
  ])
  expect([told[0]?.id, told[3]?.id]).toEqual([wired, levy])
  expect(await toldStories(db, { before: null, limit: 1 })).toEqual(told.slice(0, 1))
  expect(await toldStories(db, { before: wired, limit: 10 })).toEqual(told.slice(1))
  const read = await tellingsOfStory(db, levy, told[3]?.tellers.slice(0, 2) ?? [])
  expect(read.map(({ sourceId }) => sourceId)).toEqual(['ledger', 'pier'])

  const choices = await readChoices(db, sources)
  const { stories, rightOverLeft, shared } = choices.of('pier')
  expect(stories).toBe(1)
  expect(rightOverLeft).toEqual({ sum: expect.closeTo(2 * Math.log(3)), facts: 3 })
  expect(shared.right).toMatchObject({ own: { carried: 2, of: 2 }, rivals: { carried: 0, of: 2 } })
  expect(shared.right.examples).toEqual([
    { sentence: toldBy(2, 'auditor'), article: `https://pier.example/${levy}-2`, tellings: 1 },
    { sentence: toldBy(2, 'dredging'), article: `https://pier.example/${levy}-2`, tellings: 1 },
  ])
  expect(choices.of('northline').stories).toBe(1)
  expect(choices.of('reprint')).toEqual(noChoice)
  expect((await readChoices(db, sources, { signal: AbortSignal.abort() })).of('pier')).toEqual(noChoice)
})

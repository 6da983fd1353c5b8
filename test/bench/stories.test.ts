import { expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { fillWithOpen } from './stories/restart.ts'
import { shuffleAgreement } from './stories/shuffle.ts'
import { measure } from './stories/speed.ts'
import { speedTable } from './stories/speed-lines.ts'
import { type SyntheticArticle, streamWithOpen, syntheticArticles } from './stories/synthetic.ts'

const some = (count: number, articles: Iterator<SyntheticArticle>) =>
  Array.from({ length: count }, () => articles.next().value as SyntheticArticle)

const few = some(3000, syntheticArticles({ seed: 'test', perDay: 1000 }))

test('the synthetic stream is the same for the same seed and another for another', () => {
  const again = some(200, syntheticArticles({ seed: 'test', perDay: 1000 }))
  expect(again).toEqual(few.slice(0, 200))
  expect(some(200, syntheticArticles({ seed: 'other', perDay: 1000 }))).not.toEqual(again)
})

test('its articles come in order at a steady rate, each with an id of its own', () => {
  expect(new Set(few.map(({ id }) => id)).size).toBe(few.length)
  expect(few.every(({ when }, at) => at === 0 || when >= (few[at - 1]?.when ?? when))).toBe(true)
  expect((few.at(-1)?.when.getTime() ?? 0) - (few[0]?.when.getTime() ?? 0)).toBeCloseTo(2.999 * 86_400_000, -3)
})

test('most events are small and some are large', () => {
  const sizes = new Map<string, number>()
  for (const { event } of few) sizes.set(event, (sizes.get(event) ?? 0) + 1)
  const small = [...sizes.values()].filter((size) => size <= 3).length
  expect(small / sizes.size).toBeGreaterThan(0.7)
  expect(Math.max(...sizes.values())).toBeGreaterThan(30)
})

test('its fields are as long as real ones, without a term twice', () => {
  for (const { features } of few.slice(0, 300)) {
    const body = features.body.texts
    expect(new Set(body).size).toBe(body.length)
    expect(body.length).toBeGreaterThanOrEqual(122)
    expect(body.length).toBeLessThanOrEqual(179)
  }
})

test('so many articles are open as were asked for, up to the day that is being filled', async () => {
  const figures = await measure({ kind: 'assign', open: 500, passed: 700, timed: 20, seed: 'open' })
  expect(figures['open']).toBeGreaterThanOrEqual(500)
  expect(figures['open']).toBeLessThanOrEqual(601)
  expect(figures['perSecond']).toBeGreaterThan(0)
})

test('a restart is measured on articles that are open', async () => {
  const database = await testDatabase()
  await fillWithOpen(database.db, 300, 'restart')
  expect(await measure({ kind: 'restart', url: database.url })).toMatchObject({ open: 301, articles: 1 })
  await database.drop()
})

test('memory is measured on articles that are open', async () => {
  const { open, bytesEach } = await measure({ kind: 'memory', open: 300, seed: 'memory' })
  expect(open).toBe(300)
  expect(bytesEach).toBeGreaterThan(100)
})

test('rows in one order agree with themselves, whatever the shuffle; a shuffled day gives a share', () => {
  const oneADay = few.slice(0, 40).map((row, at) => ({ ...row, when: new Date(Date.UTC(2031, 0, 1 + at)) }))
  expect(shuffleAgreement(oneADay, 'any')).toBe(1)
  const agreement = shuffleAgreement(some(300, streamWithOpen(300, 5, 'shuffle')), 'any')
  expect(agreement).toBeGreaterThan(0.5)
  expect(agreement).toBeLessThanOrEqual(1)
})

test('the table names what missed its bar', () => {
  const line = { piece: 'memory', means: 'bytes', figure: 3000, bar: 2048, passes: false, details: {} } as const
  expect(speedTable([line])).toContain('MISSED')
})

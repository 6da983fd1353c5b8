import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestPassage, overlaps } from '../../src/story/overlap.ts'

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ')
const runs = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }).map((list) => Uint32Array.from(list))

test('the longest passage is the longest run, in words', () => {
  const a = Uint32Array.from([1, 2, 3, 9, 4, 5, 6, 7])
  expect(longestPassage(a, Uint32Array.from([4, 5, 6, 7, 1, 2, 3]))).toBe(8)
  expect(longestPassage(a, Uint32Array.from([3, 2, 1]))).toBe(5)
  expect(longestPassage(a, Uint32Array.from([8]))).toBe(0)
  expect(longestPassage(a, a)).toBe(12)
})

test('a passage is never longer than either text and stands in both', () => {
  fc.assert(
    fc.property(runs, runs, (a, b) => {
      const length = Math.max(0, longestPassage(a, b) - 4)
      const text = `,${b.join(',')},`
      const starts = [...a.keys()].filter((at) => at + length <= a.length)
      expect(length === 0 || starts.some((at) => text.includes(`,${a.slice(at, at + length).join(',')},`))).toBe(true)
    }),
  )
})

test('one word a hundred thousand times costs no more than other texts', () => {
  const start = performance.now()
  const texts = Array.from({ length: 10 }, () => 'again '.repeat(100_000))
  expect(overlaps(texts, { share: 0.25, passage: 40 })).toHaveLength(45)
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('pairs that share less than asked for are left out', () => {
  const texts = [words(0, 100), `${words(0, 30)} ${words(500, 70)}`, words(900, 100)]
  const found = (share: number, passage: number) =>
    overlaps(texts, { share, passage }).map((one) => ({ ...one, passage: one.passage() }))
  const pair = { first: 0, second: 1, share: 26 / 96, passage: 30, mostlySpeech: false }
  expect(found(0.25, 40)).toEqual([pair])
  expect(found(0.3, 30)).toEqual([pair])
  expect(found(0.3, 31)).toEqual([])
})

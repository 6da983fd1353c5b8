import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayCount, isOutside, learnExpectation } from '../../src/feed/expectation.ts'

const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10)
const days = (...items: (number | null)[]): DayCount[] =>
  items.flatMap((count, index) => (count === null ? [] : [{ day: dayOf(index), items: count }]))
const times = <Value>(count: number, values: readonly Value[]) => Array.from({ length: count }, () => values).flat()

const workingWeek = [100, 100, 100, 100, 100, 30, 20]

test('half of the leanest week, twice the fullest: a weekend is no silence', () => {
  expect(learnExpectation(days(...times(2, workingWeek)))).toEqual({ least: 39.2, most: 157.2, days: 14 })
})

test('nothing is expected before two weeks were watched', () => {
  expect(learnExpectation([])).toBeNull()
  expect(learnExpectation(days(...times(13, [10])))).toBeNull()
  expect(learnExpectation(days(...times(14, [10])))).not.toBeNull()
})

test('a source that says little is not quiet after a week without', () => {
  expect(learnExpectation(days(...times(3, [1, 0, 0, 1, 0, 0, 0])))).toEqual({ least: 0, most: 1.1, days: 21 })
})

test('a day that was not asked counts as none; after a longer gap, what had gathered does not', () => {
  const steady = learnExpectation(days(...times(14, [10])))
  expect(learnExpectation(days(10, 10, 10, null, 20, ...times(9, [10])))).toMatchObject({ least: 5, most: 22.9 })
  expect(learnExpectation(days(...times(7, [10]), null, null, null, 900, ...times(7, [10])))).toEqual(steady)
  expect(learnExpectation(days(...times(6, [10, 10, 10, null, null, null])))).toBeNull()
})

test('a week outside of what is expected is a finding, and no new normal', () => {
  const expected = { least: 5, most: 20 }
  expect(isOutside(days(...times(7, [10])), expected)).toBe(false)
  expect(isOutside(days(...times(7, [10]), ...times(7, [1])), expected)).toBe(true)
  expect(isOutside(days(...times(7, [30])), expected)).toBe(true)
  expect(isOutside(days(...times(6, [30])), expected)).toBe(false)
})

test('what was watched lies within what is expected of it', () => {
  const watched = fc.array(fc.nat({ max: 500 }), { minLength: 14, maxLength: 60 })
  fc.assert(
    fc.property(watched, (items) => {
      const counts = days(...items)
      const expected = learnExpectation(counts)
      if (expected === null) throw new Error('two weeks were watched')
      expect(expected.least).toBeGreaterThanOrEqual(0)
      expect(isOutside(counts, expected)).toBe(false)
    }),
  )
})

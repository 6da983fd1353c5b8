import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesPerItem, observe, type Rate, unknownRate } from '../../src/feed/rate.ts'

/** A rate after polls of `hours` each, with so many new items. */
const after = (polls: readonly [hours: number | null, newItems: number][], from: Rate = unknownRate) =>
  polls.reduce((rate, [hours, newItems]) => observe(rate, { hours, newItems }), from)
const perHour = ({ items, hours }: Rate) => items / hours

test('what the first poll brings says nothing: it had gathered before', () => {
  expect(after([[null, 40]])).toEqual(unknownRate)
})

test('two polls at one moment, and a clock that ran back, change nothing', () => {
  const rate = after([[4, 2]])
  expect(
    after(
      [
        [0, 5],
        [-3, 5],
      ],
      rate,
    ),
  ).toEqual(rate)
})

test('a steady feed keeps its rate, however often it is asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      (waits, itemsPerHour) => {
        const rate = after(waits.map((hours) => [hours, hours * itemsPerHour]))
        expect(perHour(rate)).toBeCloseTo(itemsPerHour, 6)
      },
    ),
  )
})

test('hours and items stay bounded', () => {
  const rate = after(Array.from({ length: 5_000 }, () => [1, 100]))
  expect(rate.hours).toBeLessThan(70)
  expect(rate.items).toBeLessThan(7_000)
})

test('what was two days ago counts half', () => {
  const rate = after([[4, 8]])
  const later = after([[48, 0]], rate)
  expect(later.items).toBeCloseTo(rate.items / 2)
})

test('a burst is felt within hours, silence within days', () => {
  const steady = after(Array.from({ length: 200 }, () => [1, 0.2]))
  const minutes = (rate: Rate) => minutesPerItem(rate, 120)
  expect(minutes(steady)).toBeGreaterThan(240)
  expect(
    minutes(
      after(
        [
          [1, 20],
          [1, 20],
          [1, 20],
        ],
        steady,
      ),
    ),
  ).toBeLessThan(70)
  expect(minutes(after([[24 * 7, 0]], steady))).toBeGreaterThan(24 * 60)
})

test('nothing known is taken as assumed', () => {
  expect(minutesPerItem(unknownRate, 120)).toBe(120)
})

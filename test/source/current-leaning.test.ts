import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentLeaning } from '../../src/source/current-leaning.ts'
import { type RatedLeaning, ratedLeanings } from '../../src/source/leaning.ts'

const now = new Date('2026-11-23T09:00:00Z')

function rating(rater: string, value: RatedLeaning, confidence = 0.8, validFrom = '2024-01-01') {
  return { rater, value, confidence, validFrom }
}

test.each([
  ['nobody rates', [], 'unknown', 0],
  ['one rater', [rating('a', 'lean-right')], 'lean-right', 0],
  ['a rating of tomorrow does not count', [rating('a', 'left', 0.8, '2026-11-24')], 'unknown', 0],
  ['a rating of today does', [rating('a', 'left', 0.8, '2026-11-23')], 'left', 0],
  [
    'the newest of one rater',
    [rating('a', 'right', 1, '2025-01-01'), rating('a', 'left', 1, '2020-01-01')],
    'right',
    0,
  ],
  ['the newest valid of one rater', [rating('a', 'right', 1, '2027-01-01'), rating('a', 'left')], 'left', 0],
  ['the median of three', [rating('a', 'right'), rating('b', 'left'), rating('c', 'lean-left')], 'lean-left', 4],
  [
    'confidence outweighs number',
    [rating('a', 'right', 0.9), rating('b', 'left', 0.2), rating('c', 'left', 0.2)],
    'right',
    4,
  ],
  ['two raters meet between their words', [rating('a', 'left'), rating('b', 'center')], 'lean-left', 2],
  ['nearer the more confident of two', [rating('a', 'lean-left', 0.8), rating('b', 'right', 0.9)], 'lean-right', 3],
  ['one of two who is hardly confident moves little', [rating('a', 'left', 1), rating('b', 'right', 0.1)], 'left', 4],
  ['a tie across the center', [rating('a', 'left'), rating('b', 'right')], 'center', 4],
  ['a tie on the left', [rating('a', 'left'), rating('b', 'lean-left')], 'lean-left', 1],
  ['a tie on the right', [rating('a', 'right'), rating('b', 'lean-right')], 'lean-right', 1],
  [
    'a tie that floating sums miss',
    [rating('a', 'left', 0.3), rating('b', 'right', 0.1), rating('c', 'right', 0.2)],
    'center',
    4,
  ],
] as const)('%s', (_, ratings, leaning, spread) => {
  expect(currentLeaning(ratings, now)).toMatchObject({ leaning, spread })
})

test('it names the raters it rests on', () => {
  const ratings = [rating('b', 'left'), rating('a', 'left'), rating('b', 'center', 0.8, '2023-01-01')]
  expect(currentLeaning([...ratings, rating('c', 'left', 0.8, '2030-01-01')], now).raters).toEqual(['a', 'b'])
})

const ratings = fc.array(
  fc.record({
    rater: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.constantFrom(...ratedLeanings),
    confidence: fc.constantFrom(0.1, 0.2, 0.3, 0.5, 0.8, 1),
    validFrom: fc.constantFrom('2022-01-01', '2024-01-01', '2026-01-01', '2028-01-01'),
  }),
  { maxLength: 8 },
)

test('the order of ratings does not matter', () => {
  const shuffled = ratings.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  )
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(currentLeaning(one, now)).toEqual(currentLeaning(other, now))
    }),
  )
})

test('left and right are treated alike', () => {
  const mirrored = {
    left: 'right',
    'lean-left': 'lean-right',
    center: 'center',
    'lean-right': 'lean-left',
    right: 'left',
    unknown: 'unknown',
  } as const
  fc.assert(
    fc.property(ratings, (some) => {
      const swapped = some.map((rating) => ({ ...rating, value: mirrored[rating.value] }))
      expect(currentLeaning(swapped, now).leaning).toBe(mirrored[currentLeaning(some, now).leaning])
    }),
  )
})

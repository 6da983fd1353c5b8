import { expect, test } from 'vitest'
import { agreements } from '../../src/leaning/agreement.ts'
import type { RatedLeaning } from '../../src/source/leaning.ts'
import { sourceId } from '../../src/source/source.ts'

const now = new Date('2026-03-10T09:00:00Z')
const outlet = (id: string, values: Readonly<Record<string, RatedLeaning>>) => ({
  id: sourceId(id),
  ratings: Object.entries(values).map(([rater, value]) => ({ rater, value, confidence: 0.8, validFrom: '2026-01-01' })),
})

test('a rater is held against the others, and where there are none the other side is unknown', () => {
  const found = agreements(
    [
      outlet('same', { a: 'left', b: 'left' }),
      outlet('near', { a: 'left', b: 'lean-left', c: 'lean-left' }),
      outlet('far', { a: 'left', b: 'right', c: 'right' }),
      outlet('apart', { a: 'left', b: 'center' }),
      outlet('alone', { a: 'center' }),
    ],
    now,
  )
  expect(found).toEqual([
    { rater: 'a', rated: 5, compared: 4, alone: 1, exact: 1, withinOneStep: 2, opposite: ['far'] },
    // Where a and c stand left and right of each other with one weight, the middle is what both are nearest to.
    { rater: 'b', rated: 4, compared: 4, alone: 0, exact: 2, withinOneStep: 2, opposite: [] },
    { rater: 'c', rated: 2, compared: 2, alone: 0, exact: 1, withinOneStep: 1, opposite: [] },
  ])
})

test('only what is valid counts, and of one rater the newest', () => {
  const id = sourceId('post')
  const rating = (rater: string, value: RatedLeaning, validFrom: string) => ({ rater, value, confidence: 1, validFrom })
  const ratings = [
    rating('a', 'left', '2024-01-01'),
    rating('a', 'right', '2025-01-01'),
    rating('b', 'right', '2027-01-01'),
  ]
  expect(agreements([{ id, ratings }], now)).toEqual([
    { rater: 'a', rated: 1, compared: 0, alone: 1, exact: 0, withinOneStep: 0, opposite: [] },
  ])
})

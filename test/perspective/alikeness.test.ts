import { expect, test } from 'vitest'
import { alikenessOf } from '../../src/perspective/alikeness.ts'
import { raschRates } from '../../src/perspective/rasch.ts'
import type { Trait } from '../../src/perspective/traits.ts'
import { type Random, randomFrom } from '../farm/random.ts'

const traitOf = (has: readonly boolean[]): Trait => ({ has, having: has.filter(Boolean).length, weight: 1 })
const isTelling = ({ has, having }: Trait) => having > 1 && having < has.length

/** So many traits by chance, of different frequencies, in reports whose lengths differ by up to so much of their mean. */
function byChance(reports: number, traits: number, random: Random, spread = 0): Trait[] {
  const lengths = Array.from({ length: reports }, () => 1 + spread * (random() - 0.5))
  return Array.from({ length: traits }, () => {
    const rate = random() * 0.7
    return traitOf(lengths.map((length) => random() < rate * length))
  }).filter(isTelling)
}

/** Of so many stories, the mean alikeness of their first reports. */
function meanOf(stories: number, members: readonly number[], spread: number): number {
  const random = randomFrom('chance')
  const found = Array.from({ length: stories }, () => alikenessOf(9, byChance(9, 60, random, spread))(members))
  return found.reduce((sum, one) => sum + one, 0) / stories
}

test('reports that chance has written are not alike on average, in pairs or in larger groups', () => {
  for (const members of [
    [0, 1],
    [0, 1, 2, 3],
  ]) {
    expect(Math.abs(meanOf(200, members, 0))).toBeLessThan(0.5)
    expect(meanOf(200, members, 1)).toBeLessThan(0.5)
  }
})

test('reports that share what others lack are alike, and less so with one that does not', () => {
  const shared = Array.from({ length: 12 }, () => traitOf([true, true, true, false, false, false, false]))
  const alike = alikenessOf(7, [...shared, ...byChance(7, 60, randomFrom('3'))])
  expect(alike([0, 1, 2])).toBeGreaterThan(3)
  expect(alike([0, 1, 2, 6])).toBeLessThan(alike([0, 1, 2]))
  expect(alike([0])).toBe(0)
  expect(alike([0, 5])).toBeLessThan(0)
})

test('rates give each report and each trait as many as it has', () => {
  const rows = [
    [true, true, false],
    [true, false, false],
    [true, false, true],
    [false, true, false],
  ]
  const rates = raschRates(rows)
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)
  expect(rates.map(sum).map(Math.round)).toEqual([2, 1, 2, 1])
  expect([0, 1, 2].map((at) => Math.round(sum(rates.map((row) => row[at] ?? 0))))).toEqual([3, 2, 1])
})

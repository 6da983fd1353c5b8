import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logOddsZ } from '../../src/leaning/log-odds.ts'
import { type Example, fitSides } from '../../src/leaning/side-model.ts'

const example = (of: number, ...features: number[]): Example => ({ features, of, weight: 1 })

test('learns which feature tells the classes apart, a large class counting no more than a small one', () => {
  const small = [example(0, -1, 3), example(0, -2, 1)]
  const large = Array.from({ length: 20 }, (_, at) => example(1, 1 + (at % 3) / 10, at % 4))
  const model = fitSides([...small, ...large], 2, 0.1)
  expect(model([-1.5, 2])[0]).toBeGreaterThan(0.8)
  expect(model([1.1, 2])[1]).toBeGreaterThan(0.8)
})

test('chances sum to one, are finite and the same again, whatever the examples are', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const examples = fc.array(
    fc.record({
      features: fc.tuple(value, value),
      of: fc.nat(2),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(examples, fc.tuple(value, value), (given, asked) => {
      const chances = fitSides(given, 3, 1)(asked)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1)
      expect(fitSides(given, 3, 1)(asked)).toEqual(chances)
    }),
    { numRuns: 50 },
  )
})

test('log-odds are opposite when the groups change places, larger on more evidence, and nothing for a word that is equally common', () => {
  const one = { count: 30, words: 10_000 }
  const other = { count: 5, words: 20_000 }
  expect(logOddsZ(one, other)).toBeGreaterThan(2)
  expect(logOddsZ(other, one)).toBeCloseTo(-logOddsZ(one, other))
  expect(logOddsZ({ count: 3, words: 1000 }, other)).toBeLessThan(logOddsZ(one, other))
  expect(logOddsZ({ count: 10, words: 1000 }, { count: 100, words: 10_000 })).toBeCloseTo(0)
  expect(logOddsZ({ count: 0, words: 0 }, { count: 0, words: 10 })).toBe(0)
})

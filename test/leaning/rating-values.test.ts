import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScale, readValue } from '../../src/leaning/rating-values.ts'
import { ratedLeanings } from '../../src/source/leaning.ts'

const read = (text: string, scale: string | null = null) => {
  const found = readValue(text, scale === null ? null : parseScale(scale))
  return found.kind === 'value' ? found.value : found.kind
}

test.each([
  ['left', 'left'],
  ['left-center', 'lean-left'],
  ['Lean_Left', 'lean-left'],
  ['neutral', 'center'],
  [' Centre ', 'center'],
  ['right-center', 'lean-right'],
  ['far right', 'right'],
  ['', 'unrated'],
  ['unknown', 'unrated'],
  ['N/A', 'unrated'],
  ['2', 'wrong'],
  ['left wing', 'wrong'],
  ['constructor', 'wrong'],
])('%j is %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('unknown is never center', () => {
  for (const text of ['unknown', 'unrated', 'none', '', 'mixed']) expect(read(text)).not.toBe('center')
})

test.each([
  ['-2..2', ['-2', '-1', '0', '1', '2']],
  ['1..5', ['1', '2', '3', '4', '5']],
  ['5..1', ['5', '4', '3', '2', '1']],
  ['-1..1', ['-0.61', '-0.6', '0', '0.3', '0.6']],
])('%s is cut into five equal parts', (scale, numbers) => {
  expect(numbers.map((number) => read(number, scale))).toEqual(ratedLeanings)
})

test('what lies beyond the scale is wrong, and a scale has two ends', () => {
  expect([read('3', '-2..2'), read('-2.01', '-2..2')]).toEqual(['wrong', 'wrong'])
  expect(['1..1', '1-5', 'a..b', '1..', ''].map(parseScale)).toEqual([null, null, null, null, null])
})

test('a step further is never further left', () => {
  const number = fc.integer({ min: -42, max: 42 })
  fc.assert(
    fc.property(number, number, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map((value) => {
        const found = readValue(String(value), { left: -42, right: 42 })
        return found.kind === 'value' ? ratedLeanings.indexOf(found.value) : Number.NaN
      })
      expect(low).toBeLessThanOrEqual(high ?? Number.NaN)
    }),
  )
})

import { expect, test } from 'vitest'
import { maxAgeSeconds } from '../../src/outside/max-age.ts'

test.each([
  [null, null, null],
  ['', null, null],
  ['max-age=300', null, 300],
  ['public, MAX-AGE = 300', null, 300],
  ['max-age="300"', null, 300],
  ['max-age=300', '120', 180],
  ['max-age=300', '900', 0],
  ['max-age=300', 'old', 300],
  ['max-age=0, must-revalidate', null, 0],
  ['s-maxage=900', null, null],
  ['x-max-age=900', null, null],
  ['no-cache, max-age=300', null, null],
  ['no-store', null, null],
  ['max-age=-5', null, null],
  ['max-age=1.5', null, null],
  ['max-age=999999999999', null, 31_536_000],
  ['max-age=300, max-age=5', null, 300],
])('Cache-Control %j with Age %j → %j', (cacheControl, age, seconds) => {
  expect(maxAgeSeconds(cacheControl, age)).toBe(seconds)
})

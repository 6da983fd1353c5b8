import { expect, test } from 'vitest'
import { retryAfterSeconds } from '../../src/outside/retry-after.ts'

const now = new Date('2026-11-02T10:00:00Z')

test.each([
  ['0', 0],
  ['120', 120],
  [' 60 ', 60],
  ['86401', 86_400],
  ['9'.repeat(400), 86_400],
  ['Mon, 02 Nov 2026 10:02:00 GMT', 120],
  ['Mon, 02 Nov 2026 09:00:00 GMT', 0],
  ['Wed, 02 Dec 2026 10:00:00 GMT', 86_400],
  ['Monday, 02-Nov-26 10:02:00 GMT', 120],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['Mondayish', null],
  ['', null],
  [null, null],
])('Retry-After %j → %j', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds)
})

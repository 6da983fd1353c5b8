import { expect, test } from 'vitest'
import { afterFailedFetch } from '../../src/article/after-failed-fetch.ts'
import { fetchFailures } from '../../src/feed/fetch-failure.ts'

const now = new Date('2026-03-10T12:00:00Z')
const after = (reason: (typeof fetchFailures)[number], attempts = 0, retryAfterSeconds: number | null = null) =>
  afterFailedFetch(reason, { attempts, retryAfterSeconds, now })
const inMinutes = (minutes: number) => ({ kind: 'postponed', until: new Date(now.getTime() + minutes * 60_000) })

test('only what may pass by itself is tried again', () => {
  const final = fetchFailures.filter((reason) => after(reason).kind === 'rejected')
  expect(final).toEqual(['address-forbidden', 'too-many-redirects', 'too-large', 'http-4xx', 'gone', 'blocked'])
  for (const reason of final) expect(after(reason)).toEqual({ kind: 'rejected', reason })
})

test.each([
  [0, 10],
  [1, 20],
  [2, 40],
  [3, 80],
  [4, 160],
])('after %i attempts it waits %i minutes', (attempts, minutes) => {
  expect(after('timeout', attempts)).toEqual(inMinutes(minutes))
})

test('the sixth failure stands', () => {
  expect(after('http-5xx', 5)).toEqual({ kind: 'rejected', reason: 'http-5xx' })
  expect(after('dns', 60)).toEqual({ kind: 'rejected', reason: 'dns' })
})

test('the server may ask for more patience, not for less', () => {
  expect(after('rate-limited', 0, 3600)).toEqual(inMinutes(60))
  expect(after('rate-limited', 2, 3600)).toEqual(inMinutes(60))
  expect(after('rate-limited', 2, 5)).toEqual(inMinutes(40))
  expect(after('rate-limited', 5, 3600)).toEqual({ kind: 'rejected', reason: 'rate-limited' })
})

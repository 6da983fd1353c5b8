import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noHints } from '../../src/feed/hints.ts'
import { nextCheck, nextCheckSettings, type PollHistory } from '../../src/feed/next-check.ts'

const now = new Date('2026-03-12T06:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const fine = { polls: [], failuresInRow: 0, failure: null } satisfies PollHistory
const failed = (
  kind: 'passing' | 'lasting' | 'limited' | 'gone',
  failuresInRow: number,
  retryAfterSeconds: number | null = null,
) => ({
  ...fine,
  failuresInRow,
  failure: { class: kind, retryAfterSeconds },
})
const minutesUntil = (history: PollHistory, ttlMinutes: number | null = null, jitter = 0) =>
  (nextCheck(history, { ...noHints, ttlMinutes }, nextCheckSettings, now, jitter).getTime() - now.getTime()) / 60_000

test.each<[string, PollHistory, number | null, number]>([
  ['a new feed', fine, null, 60],
  ['a first poll, however many items it brought', { ...fine, polls: [{ at: now, newItems: 40 }] }, null, 60],
  [
    'twice as often as items come',
    {
      ...fine,
      polls: [
        { at: now, newItems: 4 },
        { at: ago(8), newItems: 30 },
      ],
    },
    null,
    60,
  ],
  [
    'a wire that never rests',
    {
      ...fine,
      polls: [
        { at: now, newItems: 500 },
        { at: ago(1), newItems: 0 },
      ],
    },
    null,
    10,
  ],
  [
    'silent for six hours',
    {
      ...fine,
      polls: [
        { at: now, newItems: 0 },
        { at: ago(6), newItems: 9 },
      ],
    },
    null,
    360,
  ],
  [
    'silent for a month',
    {
      ...fine,
      polls: [
        { at: now, newItems: 0 },
        { at: ago(700), newItems: 9 },
      ],
    },
    null,
    1440,
  ],
  ['not before the ttl', fine, 180, 180],
  ['but within a day', fine, 10_080, 1440],
  ['a short ttl asks for nothing', fine, 5, 60],
  ['one timeout', failed('passing', 1), null, 10],
  ['four timeouts', failed('passing', 4), null, 80],
  ['a hundred timeouts', failed('passing', 100), null, 1440],
  ['one not-found', failed('lasting', 1), null, 120],
  ['three not-founds', failed('lasting', 3), null, 480],
  ['too many requests', failed('limited', 1), null, 30],
  ['Retry-After', failed('limited', 1, 7200), null, 120],
  ['a Retry-After shorter than the back-off', failed('limited', 3, 60), null, 120],
  ['a Retry-After of a year', failed('limited', 1, 31_536_000), null, 1440],
  ['gone', failed('gone', 1), null, 10_080],
])('%s', (_, history, ttlMinutes, minutes) => {
  expect(minutesUntil(history, ttlMinutes)).toBe(minutes)
})

test('jitter delays by up to a tenth, never below what was asked and never above the bounds', () => {
  expect(minutesUntil(fine, null, 1)).toBeCloseTo(66)
  expect(minutesUntil(failed('passing', 50), null, 1)).toBe(1440)
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(200),
      fc.nat(10_000),
      (jitter, failures, newItems) => {
        const poll = {
          ...fine,
          polls: [
            { at: now, newItems },
            { at: ago(5), newItems: 1 },
          ],
        }
        for (const history of [poll, failed('lasting', failures), failed('limited', failures, newItems)]) {
          expect(minutesUntil(history, null, jitter)).toBeGreaterThanOrEqual(10)
          expect(minutesUntil(history, null, jitter)).toBeLessThanOrEqual(1440)
        }
      },
    ),
  )
})

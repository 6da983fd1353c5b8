import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffs, deadMinutes, type Failing, isDead } from '../../src/feed/back-off.ts'
import { type FailureClass, failureClasses, type PollFailure, robotsFailure } from '../../src/feed/failure-class.ts'
import { nextCheck, nextCheckSettings, type PollState } from '../../src/feed/next-check.ts'
import { noHints } from '../../src/feed/parsed.ts'
import { unknownRate } from '../../src/feed/rate.ts'

// A Thursday.
const now = new Date('2026-03-12T06:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const fine: PollState = { rate: unknownRate, hints: noHints, maxAgeSeconds: null, failing: null }
const rate = (items: number, hours: number): PollState => ({ ...fine, rate: { items, hours } })
const hinted = (hints: Partial<PollState['hints']>): PollState => ({ ...fine, hints: { ...noHints, ...hints } })
const failed = (failure: FailureClass, inRow: number, more: Partial<Failing> = {}): PollState => ({
  ...fine,
  failing: { class: failure, inRow, since: now, retryAfterSeconds: null, ...more },
})
const minutesUntil = (state: PollState, jitter = 0, at = now) =>
  (nextCheck(state, nextCheckSettings, at, jitter).getTime() - at.getTime()) / 60_000

const hour = 60
const day = 24 * hour

test.each<[string, PollState, number]>([
  ['a new feed', fine, hour],
  ['twice as often as items come', rate(11.5, 23), hour],
  ['an hour of silence after the first poll', rate(0, 1), 2 * hour],
  ['a busy first hour', rate(9.5, 1), 10],
  ['six hours of silence', rate(0, 6), 7 * hour],
  ['a silent feed', rate(0, 69), day],
  ['a feed that fell silent long ago', rate(0.001, 69), day],
  ['a weekly feed between its issues', rate(0.3, 69), day],
  ['a daily newsletter', rate(2.5, 59), 10 * hour],
  ['a wire that never rests', rate(5_000, 69), 10],
  ['a flood without measure', rate(1e12, 1), 10],
  ['not before the ttl', hinted({ ttlMinutes: 180 }), 180],
  ['but within a day', hinted({ ttlMinutes: 10_080 }), day],
  ['a short ttl asks for nothing', hinted({ ttlMinutes: 5 }), hour],
  ['a busy feed with a ttl', { ...rate(5_000, 69), hints: { ...noHints, ttlMinutes: 30 } }, 30],
  ['not before the copy is stale', { ...rate(5_000, 69), maxAgeSeconds: 1_800 }, 30],
  ['a max-age of a year is not believed', { ...rate(5_000, 69), maxAgeSeconds: 31_536_000 }, 2 * hour],
  ['a max-age never hastens', { ...rate(0, 69), maxAgeSeconds: 60 }, day],
  ['a max-age of nothing', { ...rate(5_000, 69), maxAgeSeconds: 0 }, 10],
  ['the longer of ttl and max-age', { ...hinted({ ttlMinutes: 90 }), maxAgeSeconds: 6_000 }, 100],
  ['an hour to skip', hinted({ skipHours: [7] }), 2 * hour],
  ['a night to skip', hinted({ skipHours: [7, 8, 9, 10] }), 5 * hour],
  ['an hour that is not reached', hinted({ skipHours: [6, 8] }), hour],
  ['a day to skip', hinted({ skipDays: [4] }), 18 * hour],
  ['a long weekend from Thursday on', hinted({ skipDays: [4, 5, 6] }), 66 * hour],
  ['days and hours to skip', hinted({ skipDays: [4], skipHours: [0, 1] }), 20 * hour],
  ['more days than a weekend', hinted({ skipDays: [4, 5, 6, 0] }), hour],
  ['all hours', hinted({ skipHours: Array.from({ length: 24 }, (_, n) => n) }), hour],
  ['all days', hinted({ skipDays: [0, 1, 2, 3, 4, 5, 6] }), hour],
  ['one timeout', failed('timeout', 1), 10],
  ['four timeouts', failed('timeout', 4), 80],
  ['a hundred timeouts', failed('timeout', 100), day],
  ['a name that is not found', failed('dns', 1), 10],
  ['a refusal to connect', failed('refused', 3), 40],
  ['an expired certificate', failed('tls', 1), 2 * hour],
  ['one error of the server', failed('http-5xx', 1), 10],
  ['many of them', failed('http-5xx', 50), 12 * hour],
  ['one not-found', failed('http-4xx', 1), hour],
  ['three not-founds', failed('http-4xx', 3), 4 * hour],
  ['half a body', failed('not-a-feed', 1), 15],
  ['a page where the feed was', failed('not-a-feed', 9), day],
  ['too large', failed('too-large', 1), 6 * hour],
  ['too large for ever', failed('too-large', 9), 2 * day],
  ['a block', failed('blocked', 1), 2 * hour],
  ['a lasting block', failed('blocked', 9), 2 * day],
  ['broken HTTP', failed('protocol', 2), 20],
  ['a loop of redirects', failed('too-many-redirects', 1), 2 * hour],
  ['a private address', failed('address-forbidden', 1), 6 * hour],
  ['too many requests', failed('rate-limited', 1), 30],
  ['Retry-After', failed('rate-limited', 1, { retryAfterSeconds: 7_200 }), 2 * hour],
  ['a Retry-After shorter than the back-off', failed('rate-limited', 3, { retryAfterSeconds: 60 }), 2 * hour],
  ['a Retry-After of a year', failed('rate-limited', 1, { retryAfterSeconds: 31_536_000 }), day],
  ['a Retry-After beyond the class’s bound', failed('robots-unreachable', 1, { retryAfterSeconds: 50_400 }), 14 * hour],
  ['not wanted by robots.txt', failed('robots', 1), day],
  ['not wanted for long', failed('robots', 40, { since: daysAgo(300) }), 7 * day],
  ['a robots.txt that fails', failed('robots-unreachable', 1), 10],
  ['one that fails for weeks', failed('robots-unreachable', 200, { since: daysAgo(40) }), 4 * hour],
  ['slowed down for weeks', failed('rate-limited', 50, { since: daysAgo(60) }), day],
  ['gone', failed('gone', 1), 7 * day],
  ['gone for forty days', failed('gone', 6, { since: daysAgo(40) }), 20 * day],
  ['gone for a year', failed('gone', 20, { since: daysAgo(365) }), 30 * day],
  ['unknown names for thirteen days', failed('dns', 25, { since: daysAgo(13) }), day],
  ['for fourteen days', failed('dns', 26, { since: daysAgo(14) }), 7 * day],
  ['for a month', failed('dns', 28, { since: daysAgo(30) }), 15 * day],
  ['for two years', failed('dns', 50, { since: daysAgo(730) }), 30 * day],
  [
    'failing feeds are spared at night, too',
    { ...failed('dns', 1), hints: { ...noHints, skipHours: [6, 7] } },
    2 * hour,
  ],
  ['a clock that ran back', failed('gone', 1, { since: daysAgo(-5) }), 7 * day],
])('%s', (_, state, minutes) => {
  expect(minutesUntil(state)).toBeCloseTo(minutes, 3)
})

test('jitter delays by up to a tenth, at the bounds, too, and spreads who waits for the same hour', () => {
  expect(minutesUntil(fine, 1)).toBeCloseTo(66)
  expect(minutesUntil(failed('timeout', 50), 1)).toBeCloseTo(1.1 * day)
  expect(minutesUntil(failed('timeout', 50), 0.5)).toBeCloseTo(1.05 * day)
  expect(minutesUntil(hinted({ skipHours: [7] }), 1)).toBeCloseTo(126)
  expect(minutesUntil(fine, 7)).toBeCloseTo(66)
  expect(minutesUntil(fine, -7)).toBeCloseTo(60)
})

test('feeds that fail together do not stay together', () => {
  const times = Array.from({ length: 100 }, (_, n) => minutesUntil(failed('timeout', 5), n / 100))
  expect(new Set(times.map(Math.round)).size).toBeGreaterThan(10)
})

const classes = [...new Set<FailureClass>(Object.values(failureClasses))]
const jitter = fc.double({ min: 0, max: 1, noNaN: true })
const anyHints = fc.record({
  ttlMinutes: fc.option(fc.nat(100_000)),
  skipHours: fc.uniqueArray(fc.nat(23)),
  skipDays: fc.uniqueArray(fc.nat(6)),
})
const anyRate = fc.record({
  items: fc.double({ min: 0, max: 1e6, noNaN: true }),
  hours: fc.double({ min: 0, max: 70, noNaN: true }),
})
const anyFailing = fc.record({
  class: fc.constantFrom(...classes),
  inRow: fc.integer({ min: 1, max: 1_000 }),
  since: fc.nat(1_000).map(daysAgo),
  retryAfterSeconds: fc.option(fc.nat(100_000)),
})
const skipMinutes = nextCheckSettings.skipHoursAtMost * 60

test('a feed that was reached is asked again within the bounds, whatever it hints at', () => {
  fc.assert(
    fc.property(anyRate, anyHints, fc.option(fc.nat()), jitter, (rate, hints, maxAgeSeconds, jitter) => {
      const bare = minutesUntil(
        { rate, hints: { ...hints, skipHours: [], skipDays: [] }, maxAgeSeconds, failing: null },
        jitter,
      )
      expect(bare).toBeGreaterThanOrEqual(nextCheckSettings.minMinutes)
      expect(bare).toBeLessThanOrEqual(1.1 * nextCheckSettings.maxMinutes + 0.01)
      const skipping = minutesUntil({ rate, hints, maxAgeSeconds, failing: null }, jitter)
      expect(skipping).toBeGreaterThanOrEqual(bare)
      expect(skipping).toBeLessThanOrEqual(bare + skipMinutes + 6)
    }),
  )
})

test('a failing feed is asked again within its class’s bounds and never before Retry-After', () => {
  fc.assert(
    fc.property(anyFailing, anyHints, jitter, (failing, hints, jitter) => {
      const minutes = minutesUntil({ ...fine, hints, failing }, jitter)
      const { firstMinutes, mostMinutes } = backOffs[failing.class]
      expect(minutes).toBeGreaterThanOrEqual(Math.min(firstMinutes, deadMinutes.least))
      expect(minutes).toBeGreaterThanOrEqual(Math.min((failing.retryAfterSeconds ?? 0) / 60, day) - 0.001)
      const most = Math.max(isDead(failing, now) ? deadMinutes.most : mostMinutes, day)
      expect(minutes).toBeLessThanOrEqual(1.1 * most + skipMinutes + 6)
    }),
  )
})

test('more failures never mean sooner, nor does a longer row of them', () => {
  fc.assert(
    fc.property(anyFailing, fc.nat(50), fc.nat(100), jitter, (failing, moreFailures, moreDays, jitter) => {
      const longer = {
        ...failing,
        inRow: failing.inRow + moreFailures,
        since: new Date(failing.since.getTime() - moreDays * 86_400_000),
      }
      const [before, after] = [failing, longer].map((row) => minutesUntil({ ...fine, failing: row }, jitter))
      expect(after).toBeGreaterThanOrEqual(before ?? 0)
    }),
  )
})

test('more items never mean later', () => {
  fc.assert(
    fc.property(anyRate, fc.nat(1_000), (rate, more) => {
      const busier = { ...rate, items: rate.items + more }
      expect(minutesUntil({ ...fine, rate: busier })).toBeLessThanOrEqual(minutesUntil({ ...fine, rate }))
    }),
  )
})

test('every class of failure is reached by a reason, and dead feeds are asked for ever', () => {
  expect(classes.toSorted()).toEqual(Object.keys(backOffs).toSorted())
  for (const failure of classes) {
    const minutes = minutesUntil(failed(failure, 10_000, { since: daysAgo(20_000) }))
    expect(minutes).toBeGreaterThan(0)
    expect(minutes).toBeLessThanOrEqual(deadMinutes.most)
  }
})

test.each<[Parameters<typeof robotsFailure>[0], PollFailure]>([
  ['dns', 'dns'],
  ['refused', 'refused'],
  ['tls', 'tls'],
  ['timeout', 'timeout'],
  ['address-forbidden', 'address-forbidden'],
  ['http-5xx', 'robots-unreachable'],
  ['rate-limited', 'robots-unreachable'],
  ['too-large', 'robots-unreachable'],
  ['protocol', 'robots-unreachable'],
])('a robots.txt that fails by %s makes its feed fail by %s', (reason, failure) => {
  expect(robotsFailure(reason)).toBe(failure)
})

import { expect, test } from 'vitest'
import type { Failing } from '../../src/feed/back-off.ts'
import { type FeedFacts, type FeedState, healthOf } from '../../src/feed/health.ts'
import { treatmentOf } from '../../src/feed/treatment.ts'

const now = new Date('2026-03-12T06:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const failing = (of: Partial<Failing>): Failing => ({
  ...{ class: 'timeout', inRow: 3, since: daysAgo(1), retryAfterSeconds: null },
  ...of,
})
const well: FeedFacts = {
  ...{ stoppedWhy: null, failing: null, redirects: { url: null, inRow: 0 }, medianTookMs: 300 },
  ...{ lastNewAt: daysAgo(1), since: daysAgo(200), source: { items: 70, days: 7 }, normal: null },
}
const moved = { redirects: { url: 'https://new.example/feed', inRow: 2 } }
const normal = { least: 5, most: 40 }

test.each<[string, Partial<FeedFacts>, FeedState]>([
  ['nothing amiss', {}, 'healthy'],
  ['a failure or two', { failing: failing({ inRow: 2 }) }, 'healthy'],
  ['three failures in a row', { failing: failing({}) }, 'failing'],
  ['failing for two weeks', { failing: failing({ inRow: 40, since: daysAgo(15) }) }, 'dead'],
  ['gone', { failing: failing({ class: 'gone', inRow: 1, since: now }) }, 'dead'],
  ['rate-limited for months is alive', { failing: failing({ class: 'rate-limited', since: daysAgo(90) }) }, 'failing'],
  ['stopped', { stoppedWhy: 'gone' }, 'dead'],
  ['redirected for good', moved, 'moved'],
  ['failing behind its redirect', { ...moved, failing: failing({}) }, 'failing'],
  ['within its normal', { normal }, 'healthy'],
  ['above its normal', { normal, source: { items: 700, days: 7 } }, 'flooding'],
  ['below its normal', { normal, source: { items: 14, days: 7 } }, 'quiet'],
  ['below its normal, but counted for a day only', { normal, source: { items: 1, days: 1 } }, 'healthy'],
  ['a flood in the first hour', { normal, source: { items: 60, days: 0.04 } }, 'flooding'],
  ['nothing new for a month', { lastNewAt: daysAgo(31) }, 'quiet'],
  ['nothing ever, since a month', { lastNewAt: null, since: daysAgo(40) }, 'quiet'],
  ['nothing yet, since yesterday', { lastNewAt: null, since: daysAgo(1) }, 'healthy'],
  ['slow', { medianTookMs: 12_000 }, 'slow'],
  ['quiet and slow', { medianTookMs: 12_000, lastNewAt: daysAgo(31) }, 'quiet'],
])('%s: %j is %s', (_, facts, state) => {
  const health = healthOf({ ...well, ...facts }, now)
  expect(health.state).toBe(state)
  expect(health.why).not.toBe('')
})

test('a well feed is not said to be better than is known', () => {
  expect(healthOf(well, now).why).toBe('answers in time and brings what it should')
  expect(healthOf({ ...well, failing: failing({ inRow: 1 }) }, now).why).toBe(
    'timeout 1 time in a row since 2026-03-11: may pass by itself',
  )
  expect(healthOf({ ...well, medianTookMs: null, lastNewAt: null, since: now }, now).why).toBe('not polled yet')
})

test('why names the class, the count and the day, or the figures', () => {
  expect(healthOf({ ...well, failing: failing({}) }, now).why).toBe('timeout 3 times in a row since 2026-03-11')
  expect(healthOf({ ...well, normal, source: { items: 14, days: 7 } }, now).why).toBe(
    '2 items a day from this source; normal is at least 5',
  )
})

test.each<[string, Partial<FeedFacts>, number | null, ReturnType<typeof treatmentOf>]>([
  ['a well feed', {}, null, { kind: 'none' }],
  ['a redirect', moved, null, { kind: 'adopt', url: 'https://new.example/feed' }],
  ['one 410', { failing: failing({ class: 'gone', inRow: 1 }) }, null, { kind: 'none' }],
  [
    'a second 410',
    { failing: failing({ class: 'gone', inRow: 2 }) },
    null,
    { kind: 'look-for-successor', otherwise: 'stop' },
  ],
  ['a 404', { failing: failing({ class: 'http-4xx' }) }, null, { kind: 'look-for-successor', otherwise: 'wait' }],
  [
    'a page instead',
    { failing: failing({ class: 'not-a-feed' }) },
    null,
    { kind: 'look-for-successor', otherwise: 'wait' },
  ],
  ['an outage', { failing: failing({}) }, null, { kind: 'none' }],
  [
    'a request to slow down',
    { failing: failing({ class: 'rate-limited' }) },
    null,
    { kind: 'slow-down', leastMinutes: 60 },
  ],
  ['another one', { failing: failing({ class: 'rate-limited' }) }, 900, { kind: 'slow-down', leastMinutes: 1440 }],
  ['a stopped feed', { stoppedWhy: 'gone', ...moved }, null, { kind: 'none' }],
])('the doctor’s treatment of %s', (_, facts, leastMinutes, treatment) => {
  expect(treatmentOf({ ...well, ...facts }, leastMinutes)).toEqual(treatment)
})

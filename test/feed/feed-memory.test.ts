import { expect, test } from 'vitest'
import { afterPoll, type FeedMemory, nothingRemembered, type Polled } from '../../src/feed/feed-memory.ts'
import { noHints } from '../../src/feed/parsed.ts'
import { validatorsToSend } from '../../src/feed/validators.ts'

const feedUrl = 'https://old.example/rss.xml'
const start = Date.parse('2026-03-12T06:00:00Z')
const hints = { ...noHints, ttlMinutes: 30, skipDays: [0] }
const reached = { permanentUrl: null, validators: { etag: '"1"', lastModified: null }, maxAgeSeconds: 300 }
const read = (more: Partial<Extract<Polled, { kind: 'read' }>> = {}): Polled => ({
  ...{ kind: 'read', ...reached, bodyHash: 'aa', hints, itemsNew: 0, itemsRevised: 0, ...more },
})
const unchanged = (more: Partial<Extract<Polled, { kind: 'unchanged' }>> = {}): Polled => ({
  ...{ kind: 'unchanged', ...reached, validators: { etag: null, lastModified: null }, ...more },
})
const failed = (reason: Extract<Polled, { kind: 'failed' }>['reason']): Polled => ({
  ...{ kind: 'failed', reason, retryAfterSeconds: null },
})

/** Polls once an hour. */
function polledHourly(polls: readonly Polled[], from: FeedMemory = nothingRemembered) {
  return polls.reduce<{ memory: FeedMemory; adopt: string | null }>(
    ({ memory }, polled) => afterPoll(memory, polled, { feedUrl, now: new Date(start + memory.polls * 3_600_000) }),
    { memory: from, adopt: null },
  )
}

test('a first poll that reached the feed', () => {
  const { memory, adopt } = polledHourly([read({ itemsNew: 20 })])
  expect(adopt).toBeNull()
  expect(memory).toEqual({
    validators: { etag: '"1"', lastModified: null, bodyHash: 'aa', etagLies: false, lastModifiedLies: false },
    redirects: { url: null, inRow: 0 },
    rate: { items: 0, hours: 0 },
    hints,
    maxAgeSeconds: 300,
    failing: null,
    polls: 1,
    reachedAt: new Date(start),
  })
})

test('an unchanged one keeps what the body said and observes silence', () => {
  const { memory } = polledHourly([read(), unchanged({ maxAgeSeconds: null })])
  expect(memory).toMatchObject({ hints, maxAgeSeconds: null, polls: 2, validators: { etag: '"1"', bodyHash: 'aa' } })
  expect(memory.rate.items).toBe(0)
  expect(memory.rate.hours).toBeCloseTo(1, 1)
})

test('the rate spans failures, which observe nothing themselves', () => {
  const { memory } = polledHourly([read(), failed('timeout'), failed('timeout'), read({ bodyHash: 'bb', itemsNew: 6 })])
  expect(memory.rate.items / memory.rate.hours).toBeCloseTo(2)
  expect(memory.failing).toBeNull()
})

test('a row of failures knows its length, its beginning and its latest reason', () => {
  const { memory, adopt } = polledHourly([read(), failed('dns'), failed('html'), failed('gone')])
  expect(adopt).toBeNull()
  expect(memory.failing).toEqual({
    class: 'gone',
    inRow: 3,
    since: new Date(start + 3_600_000),
    retryAfterSeconds: null,
  })
  expect(memory).toMatchObject({ polls: 4, hints, validators: { etag: '"1"' }, reachedAt: new Date(start) })
})

test('a lie is remembered, and forgotten with the address it stood at', () => {
  const lied = polledHourly([read(), read({ bodyHash: 'bb', itemsRevised: 1 })]).memory
  expect(lied.validators.etagLies).toBe(true)
  expect(validatorsToSend(lied.validators, { address: feedUrl, count: lied.polls }).etag).toBeNull()
  const permanentUrl = 'https://new.example/rss.xml'
  const moving = polledHourly([unchanged({ permanentUrl }), failed('timeout'), unchanged({ permanentUrl })], lied)
  expect([moving.adopt, moving.memory.validators.etagLies]).toEqual([null, true])
  const moved = polledHourly([unchanged({ permanentUrl })], moving.memory)
  expect(moved.adopt).toBe(permanentUrl)
  expect(moved.memory.validators.etagLies).toBe(false)
  expect(moved.memory.redirects).toEqual({ url: null, inRow: 0 })
})

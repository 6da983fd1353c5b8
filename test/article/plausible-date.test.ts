import { expect, test } from 'vitest'
import { dateState, plausibleDate } from '../../src/article/plausible-date.ts'

const now = new Date('2026-03-10T12:00:00Z')

test.each([
  ['2026-03-10T11:00:00Z', true],
  ['2026-03-11T12:00:00Z', true],
  ['2026-03-11T12:00:00.001Z', false],
  ['2036-03-10T12:00:00Z', false],
  ['1990-01-01T00:00:00Z', true],
  ['1989-12-31T23:59:59Z', false],
  ['1970-01-01T00:00:00Z', false],
  ['nonsense', false],
])('%s: %s', (text, isPlausible) => {
  const date = new Date(text)
  expect(plausibleDate(date, now)).toBe(isPlausible ? date : null)
})

test('no date stays none', () => {
  expect(plausibleDate(null, now)).toBeNull()
})

test.each([
  ['stated', '2026-03-11T12:00:00Z', 'stated'],
  ['stated', '2026-03-11T12:00:01Z', 'future'],
  ['absent', null, 'absent'],
  ['unreadable', null, 'unreadable'],
] as const)('what a feed calls %s (%s) is %s', (written, text, state) => {
  const publishedAt = text === null ? null : new Date(text)
  expect(dateState({ publishedAt, dateState: written }, now)).toBe(state)
})

import { expect, test } from 'vitest'
import { changesOf } from '../../src/article/correction.ts'
import { recheckAt, revisionOf } from '../../src/article/recheck.ts'

const at = (time: string) => new Date(`2026-03-10T${time}:00Z`)

test.each([
  ['none', 'nothing new', ['A', at('07:00')], ['A', at('07:00')]],
  ['none', 'an older change', ['A', at('07:00')], ['A', at('06:00')]],
  ['none', 'a title that is no longer said', ['A', null], [null, null]],
  ['noted', 'a first date of change', ['A', null], ['A', at('07:00')]],
  ['noted', 'a first title', [null, null], ['A', null]],
  ['changed', 'a later change', ['A', at('07:00')], ['A', at('07:01')]],
  ['changed', 'another title', ['A', null], ['B', null]],
] as const)('%s: %s', (revision, _, [knownTitle, knownDate], [title, updatedAt]) => {
  expect(revisionOf({ title: knownTitle, updatedAt: knownDate }, { title, updatedAt })).toBe(revision)
})

const seen = { discoveredAt: at('07:00'), settledAt: at('08:00') }

test.each([
  ['at once where a quarter of an hour has passed', 1, '09:00', '09:00'],
  ['not within a quarter of an hour', 1, '08:01', '08:15'],
  ['later with each look', 3, '08:01', '09:45'],
])('a changed article is looked at %s', (_, attempts, now, expected) => {
  expect(recheckAt({ ...seen, attempts }, at(now))).toEqual(at(expected))
})

test('an article that always seems changed is looked at nine times in its week, and not after it', () => {
  const looks: Date[] = []
  let now = seen.settledAt
  for (;;) {
    const next = recheckAt({ ...seen, attempts: 1 + looks.length }, now)
    if (next === null) break
    looks.push(next)
    now = next
  }
  expect(looks).toHaveLength(9)
  expect(recheckAt({ ...seen, attempts: 1 }, new Date('2026-03-17T07:00:01Z'))).toBeNull()
})

const text = 'The council voted on Tuesday to close the old bridge for two years while its bearings are replaced.'
const before = { title: 'Bridge to close for two years', text }

test.each([
  ['nothing but white space', { title: ' Bridge to close\nfor two years', text: `${text}\n` }, []],
  ['a title', { ...before, title: 'Bridge to close for three years' }, ['title']],
  ['a text', { ...before, text: text.replace('Tuesday', 'Wednesday') }, ['text']],
  ['both', { title: 'Old bridge to close', text: `${text} Ferries will run.` }, ['title', 'text']],
  [
    'a text written anew',
    { ...before, text: 'Ferries will run every ten minutes, said the harbour office.' },
    ['text'],
  ],
  [
    'another page',
    { title: 'Most read today', text: 'Ferries will run every ten minutes, said the harbour office.' },
    [],
  ],
])('a page that changed %s', (_, after, changes) => {
  expect(changesOf(before, after)).toEqual(changes)
})

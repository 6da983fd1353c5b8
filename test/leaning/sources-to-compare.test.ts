import { expect, test } from 'vitest'
import type { RatedSide } from '../../src/leaning/coverage.ts'
import { sourcesToCompare } from '../../src/leaning/sources-to-compare.ts'
import type { SuggestSource } from '../../src/leaning/suggest.ts'

const source = (id: string, side: RatedSide | null, owner: string | null = null): SuggestSource => ({
  ...{ id, name: id, side, owner },
})
const many = (initial: string, side: RatedSide | null) =>
  Array.from({ length: 12 }, (_, at) => source(`${initial}${at}`, side))
const press = [...many('l', 'left'), ...many('c', 'center'), ...many('r', 'right'), ...many('a', null)]
const known = (sources: readonly SuggestSource[], compared: Readonly<Record<string, number>> = {}) => ({
  sourceOf: (id: string) => sources.find((one) => one.id === id),
  storiesOf: (id: string) => compared[id] ?? 0,
})

test('a story is read where somebody’s choice can be held against two sides’', () => {
  expect(sourcesToCompare(['a1', 'r1', 'l1'], known(press))).toEqual(['l1', 'r1', 'a1'])
  expect(sourcesToCompare(['r1', 'l2', 'l1'], known(press))).toEqual(['l2', 'l1', 'r1'])
  expect(sourcesToCompare(['r1', 'l1'], known(press))).toEqual([])
  expect(sourcesToCompare(['a1', 'l1', 'l2'], known(press))).toEqual([])
  expect(sourcesToCompare(['l1', 'r1', 'unknown to all'], known(press))).toEqual([])
  const chain = [source('l1', 'left', 'Chain'), source('a1', null, 'Chain'), source('r1', 'right')]
  expect(sourcesToCompare(['a1', 'r1', 'l1'], known(chain))).toEqual([])
})

test('a story is not read where all that it could tell of were compared on a hundred stories', () => {
  expect(sourcesToCompare(['a1', 'r1', 'l1'], known(press, { a1: 99 }))).toEqual(['l1', 'r1', 'a1'])
  expect(sourcesToCompare(['a1', 'r1', 'l1'], known(press, { a1: 100 }))).toEqual([])
})

test('of a story that everybody told, eight of each side are read and eight to be judged, the least compared first', () => {
  const chosen = sourcesToCompare(
    press.map(({ id }) => id),
    known(press, { a0: 3, a1: 2, a2: 1, l0: 50 }),
  )
  expect(chosen.filter((id) => id.startsWith('a'))).toEqual(['a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10'])
  expect(chosen.filter((id) => id.startsWith('l'))).not.toContain('l0')
  expect(chosen).toHaveLength(32)
})

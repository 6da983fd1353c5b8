import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindspotsOf, oneIn } from '../../src/bundle/blindspot-claims.ts'
import {
  blindSpotsOfSides,
  type SideBases,
  sideBases,
  statesWhile,
  type WatchedSource,
} from '../../src/leaning/base-rate.ts'
import { chanceOfSoFew } from '../../src/leaning/exact-test.ts'
import { sourceId } from '../../src/source/source.ts'

const source = (id: string, change: Partial<WatchedSource> = {}): WatchedSource => ({
  ...{ id: sourceId(id), owner: id, leaning: 'left', isHeard: true, hasFailed: false },
  ...{ isActive: true, isUnreadable: false, ...change },
})
const covering = (...ids: string[]) => new Set(ids.map(sourceId))
const now = { left: 'readable', center: 'no-sources', right: 'readable' } as const
const base = (coveringOnes: number, active: number, unread = 0) => ({ covering: coveringOnes, active, unread })
const bases = (left: SideBases['left'], right: SideBases['right'], center = base(0, 0)): SideBases => ({
  left,
  center,
  right,
})

// R. A. Fisher's own table of convictions: 10 of 13 and 2 of 17, P = 0.000465 (one tail); his lady tasting tea: 1/70 for none of four.
test.each([
  [{ hits: 2, drawn: 17, marked: 12, all: 30 }, 0.000465],
  [{ hits: 0, drawn: 4, marked: 4, all: 8 }, 1 / 70],
  [{ hits: 1, drawn: 4, marked: 4, all: 8 }, 17 / 70],
  [{ hits: 4, drawn: 4, marked: 4, all: 8 }, 1],
  [{ hits: 0, drawn: 0, marked: 4, all: 8 }, 1],
])('the chance of %j is %d', (draw, chance) => {
  expect(chanceOfSoFew(draw)).toBeCloseTo(chance, 6)
})

test('publishers are counted, not titles, and the best that is known of any of theirs', () => {
  const watched = [
    source('a', { owner: 'Group' }),
    source('b', { owner: 'Group', isHeard: false }),
    source('c', { isHeard: false, hasFailed: true }),
    source('d', { isActive: false }),
    source('e', { leaning: 'lean-left' }),
    source('f', { leaning: 'right', owner: 'Group' }),
    source('g', { leaning: 'unknown' }),
    source('h', { leaning: 'center', isUnreadable: true }),
    source('i', { owner: null }),
  ]
  expect(sideBases(watched, covering('b', 'g'))).toEqual({
    left: { covering: 1, active: 3, unread: 1 },
    center: { covering: 0, active: 0, unread: 1 },
    right: { covering: 0, active: 1, unread: 0 },
  })
})

test('none of twenty against half of twenty is a blindspot; few publishers, and sides alike, are not', () => {
  expect(blindSpotsOfSides(bases(base(0, 20), base(10, 20)))).toEqual([
    { side: 'left', own: base(0, 20), others: base(10, 20), chance: expect.closeTo(0.00022, 5) },
  ])
  expect(blindSpotsOfSides(bases(base(0, 5), base(3, 6), base(0, 4)))).toEqual([])
  expect(blindSpotsOfSides(bases(base(9, 20), base(10, 20)))).toEqual([])
  expect(blindSpotsOfSides(bases(base(0, 0), base(10, 10)))).toEqual([])
})

test('a side whose publishers could not be read is no blindspot', () => {
  expect(blindSpotsOfSides(bases(base(0, 20, 10), base(10, 20)))).toEqual([])
  expect(blindSpotsOfSides(bases(base(0, 0, 20), base(10, 20)))).toEqual([])
  expect(blindSpotsOfSides(bases(base(0, 40, 1), base(20, 40)))).toHaveLength(1)
})

test('a side that failed is down, one that nobody asked yet is as it is now, and one that answered is readable', () => {
  const sides = (sources: readonly WatchedSource[]) => statesWhile(sources, now)
  expect(sides([source('a', { isHeard: false, hasFailed: true })]).left).toBe('feeds-down')
  expect(sides([source('a', { isUnreadable: true })]).left).toBe('feeds-down')
  expect(sides([source('a', { isHeard: false })]).left).toBe('readable')
  expect(sides([source('a', { isHeard: false, hasFailed: true }), source('b')]).left).toBe('readable')
  expect(sides([]).center).toBe('no-sources')
})

test('a flagged side is never one that carried the story more often than the others, and reading fails on the safe side', () => {
  const some = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(10)).map(([one, more, unread]) => base(one, one + more, unread))
  fc.assert(
    fc.property(some, some, some, (left, center, right) => {
      for (const { own, others, chance } of blindSpotsOfSides({ left, center, right })) {
        expect(own.covering * others.active).toBeLessThan(others.covering * own.active)
        expect(1 / oneIn(chance)).toBeGreaterThanOrEqual(chance)
        const read = { ...own, unread: 0 }
        expect(blindSpotsOfSides(bases(read, others)).map(({ side }) => side)).toContain('left')
      }
    }),
  )
})

test('the sentence says the table, the days and the chance', () => {
  const from = new Date('2026-03-07T10:00:00Z')
  const to = new Date('2026-03-09T10:00:00Z')
  const [found] = blindspotsOf({ section: 'Politics', from, to, sides: bases(base(0, 40, 1), base(20, 40)) }, [])
  expect(found?.claim.text).toBe(
    'Of 40 left-leaning publishers that published in Politics from 7 March 2026 to 9 March 2026, none carried this story, and of 40 others 20 did: were sides alike, so few of one would come by chance in fewer than one of 1000 stories. This holds also if the one left-leaning publisher that could not be read carried it.',
  )
  expect(found?.claim.rule).toBe('blindspot(left; 0 of 40; 20 of 40; 1 unread)')
})

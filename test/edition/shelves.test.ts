import { expect, test } from 'vitest'
import { shelvesOf } from '../../src/edition/shelves.ts'
import type { Leaning } from '../../src/source/leaning.ts'

const now = new Date('2026-03-12T06:00:00Z')

function bundle(
  story: string,
  section: string,
  independentSources: number,
  present: readonly Leaning[],
  last: string | null,
) {
  const byLeaning = { left: 0, 'lean-left': 0, center: 0, 'lean-right': 0, right: 0, unknown: 0 }
  for (const leaning of present) byLeaning[leaning] = 1
  const coverage = { articles: 9, sources: 9, independentSources, byLeaning, missing: [] }
  return { story, section, coverage, lastPublishedAt: last }
}

const fresh = '2026-03-12T05:00:00Z'
const order = (...bundles: ReturnType<typeof bundle>[]) =>
  shelvesOf(bundles, now).map(({ section, bundles: found }) => [section, ...found.map((one) => one.story)])

test('shelves stand in the order of the page, without empty ones, own sections last', () => {
  expect(
    order(bundle('a', 'Zoo', 9, [], fresh), bundle('b', 'Sport', 1, [], fresh), bundle('c', 'Politics', 1, [], fresh)),
  ).toEqual([
    ['Politics', 'c'],
    ['Sport', 'b'],
    ['Zoo', 'a'],
  ])
})

test('independent sources, then sides, then recency decide; ties go by story', () => {
  expect(order(bundle('few', 'Sport', 2, [], fresh), bundle('many', 'Sport', 8, [], fresh))).toEqual([
    ['Sport', 'many', 'few'],
  ])
  expect(
    order(
      bundle('one side', 'Sport', 4, ['left', 'lean-left'], fresh),
      bundle('two sides', 'Sport', 4, ['left', 'right'], fresh),
    ),
  ).toEqual([['Sport', 'two sides', 'one side']])
  expect(
    order(
      bundle('old', 'Sport', 4, [], '2026-03-10T05:00:00Z'),
      bundle('new', 'Sport', 4, [], fresh),
      bundle('undated', 'Sport', 4, [], null),
    ),
  ).toEqual([['Sport', 'new', 'undated', 'old']])
  expect(order(bundle('b', 'Sport', 4, [], fresh), bundle('a', 'Sport', 4, [], fresh))).toEqual([['Sport', 'a', 'b']])
})

test('nothing gives no shelves', () => {
  expect(shelvesOf([], now)).toEqual([])
})

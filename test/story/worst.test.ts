import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { evaluateStories, judgedArticles, type Membership, pairsOf } from '../../src/story/evaluate.ts'
import { storySizes } from '../../src/story/story-sizes.ts'
import { worstMerges, worstSplits } from '../../src/story/worst.ts'

const clustering = (stories: Record<string, string>): Membership[] =>
  Object.entries(stories).flatMap(([story, members]) => [...members].map((id) => ({ id: articleId(id), story })))

const found = clustering({ f1: 'abc', f2: 'dx', f3: 'y' })
const gold = clustering({ g1: 'abd', g2: 'c', g3: 'xy', g4: 'z' })
const judged = judgedArticles(found, gold)

test('a gold story found in pieces is a split, a found story of several gold ones a merge', () => {
  expect(worstSplits(judged, 10)).toEqual([
    {
      story: 'g1',
      articles: 3,
      pairs: 2,
      parts: [
        { story: 'f1', articles: ['a', 'b'] },
        { story: 'f2', articles: ['d'] },
      ],
    },
    { story: 'g3', articles: 2, pairs: 1, parts: [expect.anything(), expect.anything()] },
  ])
  expect(worstMerges(judged, 10).map(({ story, pairs }) => [story, pairs])).toEqual([
    ['f1', 2],
    ['f2', 1],
  ])
})

test('the worst come first and no more than asked for', () => {
  expect(worstSplits(judged, 1).map(({ story }) => story)).toEqual(['g1'])
  expect(worstMerges(judged, 0)).toEqual([])
})

test('a story that is right is in no list, however large', () => {
  const same = judgedArticles(clustering({ f: 'abcdefg' }), clustering({ g: 'abcdefg' }))
  expect([...worstSplits(same, 10), ...worstMerges(same, 10)]).toEqual([])
})

test('sizes are counted over the articles that both know', () => {
  const filled = storySizes(judged).filter((size) => size.found + size.gold > 0)
  expect(filled).toEqual([
    { from: 1, to: 1, found: 1, gold: 1 },
    { from: 2, to: 2, found: 1, gold: 1 },
    { from: 3, to: 5, found: 1, gold: 1 },
  ])
  const large = clustering({ f: Array.from({ length: 101 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('') })
  expect(storySizes(judgedArticles(large, large)).at(-1)).toEqual({ from: 101, to: null, found: 1, gold: 1 })
})

const story = fc.integer({ min: 0, max: 6 }).map(String)
const twoClusterings = fc.array(fc.record({ found: fc.option(story), gold: fc.option(story) }), { maxLength: 60 })

test('the worst lists and the sizes account for every pair and every article', () => {
  fc.assert(
    fc.property(twoClusterings, (rows) => {
      const side = (name: 'found' | 'gold') =>
        rows.flatMap((row, at) => (row[name] === null ? [] : [{ id: articleId(`${at}`), story: row[name] }]))
      const [found, gold] = [side('found'), side('gold')]
      const both = judgedArticles(found, gold)
      const { pairs, pairwise, articles, missing } = evaluateStories(found, gold)
      const [splits, merges] = [worstSplits(both, both.length), worstMerges(both, both.length)]
      const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
      expect(total(splits.map((split) => split.pairs))).toBe(pairs.gold - pairs.together)
      expect(total(merges.map((merge) => merge.pairs))).toBe(pairs.found - pairs.together)
      expect(pairwise.recall).toBeCloseTo(pairs.gold === 0 ? 1 : pairs.together / pairs.gold)
      expect(articles + missing).toBe(gold.length)
      for (const { articles, pairs, parts } of [...splits, ...merges]) {
        expect(total(parts.map((part) => part.articles.length))).toBe(articles)
        expect(pairs).toBe(pairsOf(articles) - total(parts.map((part) => pairsOf(part.articles.length))))
        expect(parts.length).toBeGreaterThan(1)
      }
      const sizes = storySizes(both)
      expect(total(sizes.map((size) => size.found))).toBe(new Set(both.map((row) => row.found)).size)
      expect(total(sizes.map((size) => size.gold))).toBe(new Set(both.map((row) => row.gold)).size)
    }),
  )
})

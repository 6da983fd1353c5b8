import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { evaluateStories } from '../../src/story/evaluate.ts'
import { prepared } from '../../src/story/group.ts'
import { contextSigns, pairSigns } from '../../src/story/one-event.ts'
import { pairModel } from '../../src/story/weights.ts'
import { harbourDeal, quakes, sampleArticle } from '../story/sample-articles.ts'
import { fitPairs } from './stories/fit.ts'
import { bCubedOf, judge, nothingJudged, pairwiseOf } from './stories/judged.ts'
import { fitLogistic } from './stories/logistic.ts'
import { newsroomCollection } from './stories/newsroom.ts'
import { pairRows } from './stories/pair-rows.ts'
import { groupedBy, judgedAll } from './stories/quality.ts'

test('judged fold by fold, a grouping earns what it earns as a whole', () => {
  const story = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(fc.tuple(story, story), { minLength: 1, maxLength: 30 }), (rows) => {
      const [found, gold] = [rows.map(([one]) => one), rows.map(([, other]) => other)]
      const sums = nothingJudged()
      judge(found, gold, (one) => one < 'c', sums)
      judge(found, gold, (one) => one >= 'c', sums)
      const named = (stories: readonly string[]) =>
        stories.map((one, at) => ({ id: articleId(String(at)), story: one }))
      const whole = evaluateStories(named(found), named(gold))
      expect(bCubedOf(sums).f1).toBeCloseTo(whole.bCubed.f1, 9)
      expect(pairwiseOf(sums).f1).toBeCloseTo(whole.pairwise.f1, 9)
    }),
  )
})

test('logistic regression finds what labels follow from, and nothing in a column of chance', () => {
  const rows = 2000
  const values = new Float32Array(2 * rows)
  const labels = new Uint8Array(rows)
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
  for (let at = 0; at < rows; at += 1) {
    values[2 * at] = random() * 4 - 2
    values[2 * at + 1] = random() * 10
    labels[at] = random() < 1 / (1 + Math.exp(-(2 * (values[2 * at] ?? 0) - 1))) ? 1 : 0
  }
  const { bias, weights } = fitLogistic({ width: 2, values, labels, weights: new Float32Array(rows).fill(1) })
  expect(weights[0]).toBeCloseTo(2, 0)
  expect(Math.abs(weights[1] ?? 1)).toBeLessThan(0.1)
  expect(Math.abs(bias + 1)).toBeLessThan(0.5)
})

test('pairs are learned from those stories alone that may be used', () => {
  const texts = [...harbourDeal, ...quakes, ...quakes]
  const articles = texts.map((text, at) => prepared(sampleArticle(`a${at}`, text)))
  const gold = ['deal', 'deal', 'deal', 'one', 'two', 'one', 'two']
  const collection = { name: 'sample', articles, gold }
  const rows = pairRows(articles)
  expect(rows.every(({ signs }) => signs.length === pairSigns.length + contextSigns.length)).toBe(true)
  const known = (stories: string[]) => fitPairs([{ collection, rows }], (_, story) => stories.includes(story))
  const changed = { ...collection, gold: gold.map((story, at) => (story === 'deal' ? `${story}${at}` : story)) }
  const other = fitPairs([{ collection: changed, rows }], (_, story) => ['one', 'two'].includes(story))
  expect(known(['one', 'two'])).toEqual(other)
  expect(known(['one', 'two', 'deal'])).not.toEqual(other)
})

test('the shipped weights fit the signs, and the newsroom is grouped as it should be', () => {
  expect([pairModel.pair.length, pairModel.context.length]).toEqual([pairSigns.length, contextSigns.length])
  const newsroom = newsroomCollection()
  expect(bCubedOf(judgedAll(groupedBy(pairModel, newsroom), newsroom.gold)).f1).toBeGreaterThanOrEqual(0.97)
})

import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { evaluateStories } from '../../src/story/evaluate.ts'

const clustering = (...stories: string[]) =>
  stories.flatMap((members, index) => [...members].map((id) => ({ id: articleId(id), story: `${index}` })))

test('the same grouping under other names is perfect', () => {
  const { bCubed, pairwise } = evaluateStories(clustering('c', 'ab'), clustering('ab', 'c'))
  expect(bCubed).toEqual({ precision: 1, recall: 1, f1: 1 })
  expect(pairwise).toEqual({ precision: 1, recall: 1, f1: 1 })
})

test('figures of a worked example', () => {
  const { bCubed, pairwise, singletonFloor } = evaluateStories(clustering('abc', 'd'), clustering('ab', 'cd'))
  expect(bCubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
  expect(bCubed.recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4)
  expect(pairwise).toEqual({ precision: 1 / 3, recall: 1 / 2, f1: 0.4 })
  expect(singletonFloor).toBeCloseTo(2 / 3)
})

test('doing nothing has the floor as its score and no pair wrong', () => {
  const { bCubed, pairwise, singletonFloor } = evaluateStories(clustering('a', 'b', 'c'), clustering('abc'))
  expect(bCubed.f1).toBe(singletonFloor)
  expect(pairwise).toEqual({ precision: 1, recall: 0, f1: 0 })
})

test('only articles that both know are judged, and gold ones not found are counted', () => {
  expect(evaluateStories(clustering('ax'), clustering('ab'))).toMatchObject({ articles: 1, missing: 1 })
})

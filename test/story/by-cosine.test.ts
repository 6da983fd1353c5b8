import { expect, test } from 'vitest'
import { linkedByCosine } from '../../src/story/by-cosine.ts'
import type { PairOfStories } from '../../src/story/link-languages.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'

const [a, b, c, d] = [storyId('1'), storyId('2'), storyId('3'), storyId('4')]
const pair = (from = a, to = a) => ({ from, to, score: 1, reason: 'shares Brisk' })

/** A vector at this cosine from [1, 0]. */
const at = (cosine: number) => [cosine, Math.sqrt(1 - cosine ** 2)]
const links = (unsure: PairOfStories[], unrelated: [StoryId, StoryId][], vectors: [StoryId, number[]][]) =>
  linkedByCosine(unsure, unrelated, new Map(vectors)).map(({ to }) => to)

test('the bar is half of the way from what unrelated stories have to 1, whatever the model', () => {
  const vectors = (usual: number, cosine: number): [StoryId, number[]][] => [
    [a, [1, 0]],
    [b, at(cosine)],
    [c, at(usual)],
  ]
  const unrelated = Array.from({ length: 500 }, (): [StoryId, StoryId] => [a, c])
  const linked = (usual: number, cosine: number) => links([pair(a, b)], unrelated, vectors(usual, cosine)).length
  expect([linked(0.1, 0.5), linked(0.1, 0.6)]).toEqual([0, 1])
  expect([linked(0.8, 0.85), linked(0.8, 0.95)]).toEqual([0, 1])
})

test('with nothing to compare with the bar is cautious, and both figures stand in the reason', () => {
  const vectors = new Map([
    [a, [1, 0]],
    [b, at(0.69)],
    [c, at(0.71)],
  ])
  expect(linkedByCosine([pair(a, b), pair(a, c)], [], vectors)).toEqual([
    { ...pair(a, c), reason: 'shares Brisk, and tells much the same (0.71, needs 0.70)' },
  ])
})

test('a pair without a vector, with an empty one or one of another length is not linked', () => {
  const vectors: [StoryId, number[]][] = [
    [a, [1, 0]],
    [b, [1, 0, 0]],
    [c, [0, 0]],
  ]
  expect(links([pair(a, b), pair(a, c), pair(a, d)], [], vectors)).toEqual([])
})

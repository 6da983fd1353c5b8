import { expect, test } from 'vitest'
import { createWeightedCache } from '../../src/outside/weighted-cache.ts'

test('forgets the oldest once the weight is too much, and counts a replaced entry once', () => {
  const cache = createWeightedCache<string>(10)
  cache.set('a', 'A', 4)
  cache.set('b', 'B', 4)
  cache.set('a', 'A2', 4)
  expect([cache.get('a'), cache.get('b')]).toEqual(['A2', 'B'])
  cache.set('c', 'C', 4)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A2', undefined, 'C'])
  cache.set('huge', 'H', 11)
  expect(cache.count()).toBe(0)
})

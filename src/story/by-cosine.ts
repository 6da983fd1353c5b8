import type { PairOfStories } from './link-languages.ts'
import type { StoryId } from './story.ts'

/** Each story's vector of meaning; all of one length. */
export type Vectors = ReadonlyMap<StoryId, readonly number[]>

/** What stories that have nothing to do with each other are believed to have as their cosine, as firmly as so many pairs. */
const unrelatedPrior = { cosine: 0.4, pairs: 5 }

/**
 * Pairs that names and numbers leave open → those that are one event by their vectors: the cosine is at least half of the way
 * from what `unrelated` pairs have to 1. Half of the way and not a fixed cosine, for models differ: unrelated news is at 0.15 for one
 * and at 0.75 for another. Pairs of which a vector is missing are left out.
 */
export function linkedByCosine(
  unsure: readonly PairOfStories[],
  unrelated: readonly (readonly [StoryId, StoryId])[],
  vectors: Vectors,
): PairOfStories[] {
  const cosines = unrelated.flatMap(([a, b]) => cosineOf(a, b, vectors) ?? [])
  const prior = unrelatedPrior.cosine * unrelatedPrior.pairs
  const usual = cosines.reduce((sum, cosine) => sum + cosine, prior) / (cosines.length + unrelatedPrior.pairs)
  const bar = (1 + usual) / 2
  return unsure.flatMap((pair) => {
    const cosine = cosineOf(pair.from, pair.to, vectors)
    if (cosine === null || cosine < bar) return []
    return [
      { ...pair, reason: `${pair.reason}, and tells much the same (${cosine.toFixed(2)}, needs ${bar.toFixed(2)})` },
    ]
  })
}

function cosineOf(a: StoryId, b: StoryId, vectors: Vectors): number | null {
  const [left, right] = [vectors.get(a), vectors.get(b)]
  if (left === undefined || right === undefined || left.length !== right.length) return null
  const cosine = product(left, right) / Math.sqrt(product(left, left) * product(right, right))
  return Number.isFinite(cosine) ? cosine : null
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

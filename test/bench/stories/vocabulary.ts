import type { Random } from '../../farm/random.ts'
import type { FieldStatistics } from './term-statistics.ts'

/** Draws ranks as often as real articles have the term of that rank, in constant time (Vose's alias method). */
export class RankSampler {
  readonly #threshold: Float64Array
  readonly #alias: Uint32Array

  /** Ranks are 0 to `size` - 1. */
  constructor(shares: FieldStatistics['shares'], size: number) {
    const weights = Float64Array.from({ length: size }, (_, rank) => drawsOf(shareAt(shares, rank + 1)))
    this.#threshold = new Float64Array(size)
    this.#alias = new Uint32Array(size)
    this.#fill(weights)
  }

  draw(random: Random): number {
    const at = Math.floor(random() * this.#alias.length)
    return random() < (this.#threshold[at] ?? 0) ? at : (this.#alias[at] ?? 0)
  }

  #fill(weights: Float64Array): void {
    const size = weights.length
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const left = weights.map((weight) => (weight * size) / total)
    const small: number[] = []
    const large: number[] = []
    for (let rank = 0; rank < size; rank++) ((left[rank] ?? 0) < 1 ? small : large).push(rank)
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() ?? 0
      const more = large.pop() ?? 0
      this.#threshold[less] = left[less] ?? 0
      this.#alias[less] = more
      left[more] = (left[more] ?? 0) + (left[less] ?? 0) - 1
      ;((left[more] ?? 0) < 1 ? small : large).push(more)
    }
    for (const rank of [...small, ...large]) this.#threshold[rank] = 1
  }
}

/** The share of articles that have the term of this rank: a line between the known ranks, on logarithmic scales. */
export function shareAt(shares: FieldStatistics['shares'], rank: number): number {
  const after = shares.findIndex(([known]) => known >= rank)
  const at = after === -1 ? shares.length - 1 : Math.max(1, after)
  const [lowRank, low] = shares[at - 1] ?? [1, 1]
  const [highRank, high] = shares[at] ?? [2, 1]
  const slope = Math.log(high / low) / Math.log(highRank / lowRank)
  return low * (rank / lowRank) ** slope
}

// An article has a term that is drawn for it at least once: share = 1 - exp(-draws).
const drawsOf = (share: number) => -Math.log1p(-share)

// No q: an event's own words begin with it.
const consonants = 'bcdfghjklmnprstvwxyz'
const vowels = 'aeiou'

/** A word for each rank, pronounceable and of the length of real stems. */
export function wordOfRank(rank: number): string {
  let word = ''
  for (let left = rank + 100; left > 0; left = Math.floor(left / 100)) {
    word += `${consonants[left % 20]}${vowels[Math.floor(left / 20) % 5]}`
  }
  return word
}

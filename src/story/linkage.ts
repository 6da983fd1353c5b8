/** Things to be grouped: how large each is, and what each pair is worth in all, row by row. */
export interface Units {
  readonly sizes: number[]
  /** Sums over the pairs that are known between two units; symmetric, `sizes.length` squared. */
  readonly sums: Float64Array
  /** Pairs of units that may not come together; as `sums`, 1 where forbidden. */
  readonly forbidden: Uint8Array
}

/**
 * Average linkage over a small set: the two nearest groups become one, again and again, while their mean is at least
 * `least`. Unknown pairs count 0. Of each article about `known` pairs are known: in larger groups the mean is over
 * as many as can be. Returns the group of each unit, named by its first unit. Ties go to the earlier units.
 */
export function averageLinkage({ sizes, sums, forbidden }: Units, least: number, known: number): number[] {
  const count = sizes.length
  const group = Array.from({ length: count }, (_, at) => at)
  const alive = Array.from({ length: count }, (_, at) => at)
  for (;;) {
    let best = least
    let [into, from] = [-1, -1]
    for (let a = 0; a < alive.length; a += 1) {
      const i = alive[a] ?? 0
      for (let b = a + 1; b < alive.length; b += 1) {
        const j = alive[b] ?? 0
        const sum = sums[i * count + j] ?? 0
        if (sum === 0 || forbidden[i * count + j] === 1) continue
        const mean = meanOf(sum, sizes[i] ?? 1, sizes[j] ?? 1, known)
        if (mean > best || (mean === best && into < 0)) [best, into, from] = [mean, i, j]
      }
    }
    if (into < 0) return group
    merge(count, sums, forbidden, into, from)
    sizes[into] = (sizes[into] ?? 1) + (sizes[from] ?? 1)
    alive.splice(alive.indexOf(from), 1)
    for (let at = 0; at < count; at += 1) if (group[at] === from) group[at] = into
  }
}

/** Mean over the pairs of two groups, where of each article in a group of n about `known` of the n - 1 others are known. */
export function meanOf(sum: number, a: number, b: number, known: number): number {
  return sum / (a * b * Math.min(1, known / (a + b - 1)))
}

function merge(count: number, sums: Float64Array, forbidden: Uint8Array, into: number, from: number): void {
  for (let other = 0; other < count; other += 1) {
    if (other === into || other === from) continue
    const sum = (sums[into * count + other] ?? 0) + (sums[from * count + other] ?? 0)
    sums[into * count + other] = sum
    sums[other * count + into] = sum
    if (forbidden[from * count + other] === 1) {
      forbidden[into * count + other] = 1
      forbidden[other * count + into] = 1
    }
  }
}

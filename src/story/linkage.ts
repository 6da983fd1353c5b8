/** Things to be grouped: how large each is, and what each pair is worth in all, row by row. */
export interface Units {
  readonly sizes: number[]
  /** Sums over the pairs that are known between two units; symmetric, `sizes.length` squared. */
  readonly sums: Float64Array
  /** Pairs of units that may not come together; as `sums`, 1 where forbidden. */
  readonly forbidden: Uint8Array
}

/** Units that may grow large, with sums that stay true of large groups. */
export interface DeepUnits extends Units {
  /** As `sums`, where a pair that only one of the two articles remembers is worth half. */
  readonly halves: Float64Array
}

/**
 * Average linkage over a small set: the two nearest groups become one, again and again, while their mean is at least
 * `least`. Unknown pairs count 0. Of each article about `known` pairs are known: in larger groups the mean is over
 * as many as can be. Returns the group of each unit, named by its first unit. Ties go to the earlier units.
 */
export function averageLinkage({ sizes, sums, forbidden }: Units, least: number, known: number): number[] {
  return linked(sizes, [sums], forbidden, least, (at, a, b) => meanOf(sums[at] ?? 0, a, b, known))
}

/**
 * Average linkage where groups may have many more articles than the `known` that each remembers. Those are its nearest: the
 * larger a group, the nearer is all that its articles remember, and the less they say of the others. So of two groups that
 * together are more, a pair counts by how many of its two remember it, and the mean counts for more, `largeFactor` times at most.
 */
export function deepLinkage(
  { sizes, sums, halves, forbidden }: DeepUnits,
  least: number,
  known: number,
  largeFactor: number,
): number[] {
  return linked(sizes, [sums, halves], forbidden, least, (at, a, b) => {
    const share = Math.min(1, known / (a + b - 1))
    const sum = share * (sums[at] ?? 0) + (1 - share) * (halves[at] ?? 0)
    return meanOf(sum, a, b, known) * Math.min(largeFactor, 1 / share)
  })
}

/** Mean over the pairs of two groups, where of each article in a group of n about `known` of the n - 1 others are known. */
export function meanOf(sum: number, a: number, b: number, known: number): number {
  return sum / (a * b * Math.min(1, known / (a + b - 1)))
}

/** The mean of two groups by the place of their sums and by their sizes. */
type Mean = (at: number, a: number, b: number) => number

function linked(
  sizes: number[],
  tables: readonly Float64Array[],
  forbidden: Uint8Array,
  least: number,
  mean: Mean,
): number[] {
  const count = sizes.length
  const group = Array.from({ length: count }, (_, at) => at)
  const alive = group.slice()
  const [sums = new Float64Array(0)] = tables
  // Of each group the nearest later one, and how near it is: looked for anew only where a merge has changed it.
  const nearest = new Int32Array(count)
  const means = new Float64Array(count)
  const meanAt = (i: number, j: number) => {
    const at = i * count + j
    return sums[at] === 0 || forbidden[at] === 1 ? -1 : mean(at, sizes[i] ?? 1, sizes[j] ?? 1)
  }
  const look = (place: number) => {
    const i = alive[place] ?? 0
    means[i] = -1
    for (let next = place + 1; next < alive.length; next += 1) {
      const j = alive[next] ?? 0
      const near = meanAt(i, j)
      if (near > (means[i] ?? 0)) [nearest[i], means[i]] = [j, near]
    }
  }
  for (const place of alive.keys()) look(place)
  for (;;) {
    let into = -1
    for (const i of alive) if ((means[i] ?? 0) > (into < 0 ? -1 : (means[into] ?? 0))) into = i
    if (into < 0 || (means[into] ?? 0) < least) return group
    const from = nearest[into] ?? 0
    merge(count, tables, forbidden, into, from)
    sizes[into] = (sizes[into] ?? 1) + (sizes[from] ?? 1)
    alive.splice(alive.indexOf(from), 1)
    for (let at = 0; at < count; at += 1) if (group[at] === from) group[at] = into
    for (const [place, i] of alive.entries()) {
      if (i === into || (means[i] !== -1 && (nearest[i] === into || nearest[i] === from))) look(place)
      else if (i < into) {
        const near = meanAt(i, into)
        const before = means[i] ?? 0
        if (near > before || (near === before && near !== -1 && into < (nearest[i] ?? 0)))
          [nearest[i], means[i]] = [into, near]
      }
    }
  }
}

function merge(
  count: number,
  tables: readonly Float64Array[],
  forbidden: Uint8Array,
  into: number,
  from: number,
): void {
  for (let other = 0; other < count; other += 1) {
    if (other === into || other === from) continue
    for (const sums of tables) {
      const sum = (sums[into * count + other] ?? 0) + (sums[from * count + other] ?? 0)
      sums[into * count + other] = sum
      sums[other * count + into] = sum
    }
    if (forbidden[from * count + other] === 1) {
      forbidden[into * count + other] = 1
      forbidden[other * count + into] = 1
    }
  }
}

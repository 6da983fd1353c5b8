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
export function averageLinkage(units: Units, least: number, known: number): number[] {
  return new Linkage(units, null, { known, largeFactor: 1 }).groups(least)
}

/**
 * Average linkage where groups may have many more articles than the `known` that each remembers. Those are its nearest: the
 * larger a group, the nearer is all that its articles remember, and the less they say of the others. So of two groups that
 * together are more, a pair counts by how many of its two remember it, and the mean counts for more, `largeFactor` times at most.
 */
export function deepLinkage(units: DeepUnits, least: number, known: number, largeFactor: number): number[] {
  return new Linkage(units, units.halves, { known, largeFactor }).groups(least)
}

/** Mean over the pairs of two groups, where of each article in a group of n about `known` of the n - 1 others are known. */
export function meanOf(sum: number, a: number, b: number, known: number): number {
  return sum / (a * b * Math.min(1, known / (a + b - 1)))
}

/** Groups on their way to each other. Means live in arrays: one that a function returns may be an object each time. */
class Linkage {
  readonly #count: number
  readonly #sizes: number[]
  readonly #sums: Float64Array
  readonly #halves: Float64Array | null
  readonly #forbidden: Uint8Array
  readonly #known: number
  readonly #largeFactor: number
  readonly #group: number[]
  readonly #alive: number[]
  /** Of each group the nearest later one, and how near it is, -1 for none: looked for anew only where a merge has changed it. */
  readonly #nearest: Int32Array
  readonly #means: Float64Array

  constructor(
    { sizes, sums, forbidden }: Units,
    halves: Float64Array | null,
    { known, largeFactor }: { readonly known: number; readonly largeFactor: number },
  ) {
    this.#count = sizes.length
    this.#sizes = sizes
    this.#sums = sums
    this.#halves = halves
    this.#forbidden = forbidden
    this.#known = known
    this.#largeFactor = largeFactor
    this.#group = sizes.map((_, at) => at)
    this.#alive = this.#group.slice()
    this.#nearest = new Int32Array(sizes.length)
    this.#means = new Float64Array(sizes.length)
  }

  /** The group of each unit. */
  groups(least: number): number[] {
    for (let place = 0; place < this.#count; place += 1) this.#look(place)
    for (;;) {
      let into = -1
      for (let place = 0; place < this.#alive.length; place += 1) {
        const i = this.#alive[place] ?? 0
        if ((this.#means[i] ?? 0) > (into < 0 ? -1 : (this.#means[into] ?? 0))) into = i
      }
      if (into < 0 || (this.#means[into] ?? 0) < least) return this.#group
      this.#join(into, this.#nearest[into] ?? 0)
    }
  }

  #mean(i: number, j: number): number {
    const at = i * this.#count + j
    const sum = this.#sums[at] ?? 0
    if (sum === 0 || this.#forbidden[at] === 1) return -1
    const a = this.#sizes[i] ?? 1
    const b = this.#sizes[j] ?? 1
    if (this.#halves === null) return meanOf(sum, a, b, this.#known)
    const share = Math.min(1, this.#known / (a + b - 1))
    const both = share * sum + (1 - share) * (this.#halves[at] ?? 0)
    return meanOf(both, a, b, this.#known) * Math.min(this.#largeFactor, 1 / share)
  }

  #look(place: number): void {
    const i = this.#alive[place] ?? 0
    this.#means[i] = -1
    for (let next = place + 1; next < this.#alive.length; next += 1) {
      const j = this.#alive[next] ?? 0
      const mean = this.#mean(i, j)
      if (mean > (this.#means[i] ?? 0)) this.#set(i, j, mean)
    }
  }

  #set(i: number, nearest: number, mean: number): void {
    this.#nearest[i] = nearest
    this.#means[i] = mean
  }

  #join(into: number, from: number): void {
    this.#add(into, from, this.#sums)
    if (this.#halves !== null) this.#add(into, from, this.#halves)
    this.#forbid(into, from)
    this.#sizes[into] = (this.#sizes[into] ?? 1) + (this.#sizes[from] ?? 1)
    this.#alive.splice(this.#alive.indexOf(from), 1)
    for (let at = 0; at < this.#count; at += 1) if (this.#group[at] === from) this.#group[at] = into
    for (let place = 0; place < this.#alive.length; place += 1) this.#lookAgain(place, into, from)
  }

  #lookAgain(place: number, into: number, from: number): void {
    const i = this.#alive[place] ?? 0
    const before = this.#means[i] ?? 0
    const nearest = this.#nearest[i] ?? 0
    if (i === into || (before !== -1 && (nearest === into || nearest === from))) this.#look(place)
    else if (i < into) {
      const mean = this.#mean(i, into)
      if (mean > before || (mean === before && mean !== -1 && into < nearest)) this.#set(i, into, mean)
    }
  }

  #add(into: number, from: number, sums: Float64Array): void {
    const count = this.#count
    for (let other = 0; other < count; other += 1) {
      if (other === into || other === from) continue
      const sum = (sums[into * count + other] ?? 0) + (sums[from * count + other] ?? 0)
      sums[into * count + other] = sum
      sums[other * count + into] = sum
    }
  }

  #forbid(into: number, from: number): void {
    const count = this.#count
    const forbidden = this.#forbidden
    for (let other = 0; other < count; other += 1) {
      if (other === into || other === from || forbidden[from * count + other] !== 1) continue
      forbidden[into * count + other] = 1
      forbidden[other * count + into] = 1
    }
  }
}

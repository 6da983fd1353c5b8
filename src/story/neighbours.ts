import { grown } from './grown.ts'

/** So many nearest articles are remembered of each, and so many of them make its surroundings. */
export const neighboursKept = 24
export const surroundings = 10

/** Of each open article, by its slot: its nearest articles, the nearest first, and how near the first few are. */
export class Neighbours {
  #slots = new Int32Array(0)
  #nearness = new Float32Array(0)
  #evidence = new Float32Array(0)
  #counts = new Uint8Array(0)
  /** What a neighbour must be nearer than: most that are offered are not, and nothing else is read for them. */
  #least = new Float32Array(0)
  /** Logarithms of softened nearness: of the first, of means of the next two, the first five and the surroundings; the surroundings' norm. */
  #levels = new Float32Array(0)

  /** Makes room for a new article, without neighbours. */
  open(slot: number): void {
    this.#slots = grown(this.#slots, (slot + 1) * neighboursKept)
    this.#nearness = grown(this.#nearness, (slot + 1) * neighboursKept)
    this.#evidence = grown(this.#evidence, (slot + 1) * neighboursKept)
    this.#counts = grown(this.#counts, slot + 1)
    this.#levels = grown(this.#levels, (slot + 1) * levelCount)
    this.#least = grown(this.#least, slot + 1)
    this.#counts[slot] = 0
    this.#least[slot] = anyNearness
    this.#levels[slot * levelCount] = unmeasured
  }

  count(slot: number): number {
    return this.#counts[slot] ?? 0
  }

  at(slot: number, rank: number): number {
    return this.#slots[slot * neighboursKept + rank] ?? -1
  }

  nearness(slot: number, rank: number): number {
    return this.#nearness[slot * neighboursKept + rank] ?? 0
  }

  /** How near the nearest one is; 0 where there is none. */
  nearest(slot: number): number {
    return this.count(slot) === 0 ? 0 : this.nearness(slot, 0)
  }

  /** What the two articles by themselves say for one event, as log odds. */
  evidence(slot: number, rank: number): number {
    return this.#evidence[slot * neighboursKept + rank] ?? 0
  }

  /** Fills `into` with what its neighbours are near by, in the order of `levels`. */
  levelsOf(slot: number, into: Float64Array): void {
    const from = slot * levelCount
    if (this.#levels[from] === unmeasured) this.#measure(slot)
    for (let level = 0; level < levelCount; level += 1) into[level] = this.#levels[from + level] ?? 0
  }

  has(slot: number, other: number): boolean {
    const from = slot * neighboursKept
    const to = from + this.count(slot)
    for (let at = from; at < to; at += 1) if (this.#slots[at] === other) return true
    return false
  }

  /** Reads what `offer` will first; see `OpenArticles`. */
  prefetch(slot: number): number {
    return this.#least[slot] === unmeasured ? 1 : 0
  }

  /** Takes `other` among the neighbours of `slot` where it is near enough. Of equals the one that came first stays ahead. */
  offer(slot: number, other: number, nearness: number, evidence: number): void {
    if (nearness <= (this.#least[slot] ?? 0)) return
    const from = slot * neighboursKept
    const count = this.count(slot)
    let at = Math.min(count, neighboursKept - 1)
    for (; at > 0 && nearness > (this.#nearness[from + at - 1] ?? 0); at -= 1) this.#copy(from + at - 1, from + at)
    this.#slots[from + at] = other
    this.#nearness[from + at] = nearness
    this.#evidence[from + at] = evidence
    this.#counts[slot] = Math.min(count + 1, neighboursKept)
    if (count + 1 >= neighboursKept) this.#least[slot] = this.#nearness[from + neighboursKept - 1] ?? 0
    this.#levels[slot * levelCount] = unmeasured
  }

  /** Drops neighbours that are open no more, and gives the others the slots that they have now. */
  renumber(slot: number, slotNow: Int32Array): void {
    const from = slot * neighboursKept
    let kept = 0
    for (let rank = 0; rank < this.count(slot); rank += 1) {
      const now = slotNow[this.at(slot, rank)] ?? -1
      if (now < 0) continue
      this.#copy(from + rank, from + kept)
      this.#slots[from + kept] = now
      kept += 1
    }
    if (kept === this.#counts[slot]) return
    this.#counts[slot] = kept
    this.#least[slot] = anyNearness
    this.#levels[slot * levelCount] = unmeasured
  }

  /** Moves an article's entry into another slot. */
  move(slot: number, to: number): void {
    if (slot === to) return
    for (let rank = 0; rank < neighboursKept; rank += 1)
      this.#copy(slot * neighboursKept + rank, to * neighboursKept + rank)
    this.#counts[to] = this.count(slot)
    this.#least[to] = this.#least[slot] ?? anyNearness
    this.#levels.copyWithin(to * levelCount, slot * levelCount, (slot + 1) * levelCount)
  }

  #copy(from: number, to: number): void {
    this.#slots[to] = this.#slots[from] ?? -1
    this.#nearness[to] = this.#nearness[from] ?? 0
    this.#evidence[to] = this.#evidence[from] ?? 0
  }

  #measure(slot: number): void {
    const from = slot * neighboursKept
    const count = Math.min(this.count(slot), surroundings)
    let sum = 0
    let squares = 0
    let five = 0
    for (let rank = 0; rank < count; rank += 1) {
      const nearness = this.#nearness[from + rank] ?? 0
      sum += nearness
      squares += nearness * nearness
      if (rank < 5) five += nearness
    }
    const nearest = this.nearest(slot)
    const next = (count > 1 ? (this.#nearness[from + 1] ?? 0) : 0) + (count > 2 ? (this.#nearness[from + 2] ?? 0) : 0)
    const at = slot * levelCount
    this.#levels[at + levels.nearest] = softLog(nearest)
    this.#levels[at + levels.nextTwo] = softLog(next / 2)
    this.#levels[at + levels.five] = softLog(five / 5)
    this.#levels[at + levels.surroundings] = softLog(sum / surroundings)
    this.#levels[at + levels.norm] = Math.sqrt(squares + nearest ** 2)
  }
}

export const levelCount = 5
const anyNearness = -1
/** Levels are made when they are asked for: most lists change several times before. */
const unmeasured = Number.POSITIVE_INFINITY
const soft = 0.1
/** Differences of these are how many times nearer one is than the other, where both are not nearly nothing. */
export const softLog = (nearness: number): number => Math.log(nearness + soft)
export const levels = { nearest: 0, nextTwo: 1, five: 2, surroundings: 3, norm: 4 } as const

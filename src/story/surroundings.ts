import { levelCount, levels, type Neighbours, softLog, surroundings } from './neighbours.ts'

/**
 * How two neighbours stand to each other among all that is near to either. A cosine means little by itself: what is near in
 * one collection is far in another, and two accounts of one event are nearer to each other than to what else is near
 * (locally scaled nearness, Zelnik-Manor and Perona 2004; shared nearest neighbours, Jarvis and Patrick 1973).
 */
export class Surroundings {
  readonly #neighbours: Neighbours
  /** The surroundings of the article in hand, by slot. */
  #marked = new Float32Array(1024)
  readonly #mine = new Float64Array(levelCount)
  readonly #theirs = new Float64Array(levelCount)
  #markedSlots: number[] = []

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours
  }

  /** Takes an article in hand: what follows is asked of it. To be repeated when its neighbours have changed. */
  of(slot: number): void {
    const near = this.#neighbours
    for (const other of this.#markedSlots) this.#marked[other] = 0
    this.#markedSlots.length = 0
    near.levelsOf(slot, this.#mine)
    this.#mark(slot, near.nearest(slot))
    const count = Math.min(surroundings, near.count(slot))
    for (let rank = 0; rank < count; rank += 1) this.#mark(near.at(slot, rank), near.nearness(slot, rank))
  }

  #mark(slot: number, nearness: number): void {
    if (slot >= this.#marked.length) {
      const larger = new Float32Array(2 * slot)
      larger.set(this.#marked)
      this.#marked = larger
    }
    this.#marked[slot] = nearness
    this.#markedSlots.push(slot)
  }

  /** Fills `into`, from `from` on, with the signs of the article in hand and another, in the order of `contextSigns`. */
  signs(other: number, nearness: number, into: Float64Array, from: number): void {
    this.#neighbours.levelsOf(other, this.#theirs)
    const log = softLog(nearness)
    for (let level = 0; level < levels.norm; level += 1) {
      const mine = log - (this.#mine[level] ?? 0)
      const theirs = log - (this.#theirs[level] ?? 0)
      into[from + 2 * level] = Math.min(mine, theirs)
      into[from + 2 * level + 1] = Math.max(mine, theirs)
    }
    const shared = this.#shared(other)
    into[from + 8] = shared
    into[from + 9] = Math.sqrt(shared)
    into[from + 10] = Math.sqrt(nearness)
  }

  /** Cosine of the two articles' surroundings, each standing in its own. */
  #shared(other: number): number {
    const near = this.#neighbours
    const norms = (this.#mine[levels.norm] ?? 0) * (this.#theirs[levels.norm] ?? 0)
    if (norms === 0) return 0
    let dot = (this.#marked[other] ?? 0) * near.nearest(other)
    const count = Math.min(surroundings, near.count(other))
    for (let rank = 0; rank < count; rank += 1)
      dot += (this.#marked[near.at(other, rank)] ?? 0) * near.nearness(other, rank)
    return Math.max(0, dot / norms)
  }
}

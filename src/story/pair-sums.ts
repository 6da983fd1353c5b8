import { grown } from './grown.ts'
import type { Neighbours } from './neighbours.ts'
import { contextSigns, logOdds, type PairModel } from './one-event.ts'
import type { StoryId } from './story.ts'
import type { Surroundings } from './surroundings.ts'

/** Articles that a look keeps together, by slot, and the story they are in. */
export interface Unit {
  readonly slots: readonly number[]
  readonly story: StoryId | undefined
}

/** Of a large story so many articles are asked for their pairs. */
const sampled = 24

/** What the remembered pairs of articles say for one event, summed over units. */
export class PairSums {
  readonly #near: Neighbours
  readonly #around: Surroundings
  readonly #model: PairModel
  readonly #signs = new Float64Array(contextSigns.length)
  #unitOf = new Int32Array(1024).fill(-1)
  #sums = new Float64Array(0)
  #halves = new Float64Array(0)
  #apart = new Uint8Array(0)

  constructor(near: Neighbours, around: Surroundings, model: PairModel) {
    this.#near = near
    this.#around = around
    this.#model = model
  }

  /** Takes an article in hand, whose pairs are asked for next. */
  of(slot: number): void {
    this.#around.of(slot)
  }

  /** The chance that the article in hand and its neighbour are about one event. */
  chance(slot: number, rank: number): number {
    const near = this.#near
    this.#around.signs(near.at(slot, rank), near.nearness(slot, rank), this.#signs, 0)
    return 1 / (1 + Math.exp(-near.evidence(slot, rank) - logOdds(this.#model.context, this.#signs)))
  }

  /** Sums of units with each other, as `averageLinkage` takes them; good until they are asked for again. */
  sums(units: readonly Unit[]): Float64Array {
    this.#sums = zeros(this.#sums, units.length ** 2)
    const sums = this.#sums
    this.#mark(units)
    for (let at = 0; at < units.length; at += 1) {
      const slots = units[at]?.slots ?? []
      const asked = someOf(slots)
      for (const slot of asked) this.#addPairs(slot, at, units, slots.length / asked.length, sums)
    }
    this.#unmark(units)
    return sums
  }

  /** Sums of units with each other, as `deepLinkage` takes them; good until sums are asked for again. */
  deepSums(units: readonly Unit[]): { readonly sums: Float64Array; readonly halves: Float64Array } {
    this.#sums = zeros(this.#sums, units.length ** 2)
    this.#halves = zeros(this.#halves, units.length ** 2)
    const sums = this.#sums
    const halves = this.#halves
    this.#mark(units)
    for (const [at, { slots }] of units.entries())
      for (const slot of slots) this.#addAllPairs(slot, at, units.length, sums, halves)
    this.#unmark(units)
    return { sums, halves }
  }

  /** 1 for each two units of which one has an article that `apartFrom` keeps apart from one of the other; else 0. Good until asked again. */
  apart(units: readonly Unit[], apartFrom: ((slot: number) => readonly number[]) | null): Uint8Array {
    this.#apart = zeros(this.#apart, units.length ** 2)
    const apart = this.#apart
    if (apartFrom === null) return apart
    this.#mark(units)
    for (const [at, { slots }] of units.entries()) {
      for (const other of slots.flatMap(apartFrom)) {
        const unit = this.#unitOf[other] ?? -1
        if (unit < 0 || unit === at) continue
        apart[at * units.length + unit] = 1
        apart[unit * units.length + at] = 1
      }
    }
    this.#unmark(units)
    return apart
  }

  #mark(units: readonly Unit[]): void {
    for (let at = 0; at < units.length; at += 1) {
      const slots = units[at]?.slots ?? []
      const most = slots.at(-1) ?? 0
      if (most >= this.#unitOf.length) {
        const larger = new Int32Array(2 * most).fill(-1)
        larger.set(this.#unitOf)
        this.#unitOf = larger
      }
      for (const slot of slots) this.#unitOf[slot] = at
    }
  }

  #unmark(units: readonly Unit[]): void {
    for (const { slots } of units) for (const slot of slots) this.#unitOf[slot] = -1
  }

  /** Pairs of two articles of their own are counted from either's list, once; a large story's from the other side alone. */
  #addPairs(slot: number, at: number, units: readonly Unit[], weight: number, sums: Float64Array): void {
    const near = this.#near
    let inHand = false
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank)
      const unit = this.#unitOf[other] ?? -1
      if (unit < 0 || unit === at || isCountedThere(near, slot, other, units[at], units[unit])) continue
      if (!inHand) this.of(slot)
      inHand = true
      addTo(sums, units.length, at, unit, weight * this.chance(slot, rank))
    }
  }

  #addAllPairs(slot: number, at: number, count: number, sums: Float64Array, halves: Float64Array): void {
    const near = this.#near
    let inHand = false
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank)
      const unit = this.#unitOf[other] ?? -1
      if (unit < 0 || unit === at) continue
      const isMutual = near.has(other, slot)
      if (isMutual && other < slot) continue
      if (!inHand) this.of(slot)
      inHand = true
      const chance = this.chance(slot, rank)
      addTo(sums, count, at, unit, chance)
      addTo(halves, count, at, unit, isMutual ? chance : chance / 2)
    }
  }
}

/** The array, or a larger one, with zeros in its first `length` places. */
function zeros<A extends Parameters<typeof grown>[0]>(array: A, length: number): A {
  const large = grown(array, length)
  large.fill(0, 0, length)
  return large
}

/** All of a few, of many some that stand evenly among them. */
export const someOf = (slots: readonly number[]): readonly number[] =>
  slots.length <= sampled
    ? slots
    : Array.from({ length: sampled }, (_, at) => slots[Math.floor((at * slots.length) / sampled)] ?? 0)

function addTo(sums: Float64Array, count: number, one: number, other: number, value: number): void {
  const sum = (sums[one * count + other] ?? 0) + value
  sums[one * count + other] = sum
  sums[other * count + one] = sum
}

function isCountedThere(
  near: Neighbours,
  slot: number,
  other: number,
  own: Unit | undefined,
  its: Unit | undefined,
): boolean {
  const mine = own?.slots.length ?? 1
  const theirs = its?.slots.length ?? 1
  if (mine !== theirs) return mine > theirs
  return other < slot && near.has(other, slot)
}

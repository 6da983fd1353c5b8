import type { ArticleId } from '../article/article.ts'
import { type ArticleMemory, encodeMemory } from './article-memory.ts'
import type { Features } from './features.ts'
import type { Frequencies } from './frequencies.ts'
import { areStrangers, nearnessOf, pairSigns, type Shared, signsOfPair, strangersOdds } from './one-event.ts'
import { OpenArticles, type Rated } from './open-articles.ts'
import { Probe } from './probe.ts'
import type { StorySettings } from './settings.ts'
import type { TermHash } from './term-hash.ts'
import { probesOf, type Vector, vectorOf } from './vector.ts'

const dayMs = 86_400_000

/** An article as the stream meets it. */
export interface Arriving {
  readonly articleId: ArticleId
  readonly features: Features
  /** When the article was published; null where nobody knows, and then it never expires. */
  readonly when: Date | null
}

/** An article that arrived before a restart. */
export interface Arrived {
  readonly articleId: ArticleId
  readonly when: Date | null
  /** Its number in the order of arrival, from 1 on. */
  readonly arrival: number
}

export interface TakenMemory {
  /** An encoded `ArticleMemory`. */
  readonly bytes: Uint8Array
  /** The terms that the article is counted with. */
  readonly counted: Uint32Array
}

/** What a pair's signs say for one event, as log odds. The signs are good until the next pair. */
export type Evidence = (signs: Float64Array, slot: number, other: number) => number

/** The open articles, each with its nearest ones. */
export class ArticleIndex {
  readonly open = new OpenArticles()
  readonly #settings: StorySettings
  readonly #frequencies: Frequencies
  readonly #probe = new Probe()
  readonly #signs = new Float64Array(pairSigns.length)
  readonly #shared: Shared = {
    // Fractions from the start: a field that began as a whole number would be a new object each time that it is set.
    ...{ title: 0.5, body: 0.5, names: 0.5, titleInBody: 0.5, bodyInTitle: 0.5 },
    ...{ days: 0, texts: false, bothNamed: false },
  }

  /** The article that was taken in last, and its pairs. */
  #taken: { readonly vector: Vector; readonly pairs: number } | null = null
  readonly #rated: { readonly terms: Uint32Array; readonly rarities: Float64Array }
  readonly #arrivals: Uint32Array
  readonly #nearness: Float32Array
  readonly #odds: Float32Array

  constructor(settings: StorySettings, frequencies: Frequencies) {
    this.#settings = settings
    this.#frequencies = frequencies
    this.#rated = { terms: new Uint32Array(settings.termsProbed), rarities: new Float64Array(settings.termsProbed) }
    this.#arrivals = new Uint32Array(settings.articlesCompared)
    this.#nearness = new Float32Array(settings.articlesCompared)
    this.#odds = new Float32Array(settings.articlesCompared)
  }

  rarity(term: TermHash): number {
    return this.#frequencies.rarity(term)
  }

  /** Time has come to this UTC day, counted from 1970. */
  advanceTo(day: number): void {
    this.#frequencies.advanceTo(day)
  }

  /**
   * Opens an article, compares it with those that it is likely near to, and counts its terms. `arrival` is its number among those
   * that a restart is told of, 0 where it is none of them. Returns its slot.
   */
  takeIn({ articleId, features, when }: Arriving, evidence: Evidence, arrival = 0): number {
    const { termsIndexed, termsProbed } = this.#settings
    const day = dayOf(when)
    const vector = vectorOf(features, this.#frequencies, this.#settings)
    const probes = probesOf(vector, Math.max(termsIndexed, termsProbed))
    const likely = this.open.likely(this.#rarestFirst(probes.slice(0, termsProbed)), day, this.#settings)
    const slot = this.open.add({ id: articleId, day, arrival }, vector, probes.slice(0, termsIndexed))
    this.#probe.fill(vector)
    this.#taken = { vector, pairs: likely.length }
    this.open.prefetch(likely)
    for (let at = 0; at < likely.length; at += 1) this.#compare(slot, vector, day, likely[at] ?? 0, evidence, at)
    this.#frequencies.count(vector.all)
    return slot
  }

  /** What a restart must be told of the article that was taken in last; to be asked before the next one is. */
  memory(): TakenMemory {
    if (this.#taken === null) throw new Error('no article was taken in')
    const { vector, pairs } = this.#taken
    const compared = {
      arrivals: this.#arrivals.subarray(0, pairs),
      nearness: this.#nearness.subarray(0, pairs),
      evidence: this.#odds.subarray(0, pairs),
    }
    return { bytes: encodeMemory({ vector, compared }), counted: vector.all.slice() }
  }

  /** Opens an article again as it was when it was taken in. Those before it, in order of arrival, must have been. */
  restore({ articleId, when, arrival }: Arrived, { vector, compared }: ArticleMemory): void {
    const probes = probesOf(vector, this.#settings.termsIndexed)
    const slot = this.open.add({ id: articleId, day: dayOf(when), arrival }, vector, probes)
    for (let at = 0; at < compared.arrivals.length; at += 1) {
      const other = this.open.slotOfArrival(compared.arrivals[at] ?? 0)
      if (other >= 0) this.#offer(slot, other, compared.nearness[at] ?? 0, compared.evidence[at] ?? 0)
    }
  }

  /** Counts the terms of an article that is not taken in again, as when it arrived. */
  count(terms: Uint32Array, ofDay?: number): void {
    this.#frequencies.count(terms, ofDay)
  }

  /** Good until the next article's. Few enough to be put in order one by one. */
  #rarestFirst(probes: readonly TermHash[]): Rated {
    const { terms, rarities } = this.#rated
    for (let size = 0; size < probes.length; size += 1) {
      const term = probes[size] ?? 0
      const rarity = this.#frequencies.rarity(term)
      let at = size
      for (; at > 0 && isRarer(rarity, term, rarities[at - 1] ?? 0, terms[at - 1] ?? 0); at -= 1) {
        terms[at] = terms[at - 1] ?? 0
        rarities[at] = rarities[at - 1] ?? 0
      }
      terms[at] = term
      rarities[at] = rarity
    }
    return { terms, rarities, size: probes.length }
  }

  #compare(slot: number, vector: Vector, day: number, other: number, evidence: Evidence, at: number): void {
    this.open.compare(this.#probe, vector, day, other, this.#shared)
    signsOfPair(this.#shared, this.#signs)
    // As it is kept, so that a restart offers the same.
    const nearness = Math.fround(nearnessOf(this.#shared))
    const odds = evidence(this.#signs, slot, other) - (areStrangers(this.#shared) ? strangersOdds : 0)
    this.#offer(slot, other, nearness, odds)
    this.#arrivals[at] = this.open.arrivalAt(other)
    this.#nearness[at] = nearness
    this.#odds[at] = odds
  }

  #offer(slot: number, other: number, nearness: number, odds: number): void {
    this.open.neighbours.offer(slot, other, nearness, odds)
    this.open.neighbours.offer(other, slot, nearness, odds)
  }
}

/** Of two that are as rare the one with the lower hash comes first. */
const isRarer = (rarity: number, term: TermHash, than: number, other: TermHash) =>
  rarity > than || (rarity === than && term < other)

const dayOf = (when: Date | null) => (when === null ? Number.NaN : when.getTime() / dayMs)

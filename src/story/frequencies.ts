import type { StorySettings } from './settings.ts'
import { type TermHash, termHash } from './term-hash.ts'
import { TermQueue } from './term-queue.ts'

type FrequencySettings = Pick<StorySettings, 'priorArticles' | 'countedArticles' | 'rarityPower'>

const bits = 20

/**
 * Document frequencies that live with the stream: in how many of the last articles a term stood, on top of the prior. They change
 * when a day ends, or has `countedArticles`: within a day a term is as rare for the first article as for the last, so that
 * their order means little. Terms that fall into one of a million places are counted together, so that memory stays what it is.
 */
export class Frequencies {
  /** Two bytes each where they are enough: the fewer, the more of them are near the processor. */
  readonly #counts: Uint16Array | Uint32Array
  readonly #settings: FrequencySettings
  /** The terms of the counted articles, and of those of the day, to be counted when it ends. */
  readonly #counted = new TermQueue()
  readonly #waiting = new TermQueue()
  readonly #rarities: Float64Array
  #rarityAsOf: number
  #grade: number
  #day = Number.NEGATIVE_INFINITY
  #ofDay = 0
  #articles: number

  /** `prior`: stem → share of articles, 0 to 1. */
  constructor(settings: FrequencySettings, prior: ReadonlyMap<string, number>) {
    this.#settings = settings
    const most = 4 * (settings.priorArticles + settings.countedArticles)
    this.#counts = most < 2 ** 16 ? new Uint16Array(2 ** bits) : new Uint32Array(2 ** bits)
    this.#articles = settings.priorArticles
    this.#grade = gradeOf(this.#articles)
    this.#rarityAsOf = articlesOf(this.#grade)
    this.#rarities = new Float64Array(settings.priorArticles + settings.countedArticles + 2).fill(Number.NaN)
    for (const [stem, share] of prior)
      this.#counts[placeOf(termHash('word', stem))] = Math.round(share * settings.priorArticles)
  }

  /** One more article in which these terms stand. `ofDay`: which of its day's it is, told of the first after a restart. */
  count(terms: Uint32Array, ofDay = this.#ofDay + 1): void {
    this.#ofDay = ofDay
    this.#waiting.push(terms)
    if (ofDay % this.#settings.countedArticles === 0 || !hasDays(this.#day)) this.#countWaiting()
  }

  /** Time has come to this day, counted from 1970. */
  advanceTo(day: number): void {
    if (day <= this.#day) return
    this.#day = day
    this.#ofDay = 0
    this.#countWaiting()
  }

  #countWaiting(): void {
    while (this.#waiting.lists > 0) this.#countNow(this.#waiting.shift())
  }

  /** The oldest counted article goes for the new one: old news fades. */
  #countNow(terms: Uint32Array): void {
    if (this.#counted.lists >= this.#settings.countedArticles) this.#countBy(-1, this.#counted.shift())
    this.#counted.push(terms)
    this.#countBy(1, terms)
    const grade = gradeOf(this.#articles)
    if (grade === this.#grade) return
    this.#grade = grade
    this.#rarityAsOf = articlesOf(grade)
    this.#rarities.fill(Number.NaN)
  }

  #countBy(step: 1 | -1, terms: Uint32Array): void {
    for (let at = 0; at < terms.length; at += 1) {
      const place = placeOf(terms[at] ?? 0)
      this.#counts[place] = (this.#counts[place] ?? 0) + step
    }
    this.#articles += step
  }

  /** How much sharing this term says: high for a term that few articles have. */
  rarity(term: TermHash): number {
    return this.#rarityOf(this.#counts[placeOf(term)] ?? 0)
  }

  /** Fills `into` with the rarity of each of the first `size` terms. */
  rarities(terms: Uint32Array, size: number, into: Float64Array): void {
    // Counts first: each is a walk to memory of its own, and a processor takes many at once.
    for (let at = 0; at < size; at += 1) into[at] = this.#counts[placeOf(terms[at] ?? 0)] ?? 0
    for (let at = 0; at < size; at += 1) into[at] = this.#rarityOf(into[at] ?? 0)
  }

  #rarityOf(count: number): number {
    const known = this.#rarities[count]
    if (known !== undefined && !Number.isNaN(known)) return known
    const rarity =
      Math.log(1 + Math.max(0.5, this.#rarityAsOf - count + 0.5) / (count + 0.5)) ** this.#settings.rarityPower
    this.#rarities[count] = rarity
    return rarity
  }
}

/** Rarities are as of a number of articles that is no more than a hundredth off: an article asks for hundreds of them. */
const gradeOf = (articles: number) => Math.floor(Math.log(Math.max(1, articles)) / Math.log(1.01))
const articlesOf = (grade: number) => 1.01 ** grade

/** Before the first dated article there is no day whose end could be waited for. */
const hasDays = (day: number) => day > Number.NEGATIVE_INFINITY

const placeOf = (term: TermHash) => term >>> (32 - bits)

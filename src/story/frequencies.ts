import type { StorySettings } from './settings.ts'
import { type TermHash, termHash } from './term-hash.ts'

type FrequencySettings = Pick<StorySettings, 'priorArticles' | 'countedArticles' | 'rarityPower'>

const bits = 20

/**
 * Document frequencies that live with the stream: in how many of the last articles a term stood, on top of the prior. Terms that
 * fall into one of a million places are counted together, so that memory stays what it is.
 */
export class Frequencies {
  readonly #counts = new Float32Array(2 ** bits)
  readonly #settings: FrequencySettings
  /** The counted articles, a ring of their terms. */
  readonly #last: (Uint32Array | undefined)[] = []
  #next = 0
  #articles: number

  /** `prior`: stem → share of articles, 0 to 1. */
  constructor(settings: FrequencySettings, prior: ReadonlyMap<string, number>) {
    this.#settings = settings
    this.#articles = settings.priorArticles
    for (const [stem, share] of prior)
      this.#counts[placeOf(termHash('word', stem))] = share * settings.priorArticles
  }

  /** One more article in which these terms stand. The oldest counted one goes for it: old news fades. */
  count(terms: Uint32Array): void {
    const oldest = this.#last[this.#next]
    if (oldest !== undefined) this.#countBy(-1, oldest)
    this.#last[this.#next] = terms
    this.#next = (this.#next + 1) % this.#settings.countedArticles
    this.#countBy(1, terms)
  }

  #countBy(step: 1 | -1, terms: Uint32Array): void {
    for (const term of terms) {
      const place = placeOf(term)
      this.#counts[place] = (this.#counts[place] ?? 0) + step
    }
    this.#articles += step
  }

  /** How much sharing this term says: high for a term that few articles have. */
  rarity(term: TermHash): number {
    const count = this.#counts[placeOf(term)] ?? 0
    return Math.log(1 + (this.#articles - count + 0.5) / (count + 0.5)) ** this.#settings.rarityPower
  }
}

const placeOf = (term: TermHash) => term >>> (32 - bits)

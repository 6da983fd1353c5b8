import type { StorySettings } from './settings.ts'
import type { Terms } from './terms.ts'

export type TermId = number

/** One field of one article: term ids and damped counts. Idf is applied when two articles are compared, not before. */
export interface Field {
  readonly ids: readonly TermId[]
  readonly weights: readonly number[]
}

type FrequencySettings = Pick<StorySettings, 'priorArticles' | 'countedArticles' | 'rarityPower'>

/** Document frequencies that live with the stream: term → id, id → in how many of the last articles it stood, on top of the prior. */
export class Frequencies {
  readonly #ids = new Map<string, TermId>()
  readonly #counts: number[] = []
  readonly #names: string[] = []
  readonly #settings: FrequencySettings
  /** Rarities as of the last change: one article is compared with hundreds, and each asks again. */
  readonly #rarities: number[] = []
  readonly #rarityAsOf: number[] = []
  #changes = 0
  /** The counted articles, a ring. */
  readonly #last: Uint32Array[] = []
  #next = 0
  #articles = 0

  constructor(settings: FrequencySettings, prior: ReadonlyMap<string, number>) {
    this.#settings = settings
    this.#articles = settings.priorArticles
    for (const [term, share] of prior) this.#counts[this.idOf(term)] = share * settings.priorArticles
  }

  idOf(term: string): TermId {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#counts.length
    this.#ids.set(term, id)
    this.#counts.push(0)
    this.#names.push(term)
    this.#rarities.push(0)
    this.#rarityAsOf.push(-1)
    return id
  }

  termOf(id: TermId): string {
    return this.#names[id] ?? ''
  }

  /** Counted terms → ids with damped counts; `prefix` keeps kinds of terms apart. */
  field(terms: Terms, prefix = ''): Field {
    return {
      ids: terms.map(([term]) => this.idOf(prefix + term)),
      weights: terms.map(([, count]) => 1 + Math.log(count)),
    }
  }

  /** One more article in which these terms stand. The oldest counted one goes for it: old news fades. */
  count(ids: Iterable<TermId>): void {
    const oldest = this.#last[this.#next]
    if (oldest !== undefined) this.#countBy(-1, oldest)
    const terms = Uint32Array.from(ids)
    this.#last[this.#next] = terms
    this.#next = (this.#next + 1) % this.#settings.countedArticles
    this.#countBy(1, terms)
  }

  #countBy(step: 1 | -1, ids: Iterable<TermId>): void {
    for (const id of ids) this.#counts[id] = (this.#counts[id] ?? 0) + step
    this.#articles += step
    this.#changes += 1
  }

  /** How much sharing this term says: high for a term that few articles have. */
  rarity(id: TermId): number {
    if (this.#rarityAsOf[id] !== this.#changes) {
      this.#rarities[id] = this.#rarityNow(this.#counts[id] ?? 0)
      this.#rarityAsOf[id] = this.#changes
    }
    return this.#rarities[id] ?? 0
  }

  #rarityNow(count: number): number {
    return Math.log(1 + (this.#articles - count + 0.5) / (count + 0.5)) ** this.#settings.rarityPower
  }
}

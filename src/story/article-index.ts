import type { ArticleId } from '../article/article.ts'
import type { Features } from './features.ts'
import type { Frequencies } from './frequencies.ts'
import { areStrangers, nearnessOf, pairSigns, type Shared, signsOfPair, strangersOdds } from './one-event.ts'
import { OpenArticles } from './open-articles.ts'
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
    ...{ title: 0, body: 0, names: 0, titleInBody: 0, bodyInTitle: 0 },
    ...{ days: 0, texts: false, bothNamed: false },
  }

  constructor(settings: StorySettings, frequencies: Frequencies) {
    this.#settings = settings
    this.#frequencies = frequencies
  }

  rarity(term: TermHash): number {
    return this.#frequencies.rarity(term)
  }

  /** Time has come to this UTC day, counted from 1970. */
  advanceTo(day: number): void {
    this.#frequencies.advanceTo(day)
  }

  /** Opens an article, compares it with those that it is likely near to, and counts its terms. Returns its slot. */
  takeIn({ articleId, features, when }: Arriving, evidence: Evidence): number {
    const { termsIndexed, termsProbed } = this.#settings
    const day = when === null ? Number.NaN : when.getTime() / dayMs
    const vector = vectorOf(features, this.#frequencies, this.#settings)
    const probes = probesOf(vector, Math.max(termsIndexed, termsProbed))
    const likely = this.open.likely(this.#rarestFirst(probes.slice(0, termsProbed)), day, this.#settings)
    const slot = this.open.add(articleId, vector, day, probes.slice(0, termsIndexed))
    this.#probe.fill(vector)
    for (const other of likely) this.#compare(slot, vector, day, other, evidence)
    this.#frequencies.count(vector.all)
    return slot
  }

  #rarestFirst(terms: readonly TermHash[]): { term: TermHash; rarity: number }[] {
    const rated = terms.map((term) => ({ term, rarity: this.#frequencies.rarity(term) }))
    return rated.sort((a, b) => b.rarity - a.rarity || a.term - b.term)
  }

  #compare(slot: number, vector: Vector, day: number, other: number, evidence: Evidence): void {
    this.open.compare(this.#probe, vector, day, other, this.#shared)
    const nearness = nearnessOf(this.#shared)
    signsOfPair(this.#shared, this.#signs)
    const odds = evidence(this.#signs, slot, other) - (areStrangers(this.#shared) ? strangersOdds : 0)
    this.open.neighbours.offer(slot, other, nearness, odds)
    this.open.neighbours.offer(other, slot, nearness, odds)
  }
}

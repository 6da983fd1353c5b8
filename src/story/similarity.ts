import type { Features } from './features.ts'
import type { Field, Frequencies, TermId } from './frequencies.ts'
import type { StorySettings } from './settings.ts'

export const namePrefix = '@'
export const numberPrefix = '#'

type SimilaritySettings = Pick<
  StorySettings,
  'titleWeight' | 'bodyWeight' | 'namesWeight' | 'namesEnough' | 'namesFloor'
>

/** An article as the open stories hold it: its fields in term ids. */
export interface Indexed {
  readonly title: Field
  readonly body: Field
  readonly names: Field
}

/** Stored features → fields in term ids. A name counts in one spelling; numbers stand among the words of the body. */
export function indexed(features: Features, frequencies: Frequencies, leadFactor: number): Indexed {
  const body = new Map<string, number>(features.body)
  for (const [term, count] of features.lead) body.set(term, (body.get(term) ?? 0) + count * leadFactor)
  for (const [number] of features.numbers) body.set(`${numberPrefix}${number}`, 1)
  return {
    title: frequencies.field(features.title),
    body: frequencies.field([...body]),
    names: frequencies.field(
      features.names.map(([name, count]) => [name.toLowerCase(), count] as const),
      namePrefix,
    ),
  }
}

/** The distinct terms of an article, for counting and for posting lists. */
export function termIds(article: Indexed): Set<TermId> {
  return new Set([...article.title.ids, ...article.body.ids, ...article.names.ids])
}

interface Probe {
  readonly weights: Map<TermId, number>
  readonly norm: number
}

/** One article made ready to be compared with many. */
export class Comparison {
  readonly #frequencies: Frequencies
  readonly #settings: SimilaritySettings
  readonly #title: Probe
  readonly #body: Probe
  readonly #names: Probe

  constructor(article: Indexed, frequencies: Frequencies, settings: SimilaritySettings) {
    this.#frequencies = frequencies
    this.#settings = settings
    this.#title = this.#probe(article.title)
    this.#body = this.#probe(article.body)
    this.#names = this.#probe(article.names)
  }

  /** 0 to 1: weighted mean of the cosines of title, body and names, over the fields that both articles have. */
  with(other: Indexed): number {
    const { titleWeight, bodyWeight, namesWeight } = this.#settings
    const names = this.#cosine(this.#names, other.names)
    const title = this.#cosine(this.#title, other.title)
    const body = this.#cosine(this.#body, other.body)
    const parts = [
      [title, titleWeight],
      [body, bodyWeight],
      [names, namesWeight],
    ] as const
    let sum = 0
    let weight = 0
    for (const [cosine, share] of parts) {
      if (cosine === null) continue
      sum += share * cosine
      weight += share
    }
    return weight === 0 ? 0 : (this.#trust(names) * sum) / weight
  }

  #trust(names: number | null): number {
    const { namesEnough, namesFloor } = this.#settings
    return names === null ? 1 : namesFloor + (1 - namesFloor) * Math.min(1, names / namesEnough)
  }

  #probe(field: Field): Probe {
    const weights = new Map<TermId, number>()
    let squares = 0
    for (const [at, id] of field.ids.entries()) {
      const weight = (field.weights[at] ?? 0) * this.#frequencies.rarity(id)
      weights.set(id, weight)
      squares += weight * weight
    }
    return { weights, norm: Math.sqrt(squares) }
  }

  /** Null where one side has no such field: that says nothing, where 0 says that they differ. */
  #cosine(probe: Probe, field: Field): number | null {
    if (probe.norm === 0 || field.ids.length === 0) return null
    let dot = 0
    let squares = 0
    for (let at = 0; at < field.ids.length; at++) {
      const id = field.ids[at] ?? 0
      const weight = (field.weights[at] ?? 0) * this.#frequencies.rarity(id)
      squares += weight * weight
      const mine = probe.weights.get(id)
      if (mine !== undefined) dot += mine * weight
    }
    return squares === 0 ? 0 : dot / (probe.norm * Math.sqrt(squares))
  }
}

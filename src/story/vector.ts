import type { Features } from './features.ts'
import type { Frequencies } from './frequencies.ts'
import type { StorySettings } from './settings.ts'
import { type TermHash, termHash } from './term-hash.ts'
import type { Terms } from './terms.ts'

/** Terms by falling weight, and their weights; the squares of the weights sum to 1. */
export interface Sparse {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/** An article as it is compared: its fields by the rarity that terms had when it came. */
export interface Vector {
  readonly title: Sparse
  /** Lead, body and title together, with the numbers. */
  readonly body: Sparse
  readonly names: Sparse
  /** Every distinct term, to be counted. */
  readonly all: Uint32Array
  /** Whether there is a text beside the title. */
  readonly hasText: boolean
}

type VectorSettings = Pick<StorySettings, 'leadFactor' | 'titleTerms' | 'bodyTerms' | 'nameTerms'>

/** Features → the article's vector as of now. */
export function vectorOf(features: Features, frequencies: Frequencies, settings: VectorSettings): Vector {
  const title = new Map<TermHash, number>()
  const body = new Map<TermHash, number>()
  const names = new Map<TermHash, number>()
  addTo(title, features.title, 1)
  addTo(body, features.lead, settings.leadFactor)
  addTo(body, features.body, 1)
  for (const [term, count] of title) body.set(term, (body.get(term) ?? 0) + count)
  for (const [number] of features.numbers) body.set(termHash('number', number), 1)
  for (const [name, count] of features.names) {
    const term = termHash('name', name.toLowerCase())
    names.set(term, (names.get(term) ?? 0) + count)
  }
  const all = new Uint32Array(body.size + names.size)
  let at = 0
  for (const term of body.keys()) all[at++] = term
  for (const term of names.keys()) all[at++] = term
  return {
    title: sparse(title, settings.titleTerms, frequencies),
    body: sparse(body, settings.bodyTerms, frequencies),
    names: sparse(names, settings.nameTerms, frequencies),
    all,
    hasText: features.lead.length > 0,
  }
}

function addTo(counts: Map<TermHash, number>, terms: Terms, factor: number): void {
  for (const [word, count] of terms) {
    const term = termHash('word', word)
    counts.set(term, (counts.get(term) ?? 0) + count * factor)
  }
}

/** The `most` heaviest terms. Equal weights go by hash: the order of words in the text decides nothing. */
function sparse(counts: ReadonlyMap<TermHash, number>, most: number, frequencies: Frequencies): Sparse {
  const entries = Array.from(counts, ([term, count]) => ({ term, weight: (1 + Math.log(count)) * frequencies.rarity(term) }))
  entries.sort((a, b) => b.weight - a.weight || a.term - b.term)
  const kept = entries.length > most ? entries.slice(0, most) : entries
  let squares = 0
  for (const { weight } of kept) squares += weight * weight
  const norm = squares === 0 ? 1 : Math.sqrt(squares)
  return {
    terms: Uint32Array.from(kept, ({ term }) => term),
    weights: Float32Array.from(kept, ({ weight }) => weight / norm),
  }
}

/** The terms by which an article is found again: the heaviest of each field in turn, `most` at the most. */
export function probesOf({ title, body, names }: Vector, most: number): TermHash[] {
  const probes = new Set<TermHash>()
  const fields = [title, names, body].map(({ terms }) => terms)
  const longest = Math.max(...fields.map((terms) => terms.length))
  for (let at = 0; at < longest; at += 1) {
    for (const terms of fields) {
      const term = terms[at]
      if (term !== undefined && probes.size < most) probes.add(term)
    }
  }
  return [...probes]
}

import type { Features } from './features.ts'
import type { Frequencies } from './frequencies.ts'
import type { StorySettings } from './settings.ts'
import { TermCounts } from './term-counts.ts'
import { type TermHash, termHash } from './term-hash.ts'

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

/** Made once, for one article after the other. */
const title = new TermCounts()
const body = new TermCounts()
const names = new TermCounts()

/** Features → the article's vector as of now. */
export function vectorOf(features: Features, frequencies: Frequencies, settings: VectorSettings): Vector {
  for (const field of [title, body, names]) field.clear()
  for (const [word, count] of features.title) title.add(termHash('word', word), count)
  for (const [word, count] of features.lead) body.add(termHash('word', word), count * settings.leadFactor)
  for (const [word, count] of features.body) body.add(termHash('word', word), count)
  for (let at = 0; at < title.size; at += 1) body.add(title.terms[at] ?? 0, title.counts[at] ?? 0)
  for (const [number] of features.numbers) body.set(termHash('number', number), 1)
  for (const [name, count] of features.names) names.add(termHash('name', name.toLowerCase()), count)
  const all = new Uint32Array(body.size + names.size)
  all.set(body.terms.subarray(0, body.size))
  all.set(names.terms.subarray(0, names.size), body.size)
  return {
    title: sparse(title, settings.titleTerms, frequencies),
    body: sparse(body, settings.bodyTerms, frequencies),
    names: sparse(names, settings.nameTerms, frequencies),
    all,
    hasText: features.lead.length > 0,
  }
}

const places = 2 ** 14
const steps = 2 ** 20
const weights = new Float32Array(places)
const order = new Float64Array(places)

/** The `most` heaviest terms, of equal weights those that stand earlier. */
function sparse({ terms, counts, size }: TermCounts, most: number, frequencies: Frequencies): Sparse {
  // Weight and place in one number: sorting numbers is many times faster than sorting objects.
  for (let at = 0; at < size; at += 1) {
    const count = counts[at] ?? 0
    const weight = (count === 1 ? 1 : 1 + Math.log(count)) * frequencies.rarity(terms[at] ?? 0)
    weights[at] = weight
    order[at] = -Math.round(weight * steps) * places + at
  }
  order.subarray(0, size).sort()
  const kept = Math.min(most, size)
  const heaviest = new Uint32Array(kept)
  const theirs = new Float32Array(kept)
  let squares = 0
  for (let rank = 0; rank < kept; rank += 1) {
    const place = (((order[rank] ?? 0) % places) + places) % places
    const weight = weights[place] ?? 0
    heaviest[rank] = terms[place] ?? 0
    theirs[rank] = weight
    squares += weight * weight
  }
  const norm = squares === 0 ? 1 : Math.sqrt(squares)
  for (let rank = 0; rank < kept; rank += 1) theirs[rank] = (theirs[rank] ?? 0) / norm
  return { terms: heaviest, weights: theirs }
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

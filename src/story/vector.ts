import type { Features } from './features.ts'
import type { Frequencies } from './frequencies.ts'
import type { StorySettings } from './settings.ts'
import { TermCounts } from './term-counts.ts'
import type { TermHash } from './term-hash.ts'
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

const places = 2 ** 14
const steps = 2 ** 20
const weightAt = new Float32Array(places)
const rarityAt = new Float64Array(places)
const order = new Float64Array(places)
const bins = new Uint32Array(256)

/** Where one field of one article after the other is made. */
class FieldMaker {
  readonly counts = new TermCounts()
  readonly #terms: Uint32Array
  readonly #weights: Float32Array

  constructor(most: number) {
    this.#terms = new Uint32Array(most)
    this.#weights = new Float32Array(most)
  }

  add({ hashes, counts }: Terms, factor = 1): void {
    for (let at = 0; at < hashes.length; at += 1) this.counts.add(hashes[at] ?? 0, factor * (counts[at] ?? 0))
  }

  /** The `most` heaviest terms, of equal weights those that stand earlier; good until the next article's. */
  heaviest(most: number, frequencies: Frequencies): Sparse {
    const terms = this.counts.terms
    const counts = this.counts.counts
    const size = this.counts.size
    frequencies.rarities(terms, size, rarityAt)
    let heaviest = 0
    for (let at = 0; at < size; at += 1) {
      const weight = damped(counts[at] ?? 0) * (rarityAt[at] ?? 0)
      weightAt[at] = weight
      heaviest = Math.max(heaviest, weight)
    }
    const kept = Math.min(most, size, mostKept)
    const least = size > 2 * kept ? leastOf(size, kept, heaviest) : 0
    let sorted = 0
    for (let at = 0; at < size; at += 1) {
      const weight = weightAt[at] ?? 0
      // Weight and place in one number: sorting numbers is many times faster than sorting objects.
      if (weight >= least) order[sorted++] = -Math.round(weight * steps) * places + at
    }
    order.subarray(0, sorted).sort()
    let squares = 0
    for (let rank = 0; rank < kept; rank += 1) {
      const key = order[rank] ?? 0
      const place = key - Math.floor(key / places) * places
      const weight = weightAt[place] ?? 0
      this.#terms[rank] = terms[place] ?? 0
      this.#weights[rank] = weight
      squares += weight * weight
    }
    const norm = squares === 0 ? 1 : Math.sqrt(squares)
    for (let rank = 0; rank < kept; rank += 1) this.#weights[rank] = (this.#weights[rank] ?? 0) / norm
    return { terms: this.#terms.subarray(0, kept), weights: this.#weights.subarray(0, kept) }
  }
}

/** How much a term counts that stands `count` times: less and less for each further time. */
const damped = (count: number) => dampedCounts[count] ?? 1 + Math.log(count)
const dampedCounts = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count))

/** A weight that at least `kept` of the first `size` reach, and few more: sorting all would take longer than all the rest. */
function leastOf(size: number, kept: number, heaviest: number): number {
  bins.fill(0)
  const scaled = (bins.length - 1) / heaviest
  for (let at = 0; at < size; at += 1) {
    const bin = ((weightAt[at] ?? 0) * scaled) | 0
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  let bin = bins.length
  for (let above = 0; above < kept && bin > 0; above += bins[bin] ?? 0) bin -= 1
  return (bin / (bins.length - 1)) * heaviest * (1 - 1e-6)
}

const mostKept = 256
const title = new FieldMaker(mostKept)
const body = new FieldMaker(mostKept)
const names = new FieldMaker(mostKept)
const every = new Uint32Array(2 * places)

/** Features → the article's vector as of now; its fields are good until the next one is made. */
export function vectorOf(features: Features, frequencies: Frequencies, settings: VectorSettings): Vector {
  title.counts.clear()
  body.counts.clear()
  names.counts.clear()
  title.add(features.title)
  body.add(features.lead, settings.leadFactor)
  body.add(features.body)
  body.add(features.title)
  const numbers = features.numbers.hashes
  for (let at = 0; at < numbers.length; at += 1) body.counts.set(numbers[at] ?? 0, 1)
  names.add(features.names)
  const words = body.counts
  const called = names.counts
  every.set(words.terms.subarray(0, words.size))
  every.set(called.terms.subarray(0, called.size), words.size)
  return {
    title: title.heaviest(settings.titleTerms, frequencies),
    body: body.heaviest(settings.bodyTerms, frequencies),
    names: names.heaviest(settings.nameTerms, frequencies),
    all: every.subarray(0, words.size + called.size),
    hasText: features.lead.hashes.length > 0,
  }
}

/** The terms by which an article is found again: the heaviest of each field in turn, `most` at the most. */
export function probesOf({ title, body, names }: Pick<Vector, 'title' | 'body' | 'names'>, most: number): TermHash[] {
  const probes: TermHash[] = []
  const fields = [title, names, body].map(({ terms }) => terms)
  const longest = Math.max(...fields.map((terms) => terms.length))
  for (let at = 0; at < longest; at += 1) {
    for (const terms of fields) {
      const term = terms[at]
      // So few that looking through them is faster than a set.
      if (term !== undefined && probes.length < most && !probes.includes(term)) probes.push(term)
    }
  }
  return probes
}

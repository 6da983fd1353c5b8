import type { Sparse, Vector } from './vector.ts'

/** With which articles one was compared when it came, by their numbers of arrival, and what came of it. */
export interface Compared {
  readonly arrivals: Uint32Array
  readonly nearness: Float32Array
  readonly evidence: Float32Array
}

/** What a stream knows of an article: with it a restart neither reads the text nor compares again. */
export interface ArticleMemory {
  readonly vector: Pick<Vector, 'title' | 'body' | 'names' | 'hasText'>
  readonly compared: Compared
}

/** Raised with any change of the layout. */
export const memoryVersion = 1

/** Weights are kept in so many steps. */
export const weightSteps = 65_535

const headBytes = 8

/**
 * A memory as bytes, little-endian as every processor that Node runs on: numbers of terms in title, body and names, whether there is
 * a text, the number of articles compared (u32); then terms (u32), arrivals (u32), nearness and evidence (f32), weights (u16).
 */
export function encodeMemory({ vector, compared }: ArticleMemory): Uint8Array {
  const fields = [vector.title, vector.body, vector.names]
  const terms = fields.reduce((sum, field) => sum + field.terms.length, 0)
  const pairs = compared.arrivals.length
  const bytes = new Uint8Array(headBytes + 6 * terms + 12 * pairs)
  bytes.set([...fields.map((field) => field.terms.length), vector.hasText ? 1 : 0])
  new Uint32Array(bytes.buffer, 4, 1)[0] = pairs
  const { termsAt, arrivalsAt, nearnessAt, evidenceAt, weightsAt } = placesOf(terms, pairs)
  const [allTerms, allWeights] = [
    new Uint32Array(bytes.buffer, termsAt, terms),
    new Uint16Array(bytes.buffer, weightsAt, terms),
  ]
  let at = 0
  for (const field of fields) {
    allTerms.set(field.terms, at)
    for (const [rank, weight] of field.weights.entries()) allWeights[at + rank] = Math.round(weight * weightSteps)
    at += field.terms.length
  }
  new Uint32Array(bytes.buffer, arrivalsAt, pairs).set(compared.arrivals)
  new Float32Array(bytes.buffer, nearnessAt, pairs).set(compared.nearness)
  new Float32Array(bytes.buffer, evidenceAt, pairs).set(compared.evidence)
  return bytes
}

/** The memory that `encodeMemory` made these bytes of. @throws RangeError where they are cut off. */
export function decodeMemory(bytes: Uint8Array): ArticleMemory {
  // A copy of its own: views of more than a byte must stand at whole multiples.
  const { buffer } = new Uint8Array(bytes)
  const [title = 0, body = 0, names = 0, hasText = 0] = bytes
  const pairs = new Uint32Array(buffer, 4, 1)[0] ?? 0
  const terms = title + body + names
  const { termsAt, arrivalsAt, nearnessAt, evidenceAt, weightsAt } = placesOf(terms, pairs)
  const allTerms = new Uint32Array(buffer, termsAt, terms)
  const steps = new Uint16Array(buffer, weightsAt, terms)
  const allWeights = new Float32Array(terms)
  for (let at = 0; at < terms; at += 1) allWeights[at] = (steps[at] ?? 0) / weightSteps
  const field = (from: number, size: number): Sparse => ({
    terms: allTerms.subarray(from, from + size),
    weights: allWeights.subarray(from, from + size),
  })
  return {
    vector: {
      ...{ title: field(0, title), body: field(title, body), names: field(title + body, names) },
      hasText: hasText === 1,
    },
    compared: {
      arrivals: new Uint32Array(buffer, arrivalsAt, pairs),
      nearness: new Float32Array(buffer, nearnessAt, pairs),
      evidence: new Float32Array(buffer, evidenceAt, pairs),
    },
  }
}

function placesOf(terms: number, pairs: number) {
  const arrivalsAt = headBytes + 4 * terms
  const nearnessAt = arrivalsAt + 4 * pairs
  const evidenceAt = nearnessAt + 4 * pairs
  return { termsAt: headBytes, arrivalsAt, nearnessAt, evidenceAt, weightsAt: evidenceAt + 4 * pairs }
}

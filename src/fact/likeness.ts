import type { Statement } from './readings.ts'

/** What a statement is compared by: its features by number, each number the same in all that were weighed together. */
export interface Weighed {
  /** In the order in which they stand. */
  readonly features: Int32Array
  /** Ascending, with the weight of each and what it says by itself. */
  readonly sorted: Int32Array
  readonly weights: Float64Array
  readonly matter: Uint8Array
  /** The sum of the weights. */
  readonly total: number
}

const worth = { figure: 2.5, date: 0.5, name: 0.7, stem: 1 }

/** Figures count most, then names, then words; what stands in many sentences of the story counts little. */
export function weigh(statements: readonly Statement[]): readonly Weighed[] {
  const features = statements.map(featuresOf)
  const numbers = new Map<string, number>()
  const spread: number[] = []
  for (const one of features) {
    for (const feature of one.keys()) {
      const number = numbers.get(feature) ?? numbers.size
      numbers.set(feature, number)
      spread[number] = (spread[number] ?? 0) + 1
    }
  }
  return features.map((one) => {
    const rows = Array.from(one, ([feature, value]) => {
      const number = numbers.get(feature) ?? -1
      const weight = value * Math.log(1 + statements.length / (spread[number] ?? 1))
      return { number, weight, matter: matterOf(feature) }
    })
    const ascending = rows.toSorted((a, b) => a.number - b.number)
    return {
      features: Int32Array.from(rows, ({ number }) => number),
      sorted: Int32Array.from(ascending, ({ number }) => number),
      weights: Float64Array.from(ascending, ({ weight }) => weight),
      matter: Uint8Array.from(ascending, ({ matter }) => matter),
      total: rows.reduce((sum, { weight }) => sum + weight, 0),
    }
  })
}

function featuresOf({ mentions }: Statement): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  for (const stem of mentions.stems) features.set(`s:${stem}`, worth.stem)
  for (const name of mentions.names) {
    for (const word of name.words) {
      features.delete(`s:${word.toLowerCase()}`)
      features.set(`n:${word.toLowerCase()}`, worth.name)
    }
  }
  for (const { value, sort } of mentions.figures) {
    if (sort === 'day' || sort === 'year' || sort === 'time') features.set(`d:${value}`, worth.date)
    else features.set(`f:${value}`, worth.figure)
  }
  return features
}

/** 0 to 1: how much of the two statements is the same. A short one inside a long one counts nearly whole. */
export function likeness(one: Weighed, other: Weighed): number {
  const mine = one.sorted
  const theirs = other.sorted
  let shared = 0
  let sharedMatter = 0
  for (let at = 0, beside = 0; at < mine.length && beside < theirs.length; ) {
    const apart = (mine[at] ?? 0) - (theirs[beside] ?? 0)
    if (apart === 0) {
      shared += one.weights[at] ?? 0
      sharedMatter += one.matter[at] ?? 0
    }
    if (apart <= 0) at += 1
    if (apart >= 0) beside += 1
  }
  if (sharedMatter < 3) return 0
  const less = Math.min(one.total, other.total)
  const more = Math.max(one.total, other.total)
  return more === 0 ? 0 : shared / (0.6 * less + 0.4 * more)
}

/** Two sentences that share a person and nothing else state two things about that person. */
function matterOf(feature: string): number {
  if (feature.startsWith('f:')) return 2
  return feature.startsWith('s:') ? 1 : 0
}

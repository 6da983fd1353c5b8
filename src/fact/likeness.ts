import type { Statement } from './readings.ts'

/** What a statement is compared by: features with their weights, and the sum of them. */
export interface Weighed {
  readonly weights: ReadonlyMap<string, number>
  readonly total: number
}

const worth = { figure: 2.5, date: 0.5, name: 0.7, stem: 1 }

/** Figures count most, then names, then words; what stands in many sentences of the story counts little. */
export function weigh(statements: readonly Statement[]): readonly Weighed[] {
  const features = statements.map(featuresOf)
  const spread = new Map<string, number>()
  for (const one of features) for (const feature of one.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  return features.map((one) => {
    const weights = new Map<string, number>()
    let total = 0
    for (const [feature, value] of one) {
      const weight = value * Math.log(1 + statements.length / (spread.get(feature) ?? 1))
      weights.set(feature, weight)
      total += weight
    }
    return { weights, total }
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
  const [small, large] = one.weights.size <= other.weights.size ? [one, other] : [other, one]
  let shared = 0
  let sharedMatter = 0
  for (const [feature, weight] of small.weights) {
    if (!large.weights.has(feature)) continue
    shared += weight
    sharedMatter += matterOf(feature)
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

import type { Statement } from './readings.ts'

/** What a statement is compared by: its features by number, each number the same in all that are compared. */
export interface Weighed {
  /** In the order in which they stand. */
  readonly features: Int32Array
  readonly ascending: Int32Array
  /** The sum of the features' weights. */
  readonly total: number
}

const worth = { figure: 2.5, date: 0.5, name: 0.7, stem: 1 } as const
type Kind = keyof typeof worth
/** Two sentences that share a person and nothing else state two things about that person. */
const matter = { figure: 2, date: 0, name: 0, stem: 1 } as const satisfies Record<Kind, number>
const leastMatter = 3

/** How much of two of some statements is the same: figures count most, then words, then names; what stands in many of them counts little. */
export class Likeness {
  /** The statements, in their order. */
  readonly weighed: readonly Weighed[]
  readonly #weights: Float64Array
  readonly #matter: Uint8Array
  /** What one statement has is marked, so that each comparison with it walks the other's features alone. */
  readonly #has: Uint8Array
  #marked: Weighed | null = null

  constructor(statements: readonly Statement[]) {
    const { features, kinds, spread } = numbered(statements)
    const weights = Float64Array.from(
      kinds,
      (kind, number) => worth[kind] * Math.log(1 + statements.length / (spread[number] ?? 1)),
    )
    this.weighed = features.map((own) => {
      const total = own.reduce((sum, number) => sum + (weights[number] ?? 0), 0)
      return { features: own, ascending: own.toSorted(), total }
    })
    this.#weights = weights
    this.#matter = Uint8Array.from(kinds, (kind) => matter[kind])
    this.#has = new Uint8Array(kinds.length)
  }

  /** 0 to 1. A short statement inside a long one counts nearly whole. */
  between(one: Weighed, other: Weighed): number {
    if (this.#marked !== one) this.#mark(one)
    let shared = 0
    let sharedMatter = 0
    for (const feature of other.ascending) {
      if (this.#has[feature] === 0) continue
      shared += this.#weights[feature] ?? 0
      sharedMatter += this.#matter[feature] ?? 0
    }
    return sharedMatter < leastMatter ? 0 : likenessOf(shared, one, other)
  }

  weightOf(feature: number): number {
    return this.#weights[feature] ?? 0
  }

  #mark(one: Weighed): void {
    for (const feature of this.#marked?.ascending ?? []) this.#has[feature] = 0
    for (const feature of one.ascending) this.#has[feature] = 1
    this.#marked = one
  }
}

/** The likeness of two statements that share so much weight. */
export function likenessOf(shared: number, one: Weighed, other: Weighed): number {
  const less = Math.min(one.total, other.total)
  const more = Math.max(one.total, other.total)
  return more === 0 ? 0 : shared / (0.6 * less + 0.4 * more)
}

/** The features of each statement by number, and of each number what it stands for and in how many statements. */
function numbered(statements: readonly Statement[]) {
  const numbers = new Map<string, number>()
  const kinds: Kind[] = []
  const spread: number[] = []
  const features = statements.map((statement) =>
    Int32Array.from(featuresOf(statement), ([feature, kind]) => {
      const number = numbers.get(feature) ?? numbers.size
      numbers.set(feature, number)
      kinds[number] = kind
      spread[number] = (spread[number] ?? 0) + 1
      return number
    }),
  )
  return { features, kinds, spread }
}

function featuresOf({ mentions }: Statement): ReadonlyMap<string, Kind> {
  const features = new Map<string, Kind>()
  for (const stem of mentions.stems) features.set(`s:${stem}`, 'stem')
  for (const name of mentions.names) {
    for (const word of name.words) {
      features.delete(`s:${word.toLowerCase()}`)
      features.set(`n:${word.toLowerCase()}`, 'name')
    }
  }
  for (const { value, sort } of mentions.figures) {
    if (sort === 'day' || sort === 'year' || sort === 'time') features.set(`d:${value}`, 'date')
    else features.set(`f:${value}`, 'figure')
  }
  return features
}

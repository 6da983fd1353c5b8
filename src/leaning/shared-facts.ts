import type { RatedSide } from './coverage.ts'
import type { FactTold } from './side-shares.ts'

/** Of facts that could be carried, how many were. */
export interface Carried {
  readonly carried: number
  readonly of: number
}

/** A fact that a source carries with tellings of a side and against its rivals. */
export interface SharedFact {
  readonly sentence: string
  /** Address of the source's article in which the sentence stands. */
  readonly article: string
  /** Independent tellings of the side that carry it. */
  readonly tellings: number
}

/** A source's choice beside a side: of the facts that the side carries and its rivals leave out, and the other way round. */
export interface SharedFacts {
  readonly own: Carried
  readonly rivals: Carried
  /** Of those carried with the side, what most of its tellings carry. */
  readonly examples: readonly SharedFact[]
}

export const sharedFacts: SharedFacts = { own: { carried: 0, of: 0 }, rivals: { carried: 0, of: 0 }, examples: [] }

/** Whom a side's choice of facts is held against. */
export const rivalsOf = {
  left: ['right'],
  center: ['left', 'right'],
  right: ['left'],
} as const satisfies Record<RatedSide, readonly RatedSide[]>

const examplesKept = 4

/** The sums with a story's facts added to them. */
export function addShared(known: SharedFacts, side: RatedSide, facts: readonly FactTold[]): SharedFacts {
  const [first, second = first] = rivalsOf[side]
  const own = facts.filter(({ by }) => by[side] > 0 && by[first] + by[second] === 0)
  const rivals = facts.filter(({ by }) => by[side] === 0 && by[first] + by[second] > 0)
  const examples = own.flatMap(({ own: carrier, by }) =>
    carrier === null ? [] : [{ sentence: carrier.sentence, article: carrier.article, tellings: by[side] }],
  )
  return {
    own: plus(known.own, own),
    rivals: plus(known.rivals, rivals),
    examples: [...known.examples, ...examples].sort((a, b) => b.tellings - a.tellings).slice(0, examplesKept),
  }
}

function plus({ carried, of }: Carried, facts: readonly FactTold[]): Carried {
  return { carried: carried + facts.filter(({ own }) => own !== null).length, of: of + facts.length }
}

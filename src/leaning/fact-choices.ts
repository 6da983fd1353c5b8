import { type RatedSide, ratedSides } from './coverage.ts'
import { addShared, rivalsOf, type SharedFacts, sharedFacts } from './shared-facts.ts'
import { type FactTold, factsBeside } from './side-shares.ts'
import type { ToldStory } from './told-facts.ts'

/** Sums over the facts that a source carries: by how much, in log-odds, they are rather one side's than another's. */
export interface LogOddsSum {
  readonly sum: number
  readonly facts: number
}

/** Which facts of its stories a source carries: sums over stories, so that it does not grow with the archive. */
export interface FactChoice {
  /** Stories that it could be compared on: two rated sides told them, besides itself and whoever prints the same piece. */
  readonly stories: number
  readonly rightOverLeft: LogOddsSum
  readonly centerOverLeft: LogOddsSum
  readonly centerOverRight: LogOddsSum
  readonly shared: Readonly<Record<RatedSide, SharedFacts>>
}

interface Sums {
  stories: number
  readonly rightOverLeft: { sum: number; facts: number }
  readonly centerOverLeft: { sum: number; facts: number }
  readonly centerOverRight: { sum: number; facts: number }
  readonly shared: Record<RatedSide, SharedFacts>
}

const contrasts = [
  ['rightOverLeft', 'right', 'left'],
  ['centerOverLeft', 'center', 'left'],
  ['centerOverRight', 'center', 'right'],
] as const

/** As if each side had one telling more, which carries every fact as often as both sides together do. */
const priorTellings = 1
/** The facts of one story hang together: more of them count as so many. */
const fullFacts = 5

/** Choices of facts, one story at a time. `sideOf`: the side of a rated source, undefined of any other. */
export class FactChoices {
  readonly #sideOf: (sourceId: string) => RatedSide | undefined
  readonly #sums = new Map<string, Sums>()

  constructor(sideOf: (sourceId: string) => RatedSide | undefined) {
    this.#sideOf = sideOf
  }

  add(story: ToldStory): void {
    const toldBeside = factsBeside(
      story,
      story.tellings.map(({ sourceId }) => this.#sideOf(sourceId)),
    )
    for (const [at, { sourceId }] of story.tellings.entries()) {
      const { tellings, facts } = toldBeside(at)
      if (ratedSides.filter((side) => tellings[side] > 0).length < 2) continue
      const sums = this.#sums.get(sourceId) ?? noSums()
      this.#sums.set(sourceId, sums)
      sums.stories += 1
      for (const [name, one, other] of contrasts) {
        const { sum, facts: count } = logOddsOf(facts, tellings, one, other)
        sums[name].sum += sum
        sums[name].facts += count
      }
      for (const side of ratedSides)
        if (tellings[side] > 0 && rivalsOf[side].some((rival) => tellings[rival] > 0))
          sums.shared[side] = addShared(sums.shared[side], side, facts)
    }
  }

  of(sourceId: string): FactChoice {
    return this.#sums.get(sourceId) ?? noChoice
  }
}

/**
 * Naive Bayes over the facts that one of the two sides carries: the log of each carried fact's share among one side's tellings
 * against the other's, less what a source would get that chose as both together do. So neither long articles nor a side that
 * has more to say count; what is left out counts, since it was in the choice.
 */
function logOddsOf(
  facts: readonly FactTold[],
  tellings: Readonly<Record<RatedSide, number>>,
  one: RatedSide,
  other: RatedSide,
): LogOddsSum {
  if (tellings[one] === 0 || tellings[other] === 0) return { sum: 0, facts: 0 }
  const [all, carried] = [
    { odds: 0, chances: 0 },
    { odds: 0, facts: 0 },
  ]
  for (const { by, own } of facts) {
    if (by[one] + by[other] === 0) continue
    const pooled = (by[one] + by[other]) / (tellings[one] + tellings[other])
    const odds = Math.log(shareOf(by[one], tellings[one], pooled) / shareOf(by[other], tellings[other], pooled))
    all.odds += pooled * odds
    all.chances += pooled
    if (own === null) continue
    carried.odds += odds
    carried.facts += 1
  }
  if (carried.facts === 0) return { sum: 0, facts: 0 }
  const counted = Math.min(carried.facts, fullFacts)
  return { sum: counted * (carried.odds / carried.facts - all.odds / all.chances), facts: counted }
}

const shareOf = (carrying: number, tellings: number, pooled: number) =>
  (carrying + priorTellings * pooled) / (tellings + priorTellings)

function noSums(): Sums {
  return {
    stories: 0,
    rightOverLeft: { sum: 0, facts: 0 },
    centerOverLeft: { sum: 0, facts: 0 },
    centerOverRight: { sum: 0, facts: 0 },
    shared: { left: sharedFacts, center: sharedFacts, right: sharedFacts },
  }
}

/** Of a source that could be compared on no story. */
export const noChoice: FactChoice = noSums()

import type { RatedSide } from './coverage.ts'
import type { FactChoice, LogOddsSum } from './fact-choices.ts'
import { type FramingGroup, framingGroups } from './framing-words.ts'
import type { Portrait } from './portraits.ts'

// So that a rate of zero has a logarithm, and that rates below these differ little.
const leastRate = 0.3
const leastCites = 0.02
// As if so many facts more had said nothing: a choice among few facts is mostly chance.
const priorFacts = 10

/**
 * A portrait → what the model compares: the logarithms of its rates by group of words and of its citations by the side of whom it
 * cites, and on which side both lie; then whose facts it chooses. `sideOf`: the side of a rated source, undefined of another.
 */
export function featuresOf(portrait: Portrait, sideOf: (sourceId: string) => RatedSide | undefined): number[] {
  const articles = Math.max(portrait.articles, 1)
  const rate = (group: FramingGroup) => Math.log((portrait.rates.get(group) ?? 0) / articles + leastRate)
  const cites = (side: RatedSide) => Math.log(citesOf(portrait, side, sideOf) / articles + leastCites)
  return [
    ...framingGroups.map(rate),
    ...(['left', 'center', 'right'] as const).map(cites),
    rate('right') - rate('left'),
    cites('right') - cites('left'),
    ...choiceFeatures(portrait.choice),
  ]
}

/** Log-odds a fact: of the right's choice over the left's, and of the center's over either. */
export function choiceFeatures({
  rightOverLeft,
  centerOverLeft,
  centerOverRight,
}: FactChoice): [right: number, center: number] {
  const mean = (sums: readonly LogOddsSum[]) => {
    const facts = sums.reduce((all, one) => all + one.facts, 0)
    return sums.reduce((all, { sum }) => all + sum, 0) / (facts + priorFacts)
  }
  return [mean([rightOverLeft]), mean([centerOverLeft, centerOverRight])]
}

function citesOf({ cites }: Portrait, side: RatedSide, sideOf: (sourceId: string) => RatedSide | undefined): number {
  return [...cites].reduce((sum, [sourceId, count]) => (sideOf(sourceId) === side ? sum + count : sum), 0)
}

import type { RatedSide } from './coverage.ts'
import { type FramingGroup, framingGroups } from './framing-words.ts'
import type { Portrait } from './portraits.ts'

// So that a rate of zero has a logarithm, and that rates below these differ little.
const leastRate = 0.3
const leastCites = 0.02

/**
 * A portrait → what the model compares: the logarithms of its rates by group of words and of its citations by the side of whom it
 * cites, and on which side both lie. `sideOf`: the side of a rated source, undefined of another.
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
  ]
}

function citesOf({ cites }: Portrait, side: RatedSide, sideOf: (sourceId: string) => RatedSide | undefined): number {
  return [...cites].reduce((sum, [sourceId, count]) => (sideOf(sourceId) === side ? sum + count : sum), 0)
}

import { type Leaning, sideOf } from '../source/leaning.ts'
import type { ratedSides, SideState, SideStates } from './coverage.ts'

/** A declared source, and how many of its feeds answered at their last poll. */
export interface SourceHealth {
  readonly leaning: Leaning
  readonly answering: number
}

/** What the catalogue can hear of each side now: one source with an answering feed makes it readable. */
export function sideStatesOf(sources: readonly SourceHealth[]): SideStates {
  const stateOf = (side: (typeof ratedSides)[number]): SideState => {
    const own = sources.filter(({ leaning }) => sideOf(leaning) === side)
    if (own.length === 0) return 'no-sources'
    return own.some(({ answering }) => answering > 0) ? 'readable' : 'feeds-down'
  }
  return { left: stateOf('left'), center: stateOf('center'), right: stateOf('right') }
}

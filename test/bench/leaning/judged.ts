import { type RatedSide, ratedSides } from '../../../src/leaning/coverage.ts'
import type { Suggestion, SuggestSource } from '../../../src/leaning/suggest.ts'

/** A suggestion and the side that raters gave. */
export interface Judged {
  readonly suggestion: Suggestion
  readonly side: RatedSide
}

export function judgedFrom(sources: readonly SuggestSource[], suggestions: readonly Suggestion[]): Judged[] {
  const sides = new Map(sources.map(({ id, side }) => [id, side]))
  return suggestions.flatMap((suggestion) => {
    const side = sides.get(suggestion.sourceId) ?? null
    return side === null ? [] : [{ suggestion, side }]
  })
}

export interface LeaningScore {
  readonly outlets: number
  /** Outlets of which a side was suggested, and of which the right one was. */
  readonly said: number
  readonly right: number
  /** Shares: of outlets that it abstained on; of those said, left for right or right for left; of the largest side. */
  readonly abstained: number
  readonly opposite: number
  readonly majority: number
  readonly confusion: Readonly<Record<RatedSide, Readonly<Record<RatedSide | 'abstains', number>>>>
}

export function scoreOf(judged: readonly Judged[]): LeaningScore {
  const count = (side: RatedSide, said: RatedSide | 'abstains') =>
    judged.filter((one) => one.side === side && saidOf(one) === said).length
  const row = (side: RatedSide) => ({
    ...{ left: count(side, 'left'), center: count(side, 'center') },
    ...{ right: count(side, 'right'), abstains: count(side, 'abstains') },
  })
  const confusion = { left: row('left'), center: row('center'), right: row('right') }
  const said = judged.filter((one) => saidOf(one) !== 'abstains').length
  const ofSide = ratedSides.map((side) => judged.filter((one) => one.side === side).length)
  return {
    ...{ outlets: judged.length, said, right: confusion.left.left + confusion.center.center + confusion.right.right },
    abstained: 1 - said / judged.length,
    opposite: (confusion.left.right + confusion.right.left) / said,
    majority: Math.max(...ofSide) / judged.length,
    confusion,
  }
}

const saidOf = ({ suggestion }: Judged) => (suggestion.kind === 'suggests' ? suggestion.side : 'abstains')

const bars = { accuracy: 0.65, abstained: 0.5, opposite: 0.1 }

export function isPassed({ said, right, abstained, opposite }: LeaningScore): boolean {
  return right / said >= bars.accuracy && abstained <= bars.abstained && opposite <= bars.opposite
}

/** Wilson's 95 % interval of a share. */
export function wilson(right: number, of: number): [low: number, high: number] {
  const z = 1.96
  const share = right / of
  const middle = share + z ** 2 / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [(middle - half) / (1 + z ** 2 / of), (middle + half) / (1 + z ** 2 / of)]
}

import { type CurrentLeaning, currentLeaning } from '../source/current-leaning.ts'
import { type RatedLeaning, ratedLeanings, sideOf } from '../source/leaning.ts'
import type { Rating, SourceId } from '../source/source.ts'

/** How one rater stands to all others: each of its ratings against the leaning computed without it. */
export interface RaterAgreement {
  readonly rater: string
  /** Sources that it rates. */
  readonly rated: number
  /** Of these, sources that others rate, too: the others are then compared; of the rest the other side is unknown. */
  readonly compared: number
  readonly alone: number
  /** Of those compared. */
  readonly exact: number
  /** One step of the five away, or none. */
  readonly withinOneStep: number
  /** Left where the others say right, or right where they say left. */
  readonly opposite: readonly SourceId[]
}

export interface RatedBySome {
  readonly id: SourceId
  readonly ratings: readonly Pick<Rating, 'rater' | 'value' | 'confidence' | 'validFrom'>[]
}

/** Each rater against the rest, by the ratings that are valid at `at`; raters in alphabetical order. */
export function agreements(sources: readonly RatedBySome[], at: Date): RaterAgreement[] {
  const now = sources.map(({ id, ratings }) => ({ id, used: currentLeaning(ratings, at).ratings }))
  const raters = [...new Set(now.flatMap(({ used }) => used.map(({ rater }) => rater)))].sort()
  return raters.map((rater) => agreementOf(rater, now, at))
}

interface Used {
  readonly id: SourceId
  readonly used: CurrentLeaning['ratings']
}

function agreementOf(rater: string, sources: readonly Used[], at: Date): RaterAgreement {
  const pairs = sources.flatMap(({ id, used }) => {
    const own = used.find((one) => one.rater === rater)
    if (own === undefined) return []
    const others = currentLeaning(
      used.filter((one) => one.rater !== rater),
      at,
    ).leaning
    return [{ id, own: own.value, others }]
  })
  const compared = pairs.flatMap(({ id, own, others }) => (others === 'unknown' ? [] : [{ id, own, others }]))
  return {
    ...{ rater, rated: pairs.length, compared: compared.length, alone: pairs.length - compared.length },
    exact: compared.filter(({ own, others }) => own === others).length,
    withinOneStep: compared.filter(({ own, others }) => stepsBetween(own, others) <= 1).length,
    opposite: compared.filter(({ own, others }) => areOpposite(own, others)).map(({ id }) => id),
  }
}

function stepsBetween(one: RatedLeaning, other: RatedLeaning): number {
  return Math.abs(ratedLeanings.indexOf(one) - ratedLeanings.indexOf(other))
}

function areOpposite(one: RatedLeaning, other: RatedLeaning): boolean {
  const sides = [sideOf(one), sideOf(other)]
  return sides.includes('left') && sides.includes('right')
}

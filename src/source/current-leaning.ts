import { type Leaning, type RatedLeaning, ratedLeanings } from './leaning.ts'
import type { Rating } from './source.ts'

/** What the rule reads of a rating. */
export type DatedRating = Pick<Rating, 'rater' | 'value' | 'confidence' | 'validFrom'>

export interface CurrentLeaning {
  readonly leaning: Leaning
  /** Whose ratings it rests on, by name in alphabetical order. */
  readonly raters: readonly string[]
  /** The ratings that it rests on, by rater. */
  readonly ratings: readonly DatedRating[]
  /** Steps of the scale between the leftmost and the rightmost of these ratings: 0 is agreement, 4 left against right. */
  readonly spread: number
}

type Weighed = { readonly step: number; readonly weight: number }

const centerStep = ratedLeanings.indexOf('center')

// Sums of weights such as 0.1 + 0.2 miss their half by less than this.
const rounding = 1e-9

/**
 * What the raters say of a source on a day: the newest rating of each rater that is valid by then, and of these the
 * median over the five steps, weighted by confidence; of two raters the mean, since a median would be the word of the more
 * confident one alone. Between two steps the one nearer the center wins. Without a valid rating the leaning is unknown.
 */
export function currentLeaning(ratings: readonly DatedRating[], at: Date): CurrentLeaning {
  const today = at.toISOString().slice(0, 10)
  const valid = ratings.filter((rating) => rating.validFrom <= today)
  const newest = valid
    .filter((one) => !valid.some((other) => other.rater === one.rater && isNewer(other, one)))
    .map(({ rater, value, confidence, validFrom }) => ({ rater, value, confidence, validFrom }))
    .sort(byRater)
  const raters = [...new Set(newest.map((rating) => rating.rater))]
  const weighed = newest.map(({ value, confidence }) => ({ step: stepOf(value), weight: confidence }))
  const steps = weighed.map(({ step }) => step)
  if (steps.length === 0) return { leaning: 'unknown', raters, ratings: newest, spread: 0 }
  return {
    leaning: ratedLeanings[weighed.length === 2 ? meanStep(weighed) : medianStep(weighed)] ?? 'unknown',
    raters,
    ratings: newest,
    spread: Math.max(...steps) - Math.min(...steps),
  }
}

function isNewer(one: Pick<Rating, 'validFrom'>, other: Pick<Rating, 'validFrom'>): boolean {
  return one.validFrom > other.validFrom
}

// By all that tells two apart, so that the order they came in shows nowhere.
function byRater(one: DatedRating, other: DatedRating): number {
  const [a, b] = [one, other].map(({ rater, validFrom, value, confidence }) =>
    [rater, validFrom, stepOf(value), confidence].join('\0'),
  )
  if (a === undefined || b === undefined || a === b) return 0
  return a < b ? -1 : 1
}

function stepOf(value: RatedLeaning): number {
  return ratedLeanings.indexOf(value)
}

function meanStep(weighed: readonly Weighed[]): number {
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0)
  const off = weighed.reduce((sum, one) => sum + (one.step - centerStep) * one.weight, 0) / weight
  return centerStep + Math.sign(off) * Math.ceil(Math.abs(off) - 0.5 - rounding)
}

function medianStep(weighed: readonly Weighed[]): number {
  const ascending = [...weighed].sort((a, b) => a.step - b.step)
  const lower = stepAtHalf(ascending)
  const upper = stepAtHalf(ascending.reverse())
  return Math.min(Math.max(centerStep, lower), upper)
}

/** The first step at which the weights so far make up half of all. */
function stepAtHalf(inOrder: readonly Weighed[]): number {
  const half = inOrder.reduce((sum, { weight }) => sum + weight, 0) / 2
  let soFar = 0
  for (const { step, weight } of inOrder) {
    soFar += weight
    if (soFar >= half - rounding) return step
  }
  return centerStep
}

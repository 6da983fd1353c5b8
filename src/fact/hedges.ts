/** How exactly a number is meant, as the words before it say. */
export type Hedge = 'exact' | 'about' | 'least' | 'most'

const least =
  /(?:\b(?:at least|more than|over|above|no fewer than|no less than|upwards? of|exceed(?:s|ed|ing)?|mindestens|mehr als|über|gut))\s*[$£€]?$/i
const most =
  /(?:\b(?:at most|up to|as many as|as much as|as high as|fewer than|less than|under|below|no more than|bis zu|höchstens|weniger als|maximal))\s*[$£€]?$/i
const about =
  /(?:\b(?:about|around|some|roughly|approximately|an estimated|estimated|close to|near(?:ly|er)?|almost|approaching|rund|etwa|circa|ca\.|ungefähr|knapp|fast|nahezu|schätzungsweise))\s*[$£€]?$/i
const leastAfter = /^\s?(?:\+|or more|plus\b|and counting)/i
const aboutAfter = /^\s?(?:or so|-ish|or thereabouts)/i

/** The words before a number that hedge it, at the end of a text: "at least " of "killed at least ". */
export const hedgeBefore =
  /\b(?:at least|more than|fewer than|less than|no more than|no fewer than|as many as|as much as|up to|upwards of|about|around|some|roughly|approximately|an estimated|estimated|close to|nearly|almost|over|under|mindestens|mehr als|weniger als|rund|etwa|knapp|fast|gut|bis zu)\s+$/i

/** `before` and `after` are what stands around the number. */
export function hedgeOf(before: string, after: string): Hedge {
  if (least.test(before) || leastAfter.test(after)) return 'least'
  if (most.test(before)) return 'most'
  return about.test(before) || aboutAfter.test(after) ? 'about' : 'exact'
}

export interface Amount {
  readonly value: number
  readonly hedge: Hedge
}

/** How far an estimate may be from the number that it stands for, as a share. */
const loose = 0.15
/** Rounding to one digit makes of 14.9 a 10: no number becomes larger or smaller than by this factor. */
const mostByRounding = 1.5

/** May both be said of one thing: the same number, hedged, rounded or given as a bound? */
export function mayAgree(one: Amount, other: Amount): boolean {
  if (one.value === other.value) return true
  const [small, large] = one.value < other.value ? [one, other] : [other, one]
  if (small.hedge === 'least' || large.hedge === 'most') return true
  if (large.value > mostByRounding * small.value) return false
  const isEstimate = small.hedge !== 'exact' || large.hedge !== 'exact'
  if (isEstimate && large.value - small.value <= large.value * loose) return true
  return isRounded(small.value, large.value) || isRounded(large.value, small.value)
}

/** 5,000 stands for 4,968, and 1.2 for 1.187: what is left when the other one is written with as few digits. */
function isRounded(rounded: number, exact: number): boolean {
  const digits = significant(rounded)
  return digits < significant(exact) && Number(exact.toPrecision(digits)) === rounded
}

function significant(value: number): number {
  return Math.max(
    1,
    value.toPrecision(12).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length,
  )
}

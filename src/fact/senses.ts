import { sameSense } from './bears-out.ts'
import { isOppositeOf } from './opposites.ts'
import type { Quantity } from './quantities.ts'
import { wordsOf } from './stems.ts'
import { reworded } from './synonyms.ts'

/** "Has to win 270": what is needed is not what there is. */
const needs =
  /\b(?:ha(?:s|ve|d)|needs?|needed) to (?:win|get|reach|secure|clear|gain|raise|find)\b|\b(?:needs?|needed|required|threshold)\b/i
/** The number is told only to be called wrong. */
const denied = /\b(?:exaggerat\p{L}+|untrue|inaccurate|incorrect|debunked|hoax|retracted|übertrieben)\b/iu
/** "One of the quakes": there are others, of other numbers. */
const oneOfSome = /\bone of (?:the|several|two|three) \p{Ll}+s\b/iu

/** Are two numbers told in different senses: is one denied, needed, supposed, a part of the other, or of others than the other? */
export function differInSense(one: Quantity, other: Quantity): boolean {
  return (
    isApart(one, other) ||
    isApart(other, one) ||
    needs.test(one.part) !== needs.test(other.part) ||
    !sameSense(reworded(one.part), reworded(other.part)) ||
    saysOpposite(one.part, other.part)
  )
}

function isApart(one: Quantity, other: Quantity): boolean {
  const { text } = one.statement.sentence
  return denied.test(text) || oneOfSome.test(text) || isSumIn(one.value, other) || standsFor(one, other)
}

/** "2.5 million with Mexico and 1.5 million with Canada" is four million. */
function isSumIn(value: number, { statement }: Quantity): boolean {
  const figures = statement.mentions.figures.filter(({ sort }) => sort !== 'year' && sort !== 'day')
  const values = new Set(figures.map((figure) => Number(figure.value)))
  return [...values].some((part) => 2 * part !== value && values.has(value - part))
}

/** "They lost": whoever they are, one of them who is named may have lost less. */
function standsFor({ part }: Quantity, { names }: Quantity): boolean {
  return names.size > 0 && /^(?:\p{L}+,? ){0,4}?(?:they|he|she)\b|^(?:both|each)\b/iu.test(part)
}

function saysOpposite(one: string, other: string): boolean {
  const words = wordsOf(other)
  return wordsOf(one).some((word) => words.some((against) => isOppositeOf(word, against)))
}

import { germanStopWords } from './german.ts'
import { measureOf } from './measures.ts'
import { stopWords } from './ordinary-words.ts'
import { wordsOf } from './stems.ts'

/** A piece of a sentence, word for word. */
export interface Clause {
  readonly text: string
  /** Whether it has a word that may say what its number counts. */
  readonly tells: boolean
}

/** Where a sentence may be cut; a comma within a number is none. */
const border =
  /[,;:–—](?=\s)|(?<!\b(?:in|of|for|with|by|to|from|on|at|between) \p{Ll}+)\s(?=(?:and|while|but|as|after|because|und|während|aber|nachdem|weil)\s)/gu
const opening = /^[\s,;:–—]*(?:(?:and|while|but|as|after|because|und|während|aber|nachdem|weil)\s)?/
const attribution =
  /\b(?:according to|said|says|told|reported|reports|announced|estimated|wrote|laut|nach angaben|sagte|teilte|erklärte)\b/i
/** What opens so cannot stand without what is before it: the verb that it depends on, or its own subject ("the bridge, overdue, will cost 21"). */
const dependent =
  /^(?:that|whether|if|unless|which|who|whose|whom|dass|daß|ob|wenn|falls|will|would|shall|should|can|could|may|might|must|is|was|are|were|has|have|had|costs?|puts? (?:the|its|their|it)|estimate[sd] (?:the|its|their|that)|(?:has|have|had) (?:put|estimated)|wird|würde|werden|wurden?|ist|war|sind|waren|hat|haben|hatten?|koste[nt]?|kosteten?)\s/i
const longestOpening = 40
/** On either side of a number only so many borders are tried: their pairs grow with the square, and a page may have thousands. */
const mostPieces = 8
/** Of words that say when and how often, and not what. */
const when =
  /^(?:daily|weekly|monthly|yearly|annual(?:ly)?|year|years|hour|hours|now|then|still|only|just|some|about|total|number|figure)$/

/**
 * The nearest piece of a sentence that holds a number and a word that may say what it counts, without who says it; else the nearest
 * that names at least the measure ("the average was 17"), else all of it. Null where the number does not stand in the sentence.
 */
export function clauseAround(sentence: string, number: string, lang: string | null): Clause | null {
  const at = placeOf(sentence, number)
  if (at === null) return null
  const all = windowsAround(sentence, at, at + number.length)
  const telling = all.find((text) => tellsWhat(text, number, lang))
  if (telling !== undefined) return { text: telling, tells: true }
  const measured = all.find((text) => wordsOf(text).some((word) => measureOf(word, lang) !== null))
  return { text: measured ?? trimmed(sentence), tells: false }
}

function placeOf(sentence: string, number: string): number | null {
  for (let at = sentence.indexOf(number); at >= 0; at = sentence.indexOf(number, at + 1)) {
    const [before, after] = [sentence.slice(Math.max(0, at - 2), at), sentence.slice(at + number.length)]
    if (!/[\p{L}\d]$|\d[.,]$/u.test(before) && !/^(?:[\p{L}\d]|[.,]\d)/u.test(after)) return at
  }
  return null
}

/**
 * Pieces between borders that hold a span and cut no quotation or bracket in two. What stands before a number says what it is of
 * sooner than what comes after it: those that end first come first, and of these the shortest.
 */
function windowsAround(sentence: string, from: number, to: number): readonly string[] {
  const cuts = [0, ...Array.from(sentence.matchAll(border), ({ index }) => index), sentence.length]
  const before = cuts.filter((cut) => cut <= from).slice(-mostPieces)
  const bound = before.findLastIndex((cut) => dependent.test(trimmed(sentence.slice(cut, cut + longestOpening))))
  const starts = [0, ...before.slice(bound + 1).filter((cut) => cut > 0)]
  const ends = cuts.filter((cut) => cut >= to).slice(0, mostPieces)
  return ends.flatMap((end) => starts.toReversed().map((start) => trimmed(sentence.slice(start, end)))).filter(isWhole)
}

const trimmed = (text: string) => text.replace(opening, '').replace(/[\s.,;:!?–—]+$/, '')

function isWhole(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1
  return count('"') % 2 === 0 && count('“') === count('”') && count('„') === 0 && count('(') === count(')')
}

function tellsWhat(text: string, number: string, lang: string | null): boolean {
  const said = text.split(/[,;:–—]\s/).filter((part) => part.includes(number) || !attribution.test(part))
  const words = wordsOf(said.join(' ').replace(number, ' '))
  return words.some(
    (word) =>
      word.length > 2 &&
      !stopWords.has(word) &&
      !when.test(word) &&
      !(lang === 'de' && germanStopWords.has(word)) &&
      measureOf(word, lang) === null,
  )
}

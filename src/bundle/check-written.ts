import { contentOf, wordingOf } from '../fact/bears-out.ts'
import { figuresIn } from '../fact/figures.ts'
import { loadedWords } from '../fact/loaded-words.ts'
import { mentionsIn } from '../fact/mentions.ts'
import { namesIn } from '../fact/names.ts'
import { stemsIn, wordsOf } from '../fact/stems.ts'
import { ordinaryWords } from '../story/ordinary-words.ts'
import { stemOf } from '../story/stem.ts'
import type { Dossier, NumberedSentence } from './dossier.ts'
import type { WrittenPlace } from './written.ts'

/** Why a sentence of a model is not taken: the closed list under which it is counted. */
export const writtenRefusals = [
  'written-empty',
  'written-too-long',
  'cites-nothing',
  'cites-unknown-sentence',
  'cites-another-group',
  'number-not-cited',
  'name-not-cited',
  'date-not-cited',
  'quoted-words-not-cited',
  'loaded-words',
  'says-something-else',
  'denies-what-is-said',
  'background-outside-context',
] as const
export type WrittenRefusal = (typeof writtenRefusals)[number]

const most = { headline: 140, lede: 420, facts: 320, context: 420, framing: 360 } as const
/** Of a sentence's words that carry matter, the share that the cited sentences must have. */
const mustStand = 0.6

/**
 * Whether a sentence that a model wrote holds: it cites sentences that there are, of its group's members where it speaks of a group;
 * every number, name, date and quotation of it stands in them; most of its words do; it denies nothing that they say outright.
 * A model is believed in nothing: what can't be traced is refused, but for background, of which readers are told that it is that.
 * Null where it holds.
 */
export function refusalOfWritten(place: WrittenPlace, dossier: Dossier): WrittenRefusal | null {
  const { part, sentence } = place
  const text = sentence.text.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return 'written-empty'
  if (text.length > most[part]) return 'written-too-long'
  if (sentence.background === true)
    return part !== 'context' || sentence.cites.length > 0 ? 'background-outside-context' : null
  if (sentence.cites.length === 0) return 'cites-nothing'
  const cited = citedIn(sentence.cites, dossier)
  if (cited === null) return 'cites-unknown-sentence'
  if (place.group !== null && cited.some(({ group }) => group !== place.group)) return 'cites-another-group'
  return refusalOfMatter(
    text,
    cited.map((one) => one.text),
    part,
  )
}

/** The sentences of these numbers; null where one of them is none. */
export function citedIn(numbers: readonly number[], { sentences }: Dossier): NumberedSentence[] | null {
  const cited = [...new Set(numbers)].map((number) => sentences[number - 1])
  return cited.every((one) => one !== undefined) ? cited : null
}

/** Whether a text that was written from spans holds by them; see `refusalOfWritten`. */
export function refusalOfMatter(
  text: string,
  spans: readonly string[],
  part: WrittenPlace['part'],
): WrittenRefusal | null {
  const words = new Set(spans.flatMap(wordsOf))
  const numbers = new Set(spans.flatMap((span) => figuresIn(span).map(({ value }) => value)))
  if (figuresIn(text).some(({ value }) => !numbers.has(value))) return 'number-not-cited'
  if (digitsIn(text).some((digits) => !spans.some((span) => digitsIn(span).includes(digits)))) return 'number-not-cited'
  if (quotationsIn(text).some((quotation) => !spans.some((span) => plain(span).includes(quotation))))
    return 'quoted-words-not-cited'
  if (capitalsIn(text).some((word) => !words.has(word))) return 'name-not-cited'
  const dates = new Set(spans.flatMap((span) => mentionsIn(span).dates))
  if (mentionsIn(text).dates.some((date) => !dates.has(date) && !spans.some((span) => span.includes(date))))
    return 'date-not-cited'
  const isPlain = part === 'headline' || part === 'lede'
  if (isPlain && wordsOf(text).some((word) => loadedWords.has(word))) return 'loaded-words'
  const stems = new Set(spans.flatMap((span) => [...stemsIn(span)]))
  const content = contentOf(wordingOf(text))
  if (content.filter((stem) => stems.has(stem)).length < content.length * mustStand) return 'says-something-else'
  return negation.test(text) && !spans.some((span) => negation.test(span)) ? 'denies-what-is-said' : null
}

const negation =
  /\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|den(?:y|ies|ied)|refus(?:es?|ed)|reject(?:s|ed)?|fail(?:s|ed)?)\b|n['’]t\b/i

const digitsIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []

/** Everything between quotation marks: a model may set no word apart that nobody wrote. */
const quotationsIn = (text: string) =>
  [...text.matchAll(/“([^”]*)”|"([^"]*)"/g)].map((match) => plain(match[1] ?? match[2] ?? '').replace(/[.,;:]$/, ''))

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * Words that may be names, lower-case: all that have a capital, but for the first word where it is an ordinary one. Whole words: a
 * name within another word is not cited.
 */
function capitalsIn(text: string): string[] {
  const named = namesIn(text).flatMap(({ words }) => words)
  const inside = [...text.matchAll(/(?<=[\p{L}\p{N},;:—–-]["“”’')]?\s["“‘(]?)\p{Lu}[\p{L}\p{M}’'-]*/gu)].map(
    ([word]) => word,
  )
  const [first = ''] = /^\P{L}*\p{Lu}[\p{L}\p{M}’'-]*/u.exec(text) ?? []
  const opening = first.replace(/^\P{L}+/u, '')
  const isOrdinary =
    opening.length < 2 || (ordinaryWords.get(stemOf(opening.toLowerCase())) ?? 0) > 0.002 || isSmall(opening)
  return [...named, ...inside, ...(isOrdinary || opening === '' ? [] : [opening])]
    .filter((word) => !isCalendar(word))
    .flatMap((word) => wordsOf(word))
}

const isSmall = (word: string) => stemsIn(word).size === 0
const isCalendar = (word: string) =>
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    word,
  )

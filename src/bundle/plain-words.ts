import { germanStopWords } from '../fact/german.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { ordinaryWords } from '../story/ordinary-words.ts'
import { stemOf } from '../story/stem.ts'

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?$/

/** "Firefighters", "investigators": too long for a surname. */
const plural = /^\p{Ll}{5,}(?:ers|ors|ists|ments|tions)$/u

/** German words that open a sentence and are no nouns, beside stop words. */
const germanOpeners: ReadonlySet<string> = new Set(
  'beim bereits derzeit drei drinnen draußen fünf gegenüber hinter jede jeder jedes künftig laut neben seither sechs sieben statt trotz vier viele vom während wegen wer wo zuletzt zunächst zuvor zwei zwischen'.split(
    ' ',
  ),
)

/** Words that the reports write without a capital. */
export function plainWordsIn(readings: readonly Reading[]): ReadonlySet<string> {
  const texts = readings.flatMap(({ statements }) => statements.map(({ sentence }) => sentence.text))
  return new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+/gu) ?? []))
}

/**
 * Whether the word has its capital only because it opens the sentence: the reports write it without one, or it is ordinary in news,
 * and no name begins with it. "Bill Hale" is no "bill Hale".
 */
export function isPlain(
  word: string,
  { mentions, sentence }: Statement,
  plain: ReadonlySet<string>,
  { isGerman = false } = {},
): boolean {
  const lower = word.toLowerCase()
  if (isGerman && (germanStopWords.has(lower) || germanOpeners.has(lower))) return true
  const isNamed = mentions.names.some((name) => name.words[0] === word) || /^\S+ \p{Lu}/u.test(sentence.text)
  if (isNamed || calendar.test(word)) return false
  return plain.has(lower) || ordinaryWords.has(stemOf(lower)) || plural.test(lower)
}

import type { Article } from '../article/article.ts'
import { isGerman } from '../fact/german.ts'
import type { Statement } from '../fact/readings.ts'

/** German tells the past in the tense of news: these words tell it apart. */
const germanPast =
  /(?<!\p{L})(?:[iI]m (?:vergangenen|vorigen|letzten) (?:Jahr|Jahrzehnt)|[vV]or (?:\d+|\p{Ll}+) (?:Jahren|Jahrzehnten))(?!\p{L})/u

/** "In 2009 the ministry granted": background, and not what happened now. */
export function tellsOfPast({ mentions, sentence }: Statement, { publishedAt, lang }: Article): boolean {
  const years = mentions.dates.flatMap((date) => /\d{4}$/.exec(date)?.[0] ?? [])
  const now = publishedAt?.getUTCFullYear()
  if (now !== undefined && years.some((year) => Number(year) < now)) return true
  return isGerman(lang) && germanPast.test(sentence.text)
}

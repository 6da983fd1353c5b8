import { type Figure, figuresIn } from './figures.ts'
import { germanMonths } from './german.ts'
import { loadedIn } from './loaded-words.ts'
import { type Name, namesIn } from './names.ts'
import { stemsOf, wordsOf } from './stems.ts'

/** What a sentence mentions: that by which two sentences are seen to state the same thing. */
export interface Mentions {
  readonly figures: readonly Figure[]
  readonly names: readonly Name[]
  /** Days as written: "Tuesday", "March 10", "2026", "10. März". */
  readonly dates: readonly string[]
  /** All its words in order, lower-case. */
  readonly words: readonly string[]
  readonly stems: ReadonlySet<string>
  /** How many of its words judge what they name. */
  readonly loaded: number
}

const weekdays = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend'
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.'
const ordinal = '\\d{1,2}(?:st|nd|rd|th)?'
const dated = new RegExp(
  `(?<![\\p{L}\\d])(?:${weekdays}|\\d{1,2}\\. (?:${germanMonths})(?: (?:19|20)\\d\\d)?|(?:${germanMonths}) (?:19|20)\\d\\d|(?:${ordinal} )?(?:${months})(?: ${ordinal}\\b)?(?:,? (?:19|20)\\d\\d\\b)?|(?:19|20)\\d\\d)(?![\\p{L}\\d])`,
  'gu',
)
const weekday = new RegExp(`^(?:${weekdays})$`)

/** Whether a day is told by its name alone. */
export const isWeekday = (day: string): boolean => weekday.test(day)

/** `names` are those that stand in the text, where more is known of them than it tells by itself. */
export function mentionsIn(text: string, names: readonly Name[] = namesIn(text)): Mentions {
  const words = wordsOf(text)
  const dates = [...text.matchAll(dated)].map((match) => match[0]).filter((day) => day !== 'May' && day !== 'March')
  return {
    figures: figuresIn(text),
    names,
    dates,
    words,
    stems: stemsOf(words),
    loaded: loadedIn(words),
  }
}

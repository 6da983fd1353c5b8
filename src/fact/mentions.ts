import { type Figure, figuresIn } from './figures.ts'
import { loadedIn } from './loaded-words.ts'
import { type Name, namesIn } from './names.ts'
import { stemsOf, wordsOf } from './stems.ts'

/** What a sentence mentions: that by which two sentences are seen to state the same thing. */
export interface Mentions {
  readonly figures: readonly Figure[]
  readonly names: readonly Name[]
  /** Days as written: "Tuesday", "March 10", "2026". */
  readonly dates: readonly string[]
  /** All its words in order, lower-case. */
  readonly words: readonly string[]
  readonly stems: ReadonlySet<string>
  /** How many of its words judge what they name. */
  readonly loaded: number
}

const dated =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?: \d{1,2}(?:st|nd|rd|th)?\b)?(?:,? (?:19|20)\d\d\b)?|(?:19|20)\d\d)\b/g

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

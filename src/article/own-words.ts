import { wordsOf } from './shingles.ts'

/** Enough for the longest reports, and a bound on hostile ones. In UTF-16 units. */
const readsAtMost = 30_000
/** A text with fewer runs of own words is mostly somebody's speech, or a teaser: it is known by all its words. */
export const fewestOwnRuns = 20

/**
 * Text → the words that its writer chose, in order: without speech between quotation marks, without posts of a network
 * ("… (@name) …") and without the paragraph that a colon announces. Independent reports of one event share those word for word.
 */
export function ownWordsOf(text: string): readonly string[] {
  const paragraphs = text.slice(0, readsAtMost).split(/\n+/)
  const own = paragraphs.filter((paragraph, at) => !isPost(paragraph) && !isAnnounced(paragraphs[at - 1]))
  return wordsOf(own.map((paragraph) => paragraph.replace(speech, ' ')).join('\n'))
}

/** Text → all its words, as far as `ownWordsOf` reads. */
export function allWordsOf(text: string): readonly string[] {
  return wordsOf(text.slice(0, readsAtMost))
}

// A mark that no other closes holds to the end of its paragraph: speech over several paragraphs opens each and closes the last.
// A straight mark after a letter, a digit or a stop opens nothing: it is left over from a paragraph before, or inches.
const speech =
  /(?<![\p{L}\p{N}.,!?])(?:"[^"]*(?:"|$)|”[^”]*(?:”|$))|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|»[^«]*(?:«|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)/gu

const isPost = (paragraph: string) => /\(@\w{1,30}\)/.test(paragraph)
const isAnnounced = (before: string | undefined) => before !== undefined && /[:：]\s*$/.test(before.slice(-20))

import { stemsIn } from '../fact/stems.ts'

const fewestShared = 2
/** Of the words of a title that carry matter. */
const leastShare = 0.25
/** Of an article, in UTF-16 units: what it is about stands at its beginning. */
const beginning = 400

/**
 * A story's articles → whether a page of this title may have told of it: it shares words that the titles and beginnings of two of them
 * have, or of the only one. For an editor to look at; nothing is decided by it.
 */
export function mayTell(
  articles: readonly { readonly title: string; readonly text: string }[],
): (title: string) => boolean {
  const counts = new Map<string, number>()
  for (const { title, text } of articles)
    for (const stem of stemsIn(`${title} ${text.slice(0, beginning)}`)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const common = new Set([...counts].filter(([, count]) => count >= Math.min(2, articles.length)).map(([stem]) => stem))
  return (title) => {
    const stems = [...stemsIn(title)]
    const shared = stems.filter((stem) => common.has(stem)).length
    return shared >= fewestShared && shared >= stems.length * leastShare
  }
}

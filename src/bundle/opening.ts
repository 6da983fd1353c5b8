import type { Article } from '../article/article.ts'

/** A lede takes so many words: shorter paragraphs are read on. */
const fewest = 40
/** Where a page has lost its paragraphs, the first words are the opening. */
const most = 100
/** Of a text without paragraphs no more is looked at. */
const mostCharacters = most * 12

/** The words that an outlet puts first, in lower case: its first paragraphs, as many as make a lede. */
export function openingWords({ text }: Article): readonly string[] {
  const words: string[] = []
  for (const paragraph of text.slice(0, mostCharacters).split('\n')) {
    if (words.length >= fewest) break
    words.push(...wordsIn(paragraph))
  }
  return words.slice(0, most)
}

export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []

/** Read at a glance; longer only where the outlets' own are. */
const shortest = 50
const longest = 85
/** Two sentences take more words than one of theirs. */
const longer = 1.5
/** A shorter line is a byline or a label. */
const fewestOfParagraph = 10

/** How many words a lede of these articles may have: half as many again as the outlets' own, which are their first paragraphs. */
export function mostWordsOfLede(articles: readonly Article[]): number {
  const lengths = articles.flatMap((article) => firstParagraphLength(article) ?? [])
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return Math.min(longest, Math.max(shortest, longer * mean))
}

function firstParagraphLength({ text }: Article): number | undefined {
  const lengths = text
    .slice(0, mostCharacters)
    .split('\n')
    .map((paragraph) => wordsIn(paragraph).length)
  return lengths.find((words) => words >= fewestOfParagraph)
}

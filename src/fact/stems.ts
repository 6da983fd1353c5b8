import { stemOf } from '../story/stem.ts'
import { stopWords } from './ordinary-words.ts'

/** Lower-case words of a text in order, apostrophes straightened, possessives cut. */
export function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'-]*/gu) ?? []
  return words.map((word) => word.replace(/'s?$/, ''))
}

/** Stems of the words that carry matter. */
export function stemsIn(text: string): ReadonlySet<string> {
  return stemsOf(wordsOf(text))
}

export function stemsOf(words: readonly string[]): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const word of words) if (word.length > 2 && !stopWords.has(word)) stems.add(stemOf(word))
  return stems
}

import { stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import type { Token } from './tokens.ts'

/** Term and how often it stands in the text, in order of first appearance. Pairs, not an object: a term may be `__proto__`. */
export type Terms = readonly (readonly [term: string, count: number])[]

const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const digits = /\d/
const ascii = /^[a-z]+$/
const longestTerm = 40

export function countTerms(terms: Iterable<string>): Terms {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return [...counts]
}

/** The terms of the words from one place to before another. */
export function wordTerms(tokens: readonly Token[], from = 0, to = tokens.length): Terms {
  const counts = new Map<string, number>()
  const end = Math.min(to, tokens.length)
  for (let at = from; at < end; at++) {
    for (const term of tokens[at]?.word.terms ?? []) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return [...counts]
}

/** A word → its stem (English), itself (other alphabets) or its pairs of characters (scripts without spaces). */
export function termsOfWord(text: string, stems: boolean): readonly string[] {
  if (digits.test(text)) return []
  const word = text.toLowerCase().replaceAll('.', '').slice(0, longestTerm)
  if (withoutSpaces.test(word)) return characterPairs(word)
  if (word.length <= 1 || stopWords.has(word)) return []
  return [stems && ascii.test(word) ? stemOf(word) : word]
}

function characterPairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

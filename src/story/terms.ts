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

/** Words → stems (English), words as they are (other alphabets) or pairs of characters (scripts without spaces). */
export function* wordTerms(tokens: readonly Token[], stems: boolean): Generator<string> {
  for (const { text } of tokens) {
    if (digits.test(text)) continue
    const word = text.toLowerCase().replaceAll('.', '').slice(0, longestTerm)
    if (withoutSpaces.test(word)) yield* characterPairs(word)
    else if (word.length > 1 && !stopWords.has(word)) yield stems && ascii.test(word) ? stemOf(word) : word
  }
}

function* characterPairs(run: string): Generator<string> {
  const characters = [...run]
  for (let at = 0; at + 1 < characters.length; at++) yield `${characters[at]}${characters[at + 1]}`
}

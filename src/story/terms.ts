import { stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { TermCounts } from './term-counts.ts'
import { type kinds, termHash } from './term-hash.ts'
import type { Token } from './tokens.ts'

/**
 * The different terms of a text in order of first appearance, in columns: as they are written, what they are known by, and how
 * often they stand. Hashed once, here: whoever groups articles reads numbers alone.
 */
export interface Terms {
  readonly texts: readonly string[]
  readonly hashes: Uint32Array
  readonly counts: Uint16Array
}

const found = new TermCounts()
const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const digits = /\d/
const ascii = /^[a-z]+$/
const longestTerm = 40

export function countTerms(kind: keyof typeof kinds, terms: Iterable<string>): Terms {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return termsOf(kind, [...counts])
}

/** The terms of the words from one place to before another. */
export function wordTerms(tokens: readonly Token[], from = 0, to = tokens.length): Terms {
  const texts: string[] = []
  const end = Math.min(to, tokens.length)
  found.clear()
  for (let at = from; at < end; at++) {
    const word = tokens[at]?.word
    if (word === undefined) continue
    for (let of = 0; of < word.terms.length; of++) {
      found.add(word.hashes[of] ?? 0, 1)
      if (found.size > texts.length) texts.push(word.terms[of] ?? '')
    }
  }
  const { size } = found
  return { texts, hashes: found.terms.slice(0, size), counts: new Uint16Array(found.counts.subarray(0, size)) }
}

/** Different terms and how often they stand. Names that differ in capitals alone are known by one hash. */
export function termsOf(kind: keyof typeof kinds, pairs: readonly (readonly [term: string, count: number])[]): Terms {
  const hashes = new Uint32Array(pairs.length)
  const counts = new Uint16Array(pairs.length)
  for (const [at, [term, count]] of pairs.entries()) {
    hashes[at] = termHash(kind, kind === 'name' ? term.toLowerCase() : term)
    counts[at] = count
  }
  return { texts: pairs.map(([term]) => term), hashes, counts }
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

import { stemOf } from '../story/stem.ts'
import { stopWords } from './ordinary-words.ts'
import { inAmericanSpelling } from './spelling.ts'

const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'-]*/gu
/** Letters of English with punctuation: such texts are read by a pattern that need not know all alphabets, in half the time. */
const isPlain = /^[\0-\x7f\u2010-\u2027]*$/
const plainWord = /[a-z][a-z0-9'-]*/g

/** Lower-case words of a text in order, apostrophes straightened, possessives cut. */
export function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const words = lower.match(isPlain.test(lower) ? plainWord : word) ?? []
  return words.map((one) => (one.includes("'") ? one.replace(/'s?$/, '') : one))
}

/** Stems of the words that carry matter. */
export function stemsIn(text: string): ReadonlySet<string> {
  return stemsOf(wordsOf(text))
}

export function stemsOf(words: readonly string[]): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const word of words) if (word.length > 2 && !stopWords.has(word)) stems.add(termOf(word))
  return stems
}

/** The stem of a lower-case word in American spelling: whether an outlet writes "centre" or "center" says where it sits, not what it tells. */
export function termOf(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const term = stemOf(inAmericanSpelling(word))
  if (known.size >= remembers) known.clear()
  known.set(word, term)
  return term
}

/** Texts repeat their words: bounded against hostile ones. */
const remembers = 50_000
const known = new Map<string, string>()

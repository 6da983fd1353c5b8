/** Longer texts say nothing more of what they are: the cap keeps hostile ones cheap. In UTF-16 units. */
const readsAtMost = 12_000
export const wordsPerShingle = 5

/** Text → its distinct runs of five words, letter case and punctuation aside. Scripts without spaces: runs of characters. */
export function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text.slice(0, readsAtMost))
  const shingles = new Set<string>()
  for (let at = 0; at + wordsPerShingle <= words.length; at++) {
    shingles.add(words.slice(at, at + wordsPerShingle).join(' '))
  }
  return shingles
}

const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu

/** Text → its words in lower case, in order; of scripts without spaces each character is one. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(word) ?? []
}

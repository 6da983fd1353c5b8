import { wordsPerShingle } from './shingles.ts'

/**
 * Words in order → a 32-bit hash of each run of five, in order. The same on every machine: FNV-1a of the words, mixed by
 * murmur3's finaliser, so that its bits may stand for random ones.
 */
export function fingerprintsOf(words: readonly string[]): Uint32Array {
  const hashes = Uint32Array.from(words, fnv1a)
  const runs = new Uint32Array(Math.max(0, words.length - wordsPerShingle + 1))
  for (let at = 0; at < runs.length; at += 1) {
    let run = 0
    for (let of = 0; of < wordsPerShingle; of += 1) run = Math.imul(run, 0x9e3779b1) ^ (hashes[at + of] ?? 0)
    runs[at] = mixed(run)
  }
  return runs
}

function fnv1a(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The finaliser of murmur3: every bit of the number depends on every bit of what it is of. */
export function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** What a term is known by: a 32-bit hash of its kind and its letters. No table of words grows with the archive. */
export type TermHash = number

export const kinds = { word: 0x811c9dc5, name: 0x2f0b4c47, number: 0x6a09e667 } as const

/** FNV-1a over UTF-16 units, mixed by murmur3's finaliser; never 0, which marks an empty place in tables. */
export function termHash(kind: keyof typeof kinds, term: string): TermHash {
  let hash: number = kinds[kind]
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0 || 1
}

import { fingerprintsOf } from '../article/fingerprints.ts'
import { allWordsOf, fewestOwnRuns, ownWordsOf } from '../article/own-words.ts'
import { wordsPerShingle } from '../article/shingles.ts'
import { pairsSharing } from './pairs-sharing.ts'

/** What two texts, by their positions, have in common word for word. */
export interface Overlap {
  readonly first: number
  readonly second: number
  /** The share of the shorter one's runs of five own words that the other one has, 0 to 1; of two that are mostly speech: of all that both have. */
  readonly share: number
  /** Finds the longest passage of own words that stands in both, in words. */
  readonly passage: () => number
  /** One of the two has hardly any own words: compared are all words, of which each must have most. */
  readonly mostlySpeech: boolean
}

export interface LeastOverlap {
  readonly share: number
  /** In words. */
  readonly passage: number
}

/** The pairs of texts that share at least so much or a passage so long. Quotations and posts count for nothing. */
export function overlaps(texts: readonly string[], least: LeastOverlap): Overlap[] {
  const runs = texts.map((text) => fingerprintsOf(ownWordsOf(text)))
  const sets = runs.map((list) => new Set(list))
  const own = Array.from(pairsSharing(sets), ({ first, second, shared }): Overlap | null => {
    if (isScarce(sets, first, second)) return null
    const share = shared / Math.min(sizeOf(sets, first), sizeOf(sets, second))
    const passage = () => longestPassage(runs[first] ?? none, runs[second] ?? none)
    const found = { first, second, share, passage, mostlySpeech: false }
    if (share >= least.share) return found
    return shared > least.passage - wordsPerShingle && passage() >= least.passage ? found : null
  })
  return [...own.filter((overlap) => overlap !== null), ...overlapsOfSpeech(texts, sets, least)]
}

const none = new Uint32Array()
const sizeOf = (sets: readonly ReadonlySet<number>[], at: number) => sets[at]?.size ?? 0
const isScarce = (sets: readonly ReadonlySet<number>[], first: number, second: number) =>
  Math.min(sizeOf(sets, first), sizeOf(sets, second)) < fewestOwnRuns

/** Pairs of which one has hardly any own words, by all their words and by Jaccard: a long text contains many short ones. */
function overlapsOfSpeech(
  texts: readonly string[],
  sets: readonly ReadonlySet<number>[],
  least: LeastOverlap,
): Overlap[] {
  if (sets.every((set) => set.size >= fewestOwnRuns)) return []
  const whole = texts.map((text) => new Set(fingerprintsOf(allWordsOf(text))))
  const found = Array.from(pairsSharing(whole), ({ first, second, shared }): Overlap | null => {
    if (!isScarce(sets, first, second)) return null
    const share = shared / (sizeOf(whole, first) + sizeOf(whole, second) - shared)
    return share < least.share ? null : { first, second, share, passage: () => 0, mostlySpeech: true }
  })
  return found.filter((overlap) => overlap !== null)
}

/**
 * Two texts as hashes of their runs of five words → the longest passage that stands in both, in words; 0 where none does. Takes time
 * in proportion to the texts: of a run that the second text has twice only the first place is tried.
 */
export function longestPassage(a: Uint32Array, b: Uint32Array): number {
  const places = new Map<number, number>()
  for (const [at, run] of b.entries()) if (!places.has(run)) places.set(run, at)
  let longest = 0
  for (let at = 0; at < a.length; ) {
    const length = lengthFrom(a, at, b, places.get(a[at] ?? 0))
    longest = Math.max(longest, length)
    at += Math.max(1, length)
  }
  return longest === 0 ? 0 : longest + wordsPerShingle - 1
}

function lengthFrom(a: Uint32Array, from: number, b: Uint32Array, to: number | undefined): number {
  if (to === undefined) return 0
  let length = 0
  while (from + length < a.length && to + length < b.length && a[from + length] === b[to + length]) length += 1
  return length
}

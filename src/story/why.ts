import type { Features } from './features.ts'
import type { StoryId } from './story.ts'
import { TermCounts } from './term-counts.ts'
import type { TermHash } from './term-hash.ts'
import type { Terms } from './terms.ts'

export interface NearStory {
  readonly storyId: StoryId
  readonly similarity: number
}

/** Why an article was put where it is: `text` for an editor, the rest for queries. */
export interface Why {
  readonly text: string
  /** Names first, then numbers; words only where neither is shared. As they stand in the article. */
  readonly shared: readonly string[]
  /** Joined: the nearest story that was not taken. Opened: the nearest story of all. */
  readonly nearest: NearStory | null
  readonly joinAt: number
}

const showsNames = 4
const showsNumbers = 2
const showsWords = 4
/** What the newest few share is what the story is about: so many of them are to be asked for `sharedTerms`. */
export const membersAsked = 6

export function whyJoins(shared: readonly string[], similarity: number, other: NearStory | null, joinAt: number): Why {
  const common = shared.length === 0 ? 'shares many ordinary words' : `shares ${shared.join(', ')}`
  const next = other === null ? 'no other story near' : `nearest other story at ${other.similarity.toFixed(2)}`
  return { text: `${common} (similarity ${similarity.toFixed(2)}); ${next}`, shared, nearest: other, joinAt }
}

export function whyOpens(nearest: NearStory | null, joinAt: number): Why {
  if (nearest === null) return { text: 'no open story shares its names or words', shared: [], nearest, joinAt }
  const near = `nearest story at ${nearest.similarity.toFixed(2)}`
  const reason =
    nearest.similarity < joinAt
      ? `joins from ${joinAt.toFixed(2)} on`
      : 'closed to it by an editor, or its articles are nearer to each other'
  return { text: `${near}, ${reason}`, shared: [], nearest, joinAt }
}

/** It opens a story with articles that leave theirs. */
export function whyLeaves(
  shared: readonly string[],
  similarity: number,
  nearest: NearStory | null,
  joinAt: number,
): Why {
  const common = shared.length === 0 ? 'shares many ordinary words' : `shares ${shared.join(', ')}`
  return {
    text: `${common} (similarity ${similarity.toFixed(2)}) with articles that leave their story for this one`,
    ...{ shared, nearest, joinAt },
  }
}

/** Why articles changed their story when another one arrived. */
export function whyMoves(
  shared: readonly string[],
  similarity: number,
  { arrived, alone }: { readonly arrived: string; readonly alone: boolean },
): string {
  if (alone) return `no longer near enough to the others since “${arrived}” arrived`
  const common = shared.length === 0 ? 'shares many ordinary words' : `shares ${shared.join(', ')}`
  return `${common} (similarity ${similarity.toFixed(2)}), as “${arrived}” showed when it arrived`
}

/** What the article has in common with the story's articles, rarest first, in words an editor knows. */
export function sharedTerms(
  features: Features,
  members: readonly { readonly words: Uint32Array; readonly names: Uint32Array }[],
  rarity: (term: TermHash) => number,
): string[] {
  if (members.length === 0) return []
  const names = inOneOf(
    members.map((member) => member.names),
    [features.names],
    rarity,
  )
  const words = members.map((member) => member.words)
  const shown = [...apart(names, showsNames), ...inOneOf(words, [features.numbers], rarity).slice(0, showsNumbers)]
  return shown.length > 0 ? shown : inOneOf(words, [features.title, features.lead], rarity).slice(0, showsWords)
}

const wanted = new TermCounts()

/** The terms of ours that stand in one of theirs, rarest first. Of two spellings that are known as one, the later. */
function inOneOf(theirs: readonly Uint32Array[], ours: readonly Terms[], rarity: (term: TermHash) => number): string[] {
  const texts = ours.length === 1 && ours[0] !== undefined ? ours[0].texts : ours.flatMap((terms) => terms.texts)
  if (texts.length === 0) return []
  wanted.clear()
  let last = 0
  for (const { hashes } of ours) for (let at = 0; at < hashes.length; at += 1) wanted.set(hashes[at] ?? 0, ++last)
  const met: { readonly term: TermHash; readonly rarity: number; readonly text: string }[] = []
  for (const terms of theirs) {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0
      const place = wanted.indexOf(term)
      const stands = place < 0 ? 0 : (wanted.counts[place] ?? 0)
      if (stands === 0) continue
      wanted.counts[place] = 0
      met.push({ term, rarity: rarity(term), text: texts[stands - 1] ?? '' })
    }
  }
  return met.sort((a, b) => b.rarity - a.rarity || a.term - b.term).map(({ text }) => text)
}

/** The first `most`. "Port Calder" says what "Port" and "Calder" say: parts of a shown name, and names around one, are left out. */
function apart(names: readonly string[], most: number): string[] {
  const kept: string[] = []
  for (const longer of [true, false]) {
    for (const name of names) {
      if (kept.length === most) return kept
      if (name.includes(' ') !== longer) continue
      if (!kept.some((other) => contains(other, name) || contains(name, other))) kept.push(name)
    }
  }
  return kept
}

const contains = (outer: string, inner: string) => ` ${outer} `.includes(` ${inner} `)

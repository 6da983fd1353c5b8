import { shinglesOf } from './shingles.ts'

const leastShared = 0.3

/**
 * Whether two texts that one outlet published under one title are one piece: they share a third of the shorter one's
 * runs of five words. An agency's update keeps most of what it updates, a shortened copy is part of the whole. What shares
 * little more than its greeting is the next part of a series ("What to watch this weekend on television"): taking it
 * for the former would lose its text for ever, while two rows of one piece count as one voice in a story all the same.
 */
export function isSamePiece(one: string, other: string): boolean {
  const [shorter, longer] = [shinglesOf(one), shinglesOf(other)].sort((a, b) => a.size - b.size)
  if (shorter === undefined || longer === undefined || shorter.size === 0) return one === other
  let shared = 0
  for (const shingle of shorter) if (longer.has(shingle)) shared += 1
  return shared >= leastShared * shorter.size
}

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []

/** ROUGE-1 F1 (Lin 2004), 0 to 1: lower-case word tokens, each counted as often as both have it, no stemming. */
export function rouge1(text: string, reference: string): number {
  const [ours, theirs] = [tokensOf(text), tokensOf(reference)]
  const left = new Map<string, number>()
  for (const token of theirs) left.set(token, (left.get(token) ?? 0) + 1)
  let shared = 0
  for (const token of ours) {
    const count = left.get(token) ?? 0
    if (count === 0) continue
    left.set(token, count - 1)
    shared += 1
  }
  return shared === 0 ? 0 : (2 * shared) / (ours.length + theirs.length)
}

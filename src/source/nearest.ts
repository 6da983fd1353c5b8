/** The candidate that a misspelt word most likely meant, or none if nothing is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // Longer than any word of ours: not a slip, and not worth a quadratic comparison.
  if (word.length > 40) return undefined
  const ranked = candidates
    .map((candidate) => ({ candidate, share: editDistance(fold(word), fold(candidate)) / longer(word, candidate) }))
    .sort((a, b) => a.share - b.share)
  const best = ranked[0]
  return best && best.share <= 0.4 ? best.candidate : undefined
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[_ ]/g, '-')
}

function longer(one: string, other: string): number {
  return Math.max(one.length, other.length, 1)
}

/** Levenshtein's distance, row by row. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = at(row, column) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, at(row, column + 1) + 1, at(next, column) + 1))
    }
    row = next
  }
  return at(row, to.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}

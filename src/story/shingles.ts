/** For each pair of texts (by position, first < second) how many shingles they share; pairs that share none are absent. */
export function sharedShingles(texts: readonly ReadonlySet<string>[]): Map<readonly [number, number], number> {
  const holders = new Map<string, number[]>()
  for (const [at, shingles] of texts.entries()) {
    for (const shingle of shingles) {
      const list = holders.get(shingle)
      if (list === undefined) holders.set(shingle, [at])
      else list.push(at)
    }
  }
  const counts = texts.map(() => new Map<number, number>())
  for (const list of holders.values()) countPairs(list, counts)
  return new Map(counts.flatMap((row, first) => [...row].map(([second, shared]) => [[first, second] as const, shared])))
}

function countPairs(list: readonly number[], counts: readonly Map<number, number>[]): void {
  for (const [at, first] of list.entries()) {
    const row = counts[first]
    for (const second of list.slice(at + 1)) row?.set(second, (row.get(second) ?? 0) + 1)
  }
}

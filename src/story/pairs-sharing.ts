/** Two texts by their positions, first < second, and how many runs of words they share. */
export interface Sharing {
  readonly first: number
  readonly second: number
  readonly shared: number
}

/** The pairs of texts that share a run, found through an index of the runs: texts that share none never meet. */
export function* pairsSharing(texts: readonly ReadonlySet<number>[]): Generator<Sharing> {
  const holders = new Map<number, number[]>()
  for (const [second, runs] of texts.entries()) {
    const counts = new Uint32Array(second)
    for (const run of runs) countHolders(holders, run, second, counts)
    for (const [first, shared] of counts.entries()) if (shared > 0) yield { first, second, shared }
  }
}

function countHolders(holders: Map<number, number[]>, run: number, text: number, counts: Uint32Array): void {
  const list = holders.get(run)
  if (list === undefined) {
    holders.set(run, [text])
    return
  }
  for (const other of list) counts[other] = (counts[other] ?? 0) + 1
  list.push(text)
}

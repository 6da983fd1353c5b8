import type { Judged } from './evaluate.ts'

/** How many stories have from `from` to `to` articles, as found and in gold; the last class has no end. */
export interface SizeClass {
  readonly from: number
  readonly to: number | null
  readonly found: number
  readonly gold: number
}

const firsts = [1, 2, 3, 6, 11, 21, 51, 101]

/** The histogram of story sizes of both clusterings over the articles that both know. */
export function storySizes(rows: readonly Judged[]): SizeClass[] {
  const found = sizesOf(rows.map((row) => row.found))
  const gold = sizesOf(rows.map((row) => row.gold))
  return firsts.map((from, at) => {
    const next = firsts[at + 1]
    const within = (size: number) => size >= from && (next === undefined || size < next)
    return {
      ...{ from, to: next === undefined ? null : next - 1 },
      ...{ found: found.filter(within).length, gold: gold.filter(within).length },
    }
  })
}

function sizesOf(stories: readonly string[]): number[] {
  const sizes = new Map<string, number>()
  for (const story of stories) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  return [...sizes.values()]
}

import type { Reading, Statement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'

/** For each word stem, the share of the story's independent reports that have it in their title or beginning. */
export type Shares = ReadonlyMap<string, number>

const beginning = 8

/** Counted by independence group, so that a wire story reprinted ten times weighs once. */
export function sharesOf(readings: readonly Reading[]): Shares {
  const byGroup = new Map<number, Set<string>>()
  for (const reading of readings) {
    const stems = byGroup.get(reading.group) ?? new Set<string>()
    for (const stem of stemsIn(reading.article.title)) stems.add(stem)
    for (const one of reading.statements.slice(0, beginning)) for (const stem of one.mentions.stems) stems.add(stem)
    byGroup.set(reading.group, stems)
  }
  const shares = new Map<string, number>()
  for (const stems of byGroup.values()) {
    for (const stem of stems) shares.set(stem, (shares.get(stem) ?? 0) + 1 / byGroup.size)
  }
  return shares
}

/** 0 to 1: how much of what the words say the story's reports share; a few words alone never score high. */
export function centralityOf(stems: ReadonlySet<string>, shares: Shares): number {
  let sum = 0
  for (const stem of stems) sum += (shares.get(stem) ?? 0) ** 2
  return sum / (stems.size + 4)
}

export function statementCentrality({ mentions }: Statement, shares: Shares): number {
  return centralityOf(mentions.stems, shares)
}

import { evaluateStories } from '../../../src/story/evaluate.ts'
import { randomFrom, shuffled } from '../../farm/random.ts'
import { grouped, type Row } from './grouping.ts'

/** B-cubed F1 between the stories of rows in their order and of the same rows shuffled within each UTC day. */
export function shuffleAgreement(rows: readonly Row[], seed: string): number {
  const inOrder = byDay(rows)
  const random = randomFrom(seed)
  const mixed = inOrder.flatMap((day) => shuffled(day, random))
  return evaluateStories(grouped(mixed), grouped(inOrder.flat())).bCubed.f1
}

/** Rows by their day, days in order; undated rows come first. */
function byDay(rows: readonly Row[]): Row[][] {
  const days = new Map<string, Row[]>()
  for (const row of rows) {
    const day = row.when?.toISOString().slice(0, 10) ?? ''
    const before = days.get(day)
    if (before === undefined) days.set(day, [row])
    else before.push(row)
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofDay]) => ofDay)
}

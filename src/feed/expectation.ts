import type { ItemsADay } from '../source/source.ts'

/** New items of a source on one whole day (UTC) on which one of its feeds was reached. */
export interface DayCount {
  /** YYYY-MM-DD */
  readonly day: string
  readonly items: number
}

export interface Expectation extends ItemsADay {
  /** From how many days it was learned. */
  readonly days: number
}

/** So many days are watched before anything is expected. */
export const daysToLearn = 14
const week = 7
const dayMs = 86_400_000

/**
 * What a source brings a day, from whole weeks of seven days on end: least half of its leanest week, most twice of its fullest, and
 * neither nearer than three standard deviations of a count that happens by chance, since a source of two items a week is not quiet
 * after one without. Null before two weeks were watched.
 * @param counts in the order of days. One day between two may be missing, since a feed is asked once a day at the least; a longer
 * gap parts two runs, and the day behind it, on which what had gathered arrived, counts in neither.
 */
export function learnExpectation(counts: readonly DayCount[]): Expectation | null {
  const runs = runsOf(counts)
  const days = runs.reduce((sum, run) => sum + run.length, 0)
  const weeks = runs.flatMap(weeksIn)
  if (days < daysToLearn || weeks.length === 0) return null
  const leanest = Math.min(...weeks)
  const fullest = Math.max(...weeks)
  const least = Math.max(0, Math.min(leanest / 2, leanest - 3 * Math.sqrt(leanest))) / week
  const most = Math.max(fullest * 2, fullest + 3 * Math.sqrt(fullest + 1)) / week
  return { least: Math.floor(least * 10) / 10, most: Math.ceil(most * 10) / 10, days }
}

/** Does the last week lie outside of what is expected? Then it is a finding, and nothing to be learned from. */
export function isOutside(counts: readonly DayCount[], { least, most }: ItemsADay): boolean {
  const items = runsOf(counts).at(-1)?.slice(-week) ?? []
  if (items.length < week) return false
  const aDay = items.reduce((sum, count) => sum + count, 0) / week
  return aDay < least || aDay > most
}

function runsOf(counts: readonly DayCount[]): number[][] {
  const runs: number[][] = []
  let before: number | null = null
  for (const { day, items } of counts) {
    const at = Date.parse(day) / dayMs
    const run = runs.at(-1)
    const gap = before === null ? 1 : at - before
    if (run === undefined) runs.push([items])
    else if (gap > 2) runs.push([])
    else run.push(...(gap === 2 ? [0, items] : [items]))
    before = at
  }
  return runs
}

function weeksIn(run: readonly number[]): number[] {
  const starts = Array.from({ length: Math.max(0, run.length - week + 1) }, (_, start) => start)
  return starts.map((start) => run.slice(start, start + week).reduce((sum, items) => sum + items, 0))
}

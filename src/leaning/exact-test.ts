/** Marked among drawn: `hits` of `drawn` things are marked, where `marked` of `all` are. */
export interface Draw {
  readonly hits: number
  readonly drawn: number
  readonly marked: number
  readonly all: number
}

/**
 * The chance that a draw without replacement has so few marked ones or fewer: the lower tail of the hypergeometric distribution, which is the
 * one-sided exact test of a two-by-two table (R. A. Fisher, "On the interpretation of χ² from contingency tables, and the calculation of
 * P", Journal of the Royal Statistical Society 85, 1922). 0 to 1.
 */
export function chanceOfSoFew({ hits, drawn, marked, all }: Draw): number {
  const least = Math.max(0, drawn + marked - all)
  const whole = logChoose(all, drawn)
  let chance = 0
  for (let count = least; count <= hits; count += 1)
    chance += Math.exp(logChoose(marked, count) + logChoose(all - marked, drawn - count) - whole)
  return Math.min(1, chance)
}

function logChoose(from: number, count: number): number {
  if (count < 0 || count > from) return Number.NEGATIVE_INFINITY
  let log = 0
  for (let at = 1; at <= Math.min(count, from - count); at += 1) log += Math.log((from - at + 1) / at)
  return log
}

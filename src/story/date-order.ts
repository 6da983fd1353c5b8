/** Dated rows in order of time, undated ones where they stand: each keeps its position. Equal times keep their order. */
export function inDateOrder<T>(rows: readonly T[], whenOf: (row: T) => Date | null): T[] {
  const dated = rows.filter((row) => whenOf(row) !== null)
  const sorted = dated.sort((a, b) => (whenOf(a)?.getTime() ?? 0) - (whenOf(b)?.getTime() ?? 0))
  let next = 0
  return rows.flatMap((row) => (whenOf(row) === null ? [row] : sorted.slice(next, ++next)))
}

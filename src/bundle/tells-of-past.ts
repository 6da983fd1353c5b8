import type { Article } from '../article/article.ts'
import type { Statement } from '../fact/readings.ts'

/** "In 2009 the ministry granted": background, and not what happened now. */
export function tellsOfPast({ mentions }: Statement, { publishedAt }: Article): boolean {
  const years = mentions.dates.flatMap((date) => /\d{4}$/.exec(date)?.[0] ?? [])
  const now = publishedAt?.getUTCFullYear()
  return now !== undefined && years.some((year) => Number(year) < now)
}

import type { PollHints } from './parsed.ts'
import type { Reading } from './reading.ts'

const minutesOf: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}
const longestMinutes = 10_080

/** RSS's ttl, else RSS 1.0's update period, as minutes; nonsense is null. */
export function hintsOf(reading: Reading): PollHints {
  const ttlMinutes = sane(Number(reading.ttl?.trim() || Number.NaN)) ?? sane(periodMinutes(reading.period))
  return { ttlMinutes, skipHours: [], skipDays: [] }
}

function periodMinutes(period: Reading['period']): number {
  if (period === null) return Number.NaN
  return (minutesOf[period.unit.trim().toLowerCase()] ?? Number.NaN) / Math.max(1, Number(period.frequency) || 1)
}

function sane(minutes: number): number | null {
  return Number.isFinite(minutes) && minutes >= 1 ? Math.min(Math.round(minutes), longestMinutes) : null
}

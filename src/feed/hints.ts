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

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** RSS's ttl, else RSS 1.0's update period, as minutes; hours and days in which no one need ask. Nonsense is left out. */
export function hintsOf(reading: Reading): PollHints {
  return {
    ttlMinutes: sane(Number(reading.ttl?.trim() || Number.NaN)) ?? sane(periodMinutes(reading.period)),
    skipHours: someOf(24, reading.skipHours.map(hourOf)),
    skipDays: someOf(
      7,
      reading.skipDays.map((name) => days.indexOf(name.trim().toLowerCase())),
    ),
  }
}

/** Midnight is 0 by the text of RSS 2.0 and 24 by that of 0.91. */
const hourOf = (written: string) => (/^\s*[0-9]{1,2}\s*$/.test(written) ? Number(written) % 24 : -1)

/** Each once and in order. All of them would mean never to come back, which no feed wants that is still there. */
function someOf(count: number, found: readonly number[]): number[] {
  const known = [...new Set(found)].filter((value) => value >= 0 && value < count)
  return known.length < count ? known.sort((a, b) => a - b) : []
}

function periodMinutes(period: Reading['period']): number {
  if (period === null) return Number.NaN
  return (minutesOf[period.unit.trim().toLowerCase()] ?? Number.NaN) / Math.max(1, Number(period.frequency) || 1)
}

function sane(minutes: number): number | null {
  return Number.isFinite(minutes) && minutes >= 1 ? Math.min(Math.round(minutes), longestMinutes) : null
}

import { counted } from './english.ts'

const DAY_MS = 86_400_000
const months = 'January February March April May June July August September October November December'.split(' ')

/** "9 March 2026", in UTC. */
export function dayInWords(at: Date): string {
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** "two days earlier", by the calendar in UTC; nothing where it was not before. */
export function daysBefore(at: Date, other: Date): string {
  const days = Math.floor(other.getTime() / DAY_MS) - Math.floor(at.getTime() / DAY_MS)
  if (days < 0) return ''
  if (days === 0) return 'earlier the same day'
  if (days === 1) return 'the day before'
  if (days < 14) return `${counted(days, 'day')} earlier`
  if (days < 60) return `${counted(Math.floor(days / 7), 'week')} earlier`
  return `${counted(Math.floor(days / 30.44), 'month')} earlier`
}

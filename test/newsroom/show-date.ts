import type { Zone } from './outlets.ts'

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A moment as the clocks of a zone show it. */
export interface ShownDate {
  /** 2026-03-10T02:40:00-05:00 */
  readonly iso: string
  /** Tue, 10 Mar 2026 02:40:00 -0500 */
  readonly rfc822: string
  /** 10 March 2026, 07:40 GMT */
  readonly british: string
  /** March 10, 2026, 2:40 a.m. CDT */
  readonly american: string
  /** Tuesday, March 10, 2026 */
  readonly day: string
}

// Month and weekday names of our own: Intl's differ between the ICU versions of two Nodes, and pages must not.
export function showDate(moment: Date, zone: Zone): ShownDate {
  const local = new Date(moment.getTime() + zone.offsetMinutes * 60_000)
  const time = local.toISOString().slice(11, 19)
  const weekday = weekdays[local.getUTCDay()] ?? ''
  const month = months[local.getUTCMonth()] ?? ''
  const [date, year] = [local.getUTCDate(), local.getUTCFullYear()]
  const offset = offsetText(zone.offsetMinutes)
  return {
    iso: `${local.toISOString().slice(0, 19)}${offset}`,
    rfc822: `${weekday.slice(0, 3)}, ${date} ${month.slice(0, 3)} ${year} ${time} ${offset.replace(':', '')}`,
    british: `${date} ${month} ${year}, ${time.slice(0, 5)} ${zone.name}`,
    american: `${month} ${date}, ${year}, ${twelveHours(local)} ${zone.name}`,
    day: `${weekday}, ${month} ${date}, ${year}`,
  }
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function twelveHours(local: Date): string {
  const hours = local.getUTCHours()
  const minutes = String(local.getUTCMinutes()).padStart(2, '0')
  return `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'a.m.' : 'p.m.'}`
}

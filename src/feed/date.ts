import { months, zoneMinutes } from './date-words.ts'

interface Parts {
  readonly year: number
  /** 1 … 12 */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of Greenwich. */
  readonly offset: number
}

const clock = `(?<hour>[0-9]{1,2}):?(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?`
const half = String.raw`(?:\s?(?<half>[ap])\.?m\.?)?`
const zone = String.raw`(?:\s?(?<zone>[+-][0-9]{1,2}:?[0-9]{2}|[+-][0-9]{2}|(?:(?:gmt|utc|ut)\s?[+-][0-9]{1,2}(?::?[0-9]{2})?)|[a-z]{1,5}))?`
const time = `${clock}${half}${zone}`
const weekday = String.raw`(?:[\p{L}.]{2,14},?\s)?`
const word = String.raw`(?<word>\p{L}{3,12})`
const year = '(?<year>[0-9]{4}|[0-9]{2})'

const shapes = [
  // 2026-03-10T07:40:00Z, 2026-03-10 07:40, 2026/03/10, 2026-03-10
  String.raw`(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?:(?:\s?t\s?|,?\s)${time})?`,
  // 20260310T074000Z, 20260310
  String.raw`(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:[t\s]?(?<hour>[0-9]{2}):?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?${zone})?`,
  // 2026-069T07:40:00Z
  String.raw`(?<year>[0-9]{4})-?(?<dayOfYear>[0-9]{3})(?:(?:t|\s)${time})?`,
  // Tue, 10 Mar 2026 07:40:00 GMT; 10-Mar-26; 10. März 2026, 07:40
  String.raw`${weekday}(?<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?(?:\s(?:de\s)?|-)${word}\.?(?:,?\s(?:de\s)?|-)${year}(?:(?:\s|,\s|\s-\s)${time})?`,
  // Tuesday, March 10, 2026 7:40 am EDT
  String.raw`${weekday}${word}\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>[0-9]{4})(?:,?\s(?:at\s|-\s)?${time})?`,
  // Tue Mar 10 07:40:00 EST 2026
  String.raw`${weekday}${word}\s(?<day>[0-9]{1,2})\s${time}\s(?<year>[0-9]{4})`,
  // 25/12/2026 07:40, 12/25/2026: only where no second reading is possible
  String.raw`(?<first>[0-9]{1,2})[/.](?<other>[0-9]{1,2})[/.](?<year>[0-9]{4})(?:,?\s${time})?`,
].map((shape) => new RegExp(`^${shape}$`, 'iu'))

/** Placeholders such as 0001-01-01 or 1970-01-01 lie outside; no feed of news is older than the web. */
const earliest = Date.UTC(1990, 0, 1)
const latest = Date.UTC(2100, 0, 1)

/**
 * A feed's date → the moment, or null where it cannot be read with certainty: RFC 822 and ISO 8601 with their common
 * deviations. Without a zone it is taken as UTC, without a time as midnight UTC; an unknown zone name, an impossible
 * day, an ambiguous 01/09/2026 or a bare year is null.
 */
export function parseFeedDate(written: string): Date | null {
  if (written.length > 100) return null
  const text = written
    .normalize('NFKC')
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (/^[0-9]{10}$/.test(text)) return inWindow(Number(text) * 1000)
  for (const shape of shapes) {
    const groups = shape.exec(text)?.groups
    const parts = groups === undefined ? null : partsOf(groups)
    if (parts !== null) return momentOf(parts)
  }
  return null
}

type Groups = Readonly<Record<string, string | undefined>>

function partsOf(groups: Groups): Parts | null {
  const day = dayOf(groups)
  const offset = offsetOf(groups['zone'])
  if (day === null || offset === null) return null
  return { ...day, ...timeOf(groups), offset }
}

function dayOf(groups: Groups): Pick<Parts, 'year' | 'month' | 'day'> | null {
  const year = fullYear(groups['year'] ?? '')
  if (groups['dayOfYear'] !== undefined) return { year, month: 1, day: Number(groups['dayOfYear']) }
  if (groups['first'] !== undefined) return unambiguous(year, Number(groups['first']), Number(groups['other']))
  const month = groups['word'] === undefined ? Number(groups['month']) : months.get(groups['word'].toLowerCase())
  if (month === undefined) return null
  const day = Number(groups['day'])
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null
}

function unambiguous(year: number, first: number, other: number): Pick<Parts, 'year' | 'month' | 'day'> | null {
  if (first > 12 && first <= daysIn(year, other)) return { year, month: other, day: first }
  if (other > 12 && other <= daysIn(year, first)) return { year, month: first, day: other }
  return first === other && first >= 1 && first <= 12 ? { year, month: first, day: first } : null
}

function timeOf(groups: Groups): Pick<Parts, 'hour' | 'minute' | 'second'> {
  const hour = Number(groups['hour'] ?? 0)
  const minute = Number(groups['minute'] ?? 0)
  const second = Number(groups['second'] ?? 0)
  const half = groups['half']?.toLowerCase()
  if (half === undefined || hour > 12) return { hour, minute, second }
  return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute, second }
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return 0
  const name = zone.toLowerCase().replace(/^(gmt|utc|ut)\s?(?=[+-])/, '')
  const digits = /^([+-])([0-9]{1,2}):?([0-9]{2})?$/.exec(name)
  if (digits === null) return zoneMinutes.get(name) ?? null
  const minutes = Number(digits[2]) * 60 + Number(digits[3] ?? 0)
  if (minutes > 14 * 60) return null
  return digits[1] === '-' ? -minutes : minutes
}

function momentOf(parts: Parts): Date | null {
  const { year, month, day, hour, minute, second } = parts
  if (hour > 24 || minute > 59 || second > 60 || day < 1 || day > 366) return null
  return inWindow(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)) - parts.offset * 60_000)
}

function inWindow(epochMs: number): Date | null {
  return epochMs >= earliest && epochMs < latest ? new Date(epochMs) : null
}

const daysIn = (year: number, month: number) =>
  month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0

/** RFC 2822: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits)
  return Number(digits) + (Number(digits) < 50 ? 2000 : 1900)
}

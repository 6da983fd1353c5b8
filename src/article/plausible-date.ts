import type { FeedItem, WrittenDate } from '../feed/parsed.ts'

const DAY_MS = 86_400_000
/** Clocks of publishers run ahead and day-only dates of the east begin early; more than a day is a mistake. */
const AHEAD_MS = DAY_MS
const EARLIEST = Date.UTC(1990, 0, 1)

/** What can be said of an entry's date as seen from `now`: where it names no plausible moment, why. */
export function dateState(item: Pick<FeedItem, 'publishedAt' | 'dateState'>, now: Date): WrittenDate | 'future' {
  return item.dateState === 'stated' && plausibleDate(item.publishedAt, now) === null ? 'future' : item.dateState
}

/** A publication time that can be true as seen from `now`; null for one in the future or before the web. */
export function plausibleDate(date: Date | null, now: Date): Date | null {
  if (date === null) return null
  const time = date.getTime()
  return time >= EARLIEST && time <= now.getTime() + AHEAD_MS ? date : null
}

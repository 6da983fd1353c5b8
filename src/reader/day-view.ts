import { largestPage } from '../api/parameters.ts'
import type { PublishedBundle, Reading } from '../api/reading.ts'
import { shelvesOf } from '../edition/shelves.ts'
import type { DayView } from './day-page.tsx'
import { dayOf } from './moment.tsx'

interface DayAsked {
  readonly day: string
  /** All days with bundles, newest first. */
  readonly days: readonly string[]
  readonly now: Date
}

/** Everything a day's page shows. */
export async function dayView(reading: Reading, { day, days, now }: DayAsked): Promise<DayView> {
  const place = days.indexOf(day)
  const bundles = await bundlesOfDay(reading, day)
  const cards = bundles.map(({ id, document }) => ({ id, ...document }))
  return {
    day,
    today: dayOf(now),
    earlier: days[place + 1] ?? null,
    later: days[place - 1] ?? null,
    shelves: shelvesOf(cards, now),
  }
}

async function bundlesOfDay(reading: Reading, day: string): Promise<PublishedBundle[]> {
  const found: PublishedBundle[] = []
  let before: string | null = null
  do {
    const page = await reading.bundles({ day, limit: largestPage, ...(before !== null && { before }) })
    if ('kind' in page) throw new Error(`the store gave a cursor for ${day} that it does not take back`)
    found.push(...page.bundles)
    before = page.next
  } while (before !== null)
  return found
}

import { largestPage } from '../api/parameters.ts'
import type { BundlePage, PublishedBundle, Reading } from '../api/reading.ts'
import { byWeight, shelvesOf } from '../edition/shelves.ts'
import type { Card, DayView, PastDay } from './day-page.tsx'
import { dayOf } from './moment.tsx'

interface DayAsked {
  readonly day: string
  /** All days with bundles, newest first. */
  readonly days: readonly string[]
  readonly now: Date
}

const daysBefore = 3
const storiesOfPastDay = 12

/** The newest day and, below it, the weightiest stories of the three days before: a quiet morning still has a front page. */
export async function frontView(reading: Reading, { day, days, now }: DayAsked): Promise<DayView> {
  const oldest = dayOf(new Date(Date.parse(day) - daysBefore * 86_400_000))
  const recent = days.filter((other) => other < day && other >= oldest)
  const view = await dayView(reading, { day, days, now })
  const past: PastDay[] = []
  for (const other of recent) past.push(await pastDay(reading, other, now))
  return { ...view, past, earlier: days[days.indexOf(day) + recent.length + 1] ?? null }
}

/** One page of the store is looked at, so that the front page costs the same however much a day has. */
async function pastDay(reading: Reading, day: string, now: Date): Promise<PastDay> {
  const { bundles, next } = await pageOfDay(reading, day, null)
  const cards = byWeight(cardsOf(bundles), now)
  const hasMore = next !== null || cards.length > storiesOfPastDay
  return { day, hasMore, cards: cards.slice(0, storiesOfPastDay) }
}

/** Everything a day's page shows. */
export async function dayView(reading: Reading, { day, days, now }: DayAsked): Promise<DayView> {
  const place = days.indexOf(day)
  const cards = cardsOf(await bundlesOfDay(reading, day))
  return {
    day,
    today: dayOf(now),
    earlier: days[place + 1] ?? null,
    later: days[place - 1] ?? null,
    shelves: shelvesOf(cards, now),
    past: [],
  }
}

function cardsOf(bundles: readonly PublishedBundle[]): Card[] {
  return bundles.map(({ id, document }) => ({ id, ...document }))
}

async function bundlesOfDay(reading: Reading, day: string): Promise<PublishedBundle[]> {
  const found: PublishedBundle[] = []
  let before: string | null = null
  do {
    const page: BundlePage = await pageOfDay(reading, day, before)
    found.push(...page.bundles)
    before = page.next
  } while (before !== null)
  return found
}

async function pageOfDay(reading: Reading, day: string, before: string | null): Promise<BundlePage> {
  const page = await reading.bundles({ day, limit: largestPage, ...(before !== null && { before }) })
  if ('kind' in page) throw new Error(`the store gave a cursor for ${day} that it does not take back`)
  return page
}

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BundleDocument } from '../bundle/document.ts'
import type { Shelf } from '../edition/shelves.ts'
import { count } from './count.ts'
import { coverageSentence } from './coverage-sentence.ts'
import { Layout } from './layout.tsx'
import { LeaningBar } from './leaning-bar.tsx'
import { MissingSides } from './missing-sides.tsx'
import { dayName } from './moment.tsx'

/** What the day's page shows of a bundle. */
export type Card = { readonly id: string } & BundleDocument

/** A day before the one that the page is about, with its weightiest stories. */
export interface PastDay {
  readonly day: string
  /** Are there stories of the day that are not among the cards? */
  readonly hasMore: boolean
  readonly cards: readonly Card[]
}

export interface DayView {
  readonly day: string
  readonly today: string
  readonly earlier: string | null
  readonly later: string | null
  readonly shelves: readonly Shelf<Card>[]
  /** On the front page only. */
  readonly past: readonly PastDay[]
}

export function DayPage({ day, today, earlier, later, shelves, past }: DayView) {
  const stories = shelves.reduce((sum, shelf) => sum + shelf.bundles.length, 0)
  const description = `${count(stories, 'story', 'stories')} of ${dayName(day)}, each as every side of the press tells it.`
  return (
    <Layout title={dayName(day)} description={description} type="website">
      <header>
        <h1>{dayName(day)}</h1>
        {later === null && day < today && (
          <p class="meta">The newest stories there are. Nothing is published yet today.</p>
        )}
      </header>
      {shelves.map((shelf, index) => (
        <section aria-labelledby={`section-${index + 1}`}>
          <h2 id={`section-${index + 1}`}>
            <bdi>{shelf.section}</bdi>
          </h2>
          {shelf.bundles.map(StoryCard)}
        </section>
      ))}
      {past.map(PastDaySection)}
      <DayLinks earlier={earlier} later={later} />
    </Layout>
  )
}

function PastDaySection({ day, hasMore, cards }: PastDay) {
  return (
    <section aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        <a href={`/days/${day}`}>{dayName(day)}</a>
      </h2>
      {cards.map(StoryCard)}
      {hasMore && (
        <p class="meta">
          <a href={`/days/${day}`}>All stories of {dayName(day)}</a>
        </p>
      )}
    </section>
  )
}

function StoryCard({ id, headline, lede, coverage }: Card) {
  return (
    <article class="card">
      <div>
        <h3>
          <a href={`/stories/${encodeURIComponent(id)}`}>
            <bdi>{headline.text}</bdi>
          </a>
        </h3>
        <p>
          <bdi>{lede.text}</bdi>
        </p>
      </div>
      <div>
        <p class="meta">{coverageSentence(coverage)}</p>
        <LeaningBar byLeaning={coverage.byLeaning} />
        <MissingSides missing={coverage.missing} />
      </div>
    </article>
  )
}

function DayLinks({ earlier, later }: Pick<DayView, 'earlier' | 'later'>) {
  if (earlier === null && later === null) return null
  return (
    <nav class="days" aria-label="Days">
      {earlier && (
        <a href={`/days/${earlier}`} rel="prev">
          ← {dayName(earlier)}
        </a>
      )}
      {later && (
        <a href={`/days/${later}`} rel="next">
          {dayName(later)} →
        </a>
      )}
    </nav>
  )
}

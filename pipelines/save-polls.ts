import { hash } from 'node:crypto'
import { canonicalUrl } from '../src/article/canonical-url.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import { unwrapped } from '../src/article/unwrapped.ts'
import { afterPoll, type FeedMemory } from '../src/feed/feed-memory.ts'
import { nextCheck, settingsFor } from '../src/feed/next-check.ts'
import { discoverArticles, type Sighting, saveItems } from '../src/store/articles.ts'
import { logChanges } from '../src/store/change-log.ts'
import type { Database } from '../src/store/database.ts'
import { adoptAddress, type PolledState, type PollRecord, saveHistory, savePolledStates } from '../src/store/feeds.ts'
import { knownItems, placeOf } from '../src/store/known-items.ts'
import { losable } from '../src/store/losable.ts'
import { noteRevisions } from './note-revisions.ts'
import { outcomeOf, type Poll } from './poll.ts'

export type Saved =
  | {
      readonly kind: 'saved'
      /** Pages seen for the first time. */
      readonly discovered: number
      readonly known: number
      readonly skipped: Readonly<Record<string, number>>
    }
  | { readonly kind: 'failed'; readonly error: unknown }

/** polls → items, the articles behind them, the feeds' new states, history: one transaction, no request inside it */
export async function savePolls(db: Database, polls: readonly Poll[]): Promise<Saved[]> {
  try {
    return await saveTogether(db, polls)
  } catch (error) {
    // One row that the database refuses must not cost the others: each by itself.
    return polls.length === 1
      ? [{ kind: 'failed', error }]
      : (await Promise.all(polls.map((poll) => savePolls(db, [poll])))).flat()
  }
}

async function saveTogether(db: Database, polls: readonly Poll[]): Promise<Saved[]> {
  const readings = polls.map(readingOf)
  return losable(db, async (tx) => {
    const now = new Date(Math.max(...polls.map(({ at }) => at.getTime())))
    const sightings = readings.flatMap((reading) => reading.sightings)
    const known = await knownItems(tx, sightings)
    const revised = await noteRevisions(tx, known, sightings, now)
    const unseen = sightings.filter((sighting) => !known.has(placeOf(sighting)))
    const articles = await discoverArticles(tx, unseen, now)
    const items = unseen.flatMap((sighting) => {
      const article = articles.get(sighting.canonicalUrl)
      return article ? [{ ...sighting, articleId: article.id }] : []
    })
    const itemsNew = countEach(await saveItems(tx, items, now))
    const itemsRevised = countEach(revised.map(({ feedId }) => feedId))
    await saveStates(tx, polls, ({ feed: { id } }) => ({
      itemsNew: itemsNew.get(id) ?? 0,
      itemsRevised: itemsRevised.get(id) ?? 0,
    }))
    const added = new Set([...articles].flatMap(([url, article]) => (article.added ? [url] : [])))
    return readings.map(({ sightings, seen, skipped }) => {
      // The first feed of the set that shows a page has discovered it.
      const discovered = sightings.filter(({ canonicalUrl }) => added.delete(canonicalUrl)).length
      return { kind: 'saved', discovered, known: seen + sightings.length - discovered, skipped } as const
    })
  })
}

/** What a poll brought beside what was known. */
interface Brought {
  readonly itemsNew: number
  readonly itemsRevised: number
}

async function saveStates(db: Database, polls: readonly Poll[], brought: (poll: Poll) => Brought): Promise<void> {
  const after = polls.map((poll) => ({ poll, ...memoryAfter(poll, brought(poll)) }))
  await savePolledStates(
    db,
    after.map(({ poll, memory }) => stateAfter(poll, memory, brought(poll))),
  )
  await saveHistory(
    db,
    polls.map((poll) => recordOf(poll, brought(poll).itemsNew)),
  )
  for (const { poll, adopt } of after) if (adopt !== null) await adopted(db, poll, adopt)
}

async function adopted(db: Database, { feed, at }: Poll, url: string): Promise<void> {
  const kind = await adoptAddress(db, feed.id, { url, why: 'redirect', now: at })
  await logChanges(db, [
    {
      ...{ at, actor: 'pipeline:ingest', kind: kind === 'adopted' ? 'moved' : 'stopped' },
      ...{ subject: 'feed', subjectId: feed.id, details: { from: feed.url, to: url } },
    },
  ])
}

interface Reading {
  readonly sightings: readonly Sighting[]
  /** Items that the last poll had word for word. */
  readonly seen: number
  readonly skipped: Readonly<Record<string, number>>
}

function readingOf(poll: Poll): Reading {
  if (poll.kind !== 'read') return { sightings: [], seen: 0, skipped: {} }
  const { feed, at } = poll
  const sightings = new Map<string, Sighting>()
  const skipped: Record<string, number> = {}
  for (const { key, url, title, summary, content, author, publishedAt, updatedAt } of poll.parsed.items) {
    const page = url === null ? null : unwrapped(url)
    const address = page === null ? null : canonicalUrl(page)
    if (page === null || address === null) {
      const reason = page === null ? 'no-link' : 'bad-link'
      skipped[reason] = (skipped[reason] ?? 0) + 1
      continue
    }
    sightings.set(key ?? address, {
      ...{ feedId: feed.id, sourceId: feed.sourceId, key: key ?? address, canonicalUrl: address, fetchUrl: page },
      ...{
        title,
        summary,
        content,
        author,
        publishedAt: plausibleDate(publishedAt, at),
        updatedAt: plausibleDate(updatedAt, at),
      },
    })
  }
  return { sightings: [...sightings.values()], seen: poll.seen, skipped }
}

function memoryAfter(poll: Poll, brought: Brought) {
  const polled = poll.kind === 'read' ? { ...poll, hints: poll.parsed.hints, ...brought } : poll
  return afterPoll(poll.feed.memory, polled, { feedUrl: poll.feed.url, now: poll.at })
}

function stateAfter(poll: Poll, memory: FeedMemory, { itemsNew }: Brought): PolledState {
  const { feed, at } = poll
  const read = poll.kind === 'read' ? poll.parsed : null
  return {
    ...{ id: feed.id, lastCheckedAt: at, lastOutcome: outcomeOf(poll), memory },
    nextCheckAt: nextCheck(memory, settingsFor(feed.leastMinutes), at, jitterOf(feed.url, at)),
    title: read?.title ?? feed.title,
    lastNewAt: itemsNew > 0 ? at : feed.lastNewAt,
    itemMarks: poll.kind === 'read' ? poll.marks : feed.itemMarks,
  }
}

function recordOf(poll: Poll, itemsNew: number): PollRecord {
  const failed = poll.kind === 'failed' ? poll : null
  return {
    ...{ feedId: poll.feed.id, at: poll.at, outcome: outcomeOf(poll), status: poll.status, tookMs: poll.tookMs },
    ...{ bytes: poll.wireBytes, detail: failed?.detail ?? null, challenge: failed?.challenge ?? null },
    items: poll.kind === 'read' ? poll.seen + poll.parsed.items.length : null,
    itemsNew: failed ? null : itemsNew,
  }
}

function countEach<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** 0 … 1 from the address and the hour: no random source, and feeds that were polled together part. */
function jitterOf(url: string, now: Date): number {
  const hour = Math.floor(now.getTime() / 3_600_000)
  return Number.parseInt(hash('sha256', `${url} ${hour}`, 'hex').slice(0, 8), 16) / 0xffff_ffff
}

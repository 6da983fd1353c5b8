import { createHash } from 'node:crypto'
import { canonicalUrl } from '../src/article/canonical-url.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import { failureClasses } from '../src/feed/failure-class.ts'
import { nextCheck, nextCheckSettings } from '../src/feed/next-check.ts'
import { discoverArticles, type Sighting, saveItems, unseenOf } from '../src/store/articles.ts'
import type { Database } from '../src/store/database.ts'
import {
  type PolledState,
  type PollRecord,
  type RecentPoll,
  recentPollsOf,
  saveHistory,
  savePolledStates,
} from '../src/store/feeds.ts'
import type { Poll } from './ingest.ts'

export type Saved =
  | {
      readonly kind: 'saved'
      /** Pages seen for the first time. */
      readonly discovered: number
      readonly known: number
      readonly skipped: Readonly<Record<string, number>>
    }
  | { readonly kind: 'failed'; readonly error: unknown }

const POLLS_REMEMBERED = 20

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
  return db.transaction(async (tx) => {
    const now = new Date(Math.max(...polls.map(({ at }) => at.getTime())))
    const unseen = await unseenOf(
      tx,
      readings.flatMap(({ sightings }) => sightings),
    )
    const articles = await discoverArticles(tx, unseen, now)
    const items = unseen.flatMap((sighting) => {
      const article = articles.get(sighting.canonicalUrl)
      return article ? [{ ...sighting, articleId: article.id }] : []
    })
    const itemsNew = countEach(await saveItems(tx, items, now))
    const earlier = await recentPollsOf(
      tx,
      polls.map(({ feed }) => feed.id),
      POLLS_REMEMBERED,
    )
    const newOf = ({ feed }: Poll) => itemsNew.get(feed.id) ?? 0
    await savePolledStates(
      tx,
      polls.map((poll) => stateAfter(poll, earlier.get(poll.feed.id) ?? [], newOf(poll))),
    )
    await saveHistory(
      tx,
      polls.map((poll) => recordOf(poll, newOf(poll))),
    )
    const added = new Set([...articles].flatMap(([url, article]) => (article.added ? [url] : [])))
    return readings.map(({ sightings, skipped }) => {
      // The first feed of the set that shows a page has discovered it.
      const discovered = sightings.filter(({ canonicalUrl }) => added.delete(canonicalUrl)).length
      return { kind: 'saved', discovered, known: sightings.length - discovered, skipped } as const
    })
  })
}

interface Reading {
  readonly sightings: readonly Sighting[]
  readonly skipped: Readonly<Record<string, number>>
}

function readingOf(poll: Poll): Reading {
  if (poll.kind !== 'changed') return { sightings: [], skipped: {} }
  const { feed, at } = poll
  const sightings = new Map<string, Sighting>()
  const skipped: Record<string, number> = {}
  for (const { key, url, title, summary, author, publishedAt } of poll.parsed.items) {
    const address = url === null ? null : canonicalUrl(url)
    if (url === null || address === null) {
      const reason = url === null ? 'no-link' : 'bad-link'
      skipped[reason] = (skipped[reason] ?? 0) + 1
      continue
    }
    sightings.set(key ?? address, {
      ...{ feedId: feed.id, sourceId: feed.sourceId, key: key ?? address, canonicalUrl: address, fetchUrl: url },
      ...{ title, summary, author, publishedAt: plausibleDate(publishedAt, at) },
    })
  }
  return { sightings: [...sightings.values()], skipped }
}

function stateAfter(poll: Poll, earlier: readonly RecentPoll[], itemsNew: number): PolledState {
  const { feed, at } = poll
  const { id, title, etag, lastModified, bodyHash, knownItems } = feed
  const nextCheckAt = whenNext(poll, earlier, itemsNew)
  const polled = { id, title, etag, lastModified, bodyHash, knownItems, lastCheckedAt: at, failuresInRow: 0, nextCheckAt }
  switch (poll.kind) {
    case 'unchanged':
      return { ...polled, lastOutcome: 'unchanged' }
    case 'changed':
      return {
        ...polled,
        lastOutcome: 'changed',
        title: poll.parsed.title,
        bodyHash: poll.bodyHash,
        knownItems: poll.parsed.fingerprints.join(' '),
        ...poll.validators,
      }
    case 'failed':
      return { ...polled, lastOutcome: poll.outcome, failuresInRow: feed.failuresInRow + 1 }
  }
}

function whenNext(poll: Poll, earlier: readonly RecentPoll[], itemsNew: number): Date {
  const { feed, at } = poll
  const reached = earlier.flatMap((row) => (row.itemsNew === null ? [] : [{ at: row.at, newItems: row.itemsNew }]))
  const hints = poll.kind === 'changed' ? poll.parsed.hints : { ttlMinutes: null }
  const history =
    poll.kind === 'failed'
      ? {
          polls: reached,
          failuresInRow: feed.failuresInRow + 1,
          failure: { class: failureClasses[poll.cause], retryAfterSeconds: poll.retryAfterSeconds },
        }
      : { polls: [{ at, newItems: itemsNew }, ...reached], failuresInRow: 0, failure: null }
  return nextCheck(history, hints, nextCheckSettings, at, jitterOf(feed.url, at))
}

function recordOf(poll: Poll, itemsNew: number): PollRecord {
  const poll0 = { feedId: poll.feed.id, at: poll.at }
  switch (poll.kind) {
    case 'unchanged':
      return {
        ...poll0,
        outcome: 'unchanged',
        status: poll.status,
        detail: null,
        tookMs: poll.tookMs,
        bytes: null,
        items: null,
        itemsNew: 0,
      }
    case 'changed': {
      const { status, tookMs, bytes } = poll
      return {
        ...poll0,
        outcome: 'changed',
        status,
        detail: null,
        tookMs,
        bytes,
        items: poll.parsed.itemsInAll,
        itemsNew,
      }
    }
    case 'failed':
      return {
        ...poll0,
        outcome: poll.outcome,
        status: poll.status,
        detail: poll.detail,
        tookMs: poll.tookMs,
        bytes: null,
        items: null,
        itemsNew: null,
      }
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
  return createHash('sha256').update(`${url} ${hour}`).digest().readUInt32BE(0) / 0xffff_ffff
}

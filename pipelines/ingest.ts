import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import { canonicalUrl } from '../src/article/canonical-url.ts'
import { plausibleDate } from '../src/article/plausible-date.ts'
import { unwrapped } from '../src/article/unwrapped.ts'
import { failureClasses, type PollFailure } from '../src/feed/failure-class.ts'
import { noHints } from '../src/feed/hints.ts'
import { nextCheck, nextCheckSettings, type PollHistory } from '../src/feed/next-check.ts'
import { parseFeed } from '../src/feed/parse.ts'
import type { FeedItem, ParsedFeed, PollHints } from '../src/feed/parsed.ts'
import type { Clock, Fetched, Fetcher, Log } from '../src/outside/ports.ts'
import { discoverArticles, type Sighting, saveItems } from '../src/store/articles.ts'
import type { Database } from '../src/store/database.ts'
import { countDueFeeds, type DueFeed, dueFeeds, recentPolls, saveHistory, savePolledState } from '../src/store/feeds.ts'
import { knownItems } from '../src/store/known-items.ts'
import { noteRevisions } from './note-revisions.ts'
import { type RunOptions, silent } from './progress.ts'

export interface IngestParts {
  readonly db: Database
  readonly fetcher: Fetcher
  readonly clock: Clock
  readonly log: Log
}

export interface IngestOptions extends RunOptions {
  readonly concurrency: number
  /** Polls every declared feed, due or not. */
  readonly all?: boolean
}

export interface IngestCounts {
  feeds: number
  /** Feeds whose server or body said that nothing is new. */
  unchanged: number
  /** Feeds that gave nothing readable, under their reasons. */
  failed: Record<string, number>
  /** Pages seen for the first time. */
  discovered: number
  /** Entries whose page was known already. */
  known: number
  /** Entries without a usable address. */
  skipped: Record<string, number>
}

type Body = Extract<Fetched, { kind: 'body' }>
type Failure = Extract<Fetched, { kind: 'failed' }>
type ReadFeed = Extract<ParsedFeed, { kind: 'feed' }>

const BATCH = 500
const POLLS_REMEMBERED = 20

/** due feeds → polls → entries → articles discovered */
export async function ingest(parts: IngestParts, options: IngestOptions): Promise<IngestCounts> {
  const { progress = silent, signal, all = false } = options
  const counts: IngestCounts = { feeds: 0, unchanged: 0, failed: {}, discovered: 0, known: 0, skipped: {} }
  const limit = pLimit(options.concurrency)
  const now = parts.clock.now()
  const total = await countDueFeeds(parts.db, { now, all })
  progress({ done: 0, total })
  let after: DueFeed | undefined
  while (!signal?.aborted) {
    const batch = await dueFeeds(parts.db, { now, all, limit: BATCH, after: after?.id })
    await limit.map(batch, async (feed) => {
      if (signal?.aborted) return
      await pollOne(parts, feed, counts, signal)
      counts.feeds += 1
      progress({ done: counts.feeds, total: Math.max(total, counts.feeds), note: feed.url })
    })
    after = batch.at(-1)
    if (!after) break
  }
  return counts
}

async function pollOne(parts: IngestParts, feed: DueFeed, counts: IngestCounts, signal?: AbortSignal): Promise<void> {
  const { etag, lastModified, userAgent } = feed
  const fetched = await parts.fetcher.fetch(
    { url: feed.url, wants: 'feed', validators: { etag, lastModified }, ...(userAgent === null ? {} : { userAgent }) },
    signal,
  )
  switch (fetched.kind) {
    case 'unchanged':
      return saveUnchanged(parts, feed, { tookMs: fetched.tookMs, status: 304 }, counts)
    case 'failed':
      return saveFailure(parts, feed, { ...fetched, outcome: fetched.reason, cause: fetched.reason }, counts)
    case 'body':
      return readBody(parts, feed, fetched, counts)
  }
}

async function readBody(parts: IngestParts, feed: DueFeed, body: Body, counts: IngestCounts): Promise<void> {
  const bodyHash = createHash('sha256').update(body.bytes).digest('hex')
  if (bodyHash === feed.bodyHash) return saveUnchanged(parts, feed, body, counts)
  const parsed = await parseFeed({ url: body.url, contentType: body.contentType, bytes: body.bytes })
  if (parsed.kind === 'feed') return saveFeedItems(parts, feed, { body, bodyHash, parsed }, counts)
  const detail = `not a feed: ${parsed.reason}`
  return saveFailure(
    parts,
    feed,
    { ...body, outcome: 'not-a-feed', cause: parsed.reason, detail, retryAfterSeconds: null },
    counts,
  )
}

/** Items, the articles behind them, the feed's state and its history row: one transaction, no request inside it. */
async function saveFeedItems(
  { db, clock }: IngestParts,
  feed: DueFeed,
  { body, bodyHash, parsed }: { body: Body; bodyHash: string; parsed: ReadFeed },
  counts: IngestCounts,
): Promise<void> {
  const now = clock.now()
  const { sightings, skipped } = sightingsOf(feed, parsed.items, now)
  const saved = await db.transaction(async (tx) => {
    const known = await knownItems(tx, feed.id, [...sightings.keys()])
    await noteRevisions(tx, known, sightings.values(), now)
    const unseen = [...sightings.values()].filter(({ key }) => !known.has(key))
    const articles = await discoverArticles(tx, unseen, now)
    const items = unseen.flatMap((sighting) => {
      const article = articles.get(sighting.canonicalUrl)
      return article ? [{ ...sighting, articleId: article.id }] : []
    })
    const itemsNew = await saveItems(tx, items, now)
    const nextCheckAt = await whenNext(tx, feed, {
      failuresInRow: 0,
      failure: null,
      itemsNew,
      hints: parsed.hints,
      now,
    })
    await savePolledState(tx, feed.id, {
      ...{ lastCheckedAt: now, lastOutcome: 'changed', failuresInRow: 0, nextCheckAt, title: parsed.title },
      ...{ etag: body.validators.etag, lastModified: body.validators.lastModified, bodyHash },
    })
    await saveHistory(tx, {
      ...{ feedId: feed.id, at: now, outcome: 'changed', status: body.status, detail: null, tookMs: body.tookMs },
      ...{ bytes: body.bytes.length, items: parsed.items.length, itemsNew },
    })
    return [...articles.values()].filter(({ added }) => added).length
  })
  counts.discovered += saved
  counts.known += sightings.size - saved
  add(counts.skipped, skipped)
}

function sightingsOf(feed: DueFeed, items: readonly FeedItem[], now: Date) {
  const sightings = new Map<string, Sighting>()
  const skipped: Record<string, number> = {}
  for (const { key, url, title, summary, author, publishedAt, updatedAt } of items) {
    const page = url === null ? null : unwrapped(url)
    const address = page === null ? null : canonicalUrl(page)
    if (page === null || address === null) {
      add(skipped, { [page === null ? 'no-link' : 'bad-link']: 1 })
      continue
    }
    sightings.set(key ?? address, {
      ...{ feedId: feed.id, sourceId: feed.sourceId, key: key ?? address, canonicalUrl: address, fetchUrl: page },
      ...{ title, summary, author, publishedAt: plausibleDate(publishedAt, now) },
      updatedAt: plausibleDate(updatedAt, now),
    })
  }
  return { sightings, skipped }
}

async function saveUnchanged(
  { db, clock }: IngestParts,
  feed: DueFeed,
  { tookMs, status }: { tookMs: number; status: number },
  counts: IngestCounts,
): Promise<void> {
  const now = clock.now()
  await db.transaction(async (tx) => {
    const nextCheckAt = await whenNext(tx, feed, {
      failuresInRow: 0,
      failure: null,
      itemsNew: 0,
      hints: noHints,
      now,
    })
    await savePolledState(tx, feed.id, { lastCheckedAt: now, lastOutcome: 'unchanged', failuresInRow: 0, nextCheckAt })
    await saveHistory(tx, {
      ...{ feedId: feed.id, at: now, outcome: 'unchanged', status, detail: null, tookMs },
      ...{ bytes: null, items: null, itemsNew: 0 },
    })
  })
  counts.unchanged += 1
}

type Unreadable = Pick<Failure, 'status' | 'detail' | 'retryAfterSeconds' | 'tookMs'> & {
  readonly outcome: Failure['reason'] | 'not-a-feed'
  readonly cause: PollFailure
}

async function saveFailure(
  { db, clock, log }: IngestParts,
  feed: DueFeed,
  { outcome, cause, status, detail, retryAfterSeconds, tookMs }: Unreadable,
  counts: IngestCounts,
): Promise<void> {
  const now = clock.now()
  log.warn({ feed: feed.url, source: feed.sourceId, reason: outcome, status, detail }, 'feed failed')
  const failuresInRow = feed.failuresInRow + 1
  const failure = { class: failureClasses[cause], retryAfterSeconds }
  await db.transaction(async (tx) => {
    const nextCheckAt = await whenNext(tx, feed, {
      failuresInRow,
      failure,
      itemsNew: 0,
      hints: noHints,
      now,
    })
    await savePolledState(tx, feed.id, { lastCheckedAt: now, lastOutcome: outcome, failuresInRow, nextCheckAt })
    await saveHistory(tx, {
      ...{ feedId: feed.id, at: now, outcome, status, detail, tookMs },
      ...{ bytes: null, items: null, itemsNew: null },
    })
  })
  add(counts.failed, { [outcome]: 1 })
}

interface ThisPoll extends Pick<PollHistory, 'failuresInRow' | 'failure'> {
  readonly itemsNew: number
  readonly hints: PollHints
  readonly now: Date
}

async function whenNext(db: Database, feed: DueFeed, poll: ThisPoll): Promise<Date> {
  const { failuresInRow, failure, itemsNew, hints, now } = poll
  const earlier = await recentPolls(db, feed.id, POLLS_REMEMBERED)
  const reached = earlier.flatMap((row) => (row.itemsNew === null ? [] : [{ at: row.at, newItems: row.itemsNew }]))
  const polls = failure === null ? [{ at: now, newItems: itemsNew }, ...reached] : reached
  return nextCheck({ polls, failuresInRow, failure }, hints, nextCheckSettings, now, jitterOf(feed.url, now))
}

/** 0 … 1 from the address and the hour: no random source, and feeds that were polled together part. */
function jitterOf(url: string, now: Date): number {
  const hour = Math.floor(now.getTime() / 3_600_000)
  return createHash('sha256').update(`${url} ${hour}`).digest().readUInt32BE(0) / 0xffff_ffff
}

function add(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [reason, count] of Object.entries(more)) counts[reason] = (counts[reason] ?? 0) + count
}

import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { SourceId } from '../source/source.ts'
import type { Database } from './database.ts'
import type { FeedId } from './ids.ts'
import { feed, fetchHistory, source } from './schema.ts'

/** What a poll needs to know of a feed. */
export interface DueFeed {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string | null
  readonly failuresInRow: number
  readonly userAgent: string | null
}

export interface DueQuery {
  readonly now: Date
  /** Every declared feed, whatever its schedule says. */
  readonly all: boolean
  readonly limit: number
  /** Feeds after this id: how a caller pages when `all` keeps them due. */
  readonly after?: FeedId | undefined
}

/** Declared feeds whose time has come, in the order of their ids. */
export async function dueFeeds(db: Database, { now, all, limit, after }: DueQuery): Promise<DueFeed[]> {
  return db
    .select({
      id: feed.id,
      sourceId: feed.sourceId,
      url: feed.url,
      etag: feed.etag,
      lastModified: feed.lastModified,
      bodyHash: feed.bodyHash,
      failuresInRow: feed.failuresInRow,
      userAgent: source.userAgent,
    })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(and(isDue({ now, all }), after === undefined ? undefined : sql`${feed.id} > ${after}`))
    .orderBy(asc(feed.id))
    .limit(limit)
}

/** How many feeds a run will poll: for progress. */
export async function countDueFeeds(db: Database, query: Pick<DueQuery, 'now' | 'all'>): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(isDue(query))
  return row?.count ?? 0
}

const isDue = ({ now, all }: Pick<DueQuery, 'now' | 'all'>) =>
  and(feed.declared, source.declared, all ? undefined : lte(feed.nextCheckAt, now))

/** The counts of new items in the feed's last polls, newest first: what its own rate is computed from. */
export async function recentPolls(db: Database, id: FeedId, limit: number) {
  return db
    .select({ at: fetchHistory.at, outcome: fetchHistory.outcome, itemsNew: fetchHistory.itemsNew })
    .from(fetchHistory)
    .where(eq(fetchHistory.feedId, id))
    .orderBy(sql`${fetchHistory.at} desc`)
    .limit(limit)
}

export interface PollRecord {
  readonly feedId: FeedId
  readonly at: Date
  readonly outcome: string
  readonly status: number | null
  readonly detail: string | null
  readonly bytes: number | null
  readonly tookMs: number
  readonly items: number | null
  readonly itemsNew: number | null
}

/** One row of history. Two polls of one feed in one millisecond are one poll. */
export async function saveHistory(db: Database, record: PollRecord): Promise<void> {
  await db
    .insert(fetchHistory)
    .values({ ...record, tookMs: Math.round(record.tookMs) })
    .onConflictDoNothing()
}

export interface PolledState {
  readonly lastCheckedAt: Date
  readonly lastOutcome: string
  readonly failuresInRow: number
  readonly nextCheckAt: Date
  readonly title?: string | null
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly bodyHash?: string
}

export async function savePolledState(db: Database, id: FeedId, state: PolledState): Promise<void> {
  await db.update(feed).set(state).where(eq(feed.id, id))
}

/** The soonest moment at which a declared feed is due; null when none is declared. */
export async function nextDueAt(db: Database): Promise<Date | null> {
  const [row] = await db
    .select({ at: feed.nextCheckAt })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(and(feed.declared, source.declared))
    .orderBy(asc(feed.nextCheckAt))
    .limit(1)
  return row?.at ?? null
}

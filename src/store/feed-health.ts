import { and, asc, eq, not, or, sql } from 'drizzle-orm'
import type { FeedFacts, Normal } from '../feed/health.ts'
import type { SourceId } from '../source/source.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { sourceIsPaused } from './due-hosts.ts'
import { memoryOf } from './feeds.ts'
import type { FeedId } from './ids.ts'
import type { Pause } from './pauses.ts'
import { type AdoptedWhy, feed, fetchHistory, source, sourcePause } from './schema.ts'

/** One feed as operators see it. */
export interface FeedRow {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly home: string
  /** Where it is asked. */
  readonly url: string
  readonly declaredUrl: string
  readonly userAgent: string | null
  readonly lastOutcome: string | null
  readonly lastCheckedAt: Date | null
  readonly nextCheckAt: Date
  readonly leastMinutes: number | null
  /** How the address was come by, where it is not the declared one. */
  readonly adoptedWhy: AdoptedWhy | null
  /** The declared address is a guess. */
  readonly unverified: boolean
  /** Of its source. */
  readonly pause: Pause | null
  readonly facts: FeedFacts
}

export interface FeedChoice {
  readonly source?: string | undefined
  /** An id, or an address as declared or adopted. */
  readonly feed?: string | undefined
}

const DAYS_COUNTED = 7
const POLLS_TIMED = 10

/** Declared feeds with what their health is judged by, by source and address. */
export async function readFeeds(db: Database, choice: FeedChoice, now: Date): Promise<FeedRow[]> {
  const rows = await db
    .select({ feed, source, pause: sourcePause, took: medianTook, counted: countedOf(now) })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .leftJoin(sourcePause, eq(sourcePause.sourceId, source.id))
    .where(
      and(
        feed.declared,
        source.declared,
        choice.source === undefined ? undefined : sql`${source.id} = ${choice.source}`,
        choice.feed === undefined ? undefined : isFeed(choice.feed),
      ),
    )
    .orderBy(asc(feed.sourceId), asc(feed.url))
  return rows.map((row) => feedRow(row))
}

const isFeed = (name: string) =>
  or(eq(feed.url, name), eq(feed.adoptedUrl, name), /^\d{1,18}$/.test(name) ? sql`${feed.id} = ${name}` : undefined)

const medianTook = sql<number | null>`(
  select percentile_cont(0.5) within group (order by took_ms) from (
    select took_ms from ${fetchHistory} where feed_id = ${feed.id} and items_new is not null order by at desc limit ${POLLS_TIMED}
  ) as last)`

/**
 * New items of all the source's feeds over the last days, and since when they were counted. A feed's first reading brings what had
 * gathered before anybody asked, and is none of a day's. Wants `source`.
 */
const countedOf = (now: Date) => sql<{ items: number; days: number }>`(
  select json_build_object('items', coalesce(sum(poll.items_new) filter (where poll.at > begun.at), 0),
    'days', coalesce(extract(epoch from ${now}::timestamptz - min(poll.at)) / 86400, 0))
  from ${feed} as own
    cross join lateral (select min(at) as at from ${fetchHistory} where feed_id = own.id and items_new is not null) as begun
    join ${fetchHistory} as poll on poll.feed_id = own.id
  where own.source_id = source.id and poll.at > ${now}::timestamptz - make_interval(days => ${DAYS_COUNTED}))`

interface Selected {
  readonly feed: typeof feed.$inferSelect
  readonly source: typeof source.$inferSelect
  readonly pause: Pause | null
  readonly took: number | null
  readonly counted: { readonly items: number; readonly days: number }
}

function feedRow({ feed: row, source: outlet, pause, took, counted }: Selected): FeedRow {
  const { failing, redirects } = memoryOf(row)
  return {
    ...{ id: row.id, sourceId: row.sourceId, home: outlet.home, url: row.adoptedUrl ?? row.url, declaredUrl: row.url },
    ...{ userAgent: outlet.userAgent, lastOutcome: row.lastOutcome, lastCheckedAt: row.lastCheckedAt },
    ...{ nextCheckAt: row.nextCheckAt, leastMinutes: row.leastMinutes },
    ...{ adoptedWhy: row.adoptedWhy, unverified: row.unverified, pause },
    facts: {
      ...{ failing, redirects, stoppedWhy: row.stoppedWhy, lastNewAt: row.lastNewAt, since: row.createdAt },
      ...{ medianTookMs: took, source: counted },
      normal: normalOf(outlet),
    },
  }
}

type Outlet = Pick<typeof source.$inferSelect, 'leastItemsADay' | 'mostItemsADay' | 'learnedLeast' | 'learnedMost'>

export interface SourcePace {
  readonly id: SourceId
  readonly normal: Normal
  readonly counted: FeedFacts['source']
}

/** Polled sources of which it is known what is normal, with what they brought of late. */
export async function readPaces(db: Database, now: Date): Promise<SourcePace[]> {
  const rows = await db
    .select({ source, counted: countedOf(now) })
    .from(source)
    .where(
      and(
        source.declared,
        not(sourceIsPaused),
        sql`coalesce(${source.leastItemsADay}, ${source.learnedLeast}) is not null`,
      ),
    )
    .orderBy(asc(source.id))
  return rows.flatMap(({ source: row, counted }) => {
    const normal = normalOf(row)
    return normal === null ? [] : [{ id: row.id, normal, counted }]
  })
}

/** What the file states goes before what was learned. */
export function normalOf(outlet: Outlet): Normal | null {
  const { leastItemsADay, mostItemsADay, learnedLeast, learnedMost } = outlet
  if (leastItemsADay !== null && mostItemsADay !== null) return { least: leastItemsADay, most: mostItemsADay }
  return learnedLeast === null || learnedMost === null
    ? null
    : { least: learnedLeast, most: learnedMost, learned: true }
}

export interface PollShown {
  readonly at: string
  readonly outcome: string
  readonly status: number | null
  readonly detail: string | null
  readonly challenge: string | null
  readonly bytes: number | null
  readonly tookMs: number
  readonly items: number | null
  readonly itemsNew: number | null
}

/** A feed's last polls, the newest first. */
export async function lastPolls(db: Database, id: FeedId, limit = 50): Promise<PollShown[]> {
  const { at, outcome, status, detail, challenge, bytes, tookMs, items, itemsNew } = fetchHistory
  const rows = await db
    .select({ at, outcome, status, detail, challenge, bytes, tookMs, items, itemsNew })
    .from(fetchHistory)
    .where(eq(fetchHistory.feedId, id))
    .orderBy(sql`${at} desc`)
    .limit(limit)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** An operator's word on a feed, with its entry in the log. */
export type FeedDecision =
  | { readonly kind: 'stop'; readonly why: string }
  | { readonly kind: 'slow-down'; readonly leastMinutes: number }

export async function decideFeed(
  db: Database,
  id: FeedId,
  decision: FeedDecision,
  { actor, now }: { actor: string; now: Date },
): Promise<void> {
  const set =
    decision.kind === 'stop' ? { stoppedAt: now, stoppedWhy: decision.why } : { leastMinutes: decision.leastMinutes }
  await db.transaction(async (tx) => {
    await tx.update(feed).set(set).where(eq(feed.id, id))
    await logChanges(tx, [{ at: now, actor, kind: decision.kind, subject: 'feed', subjectId: id, details: { ...set } }])
  })
}

/** Addresses at which some feed is asked already, of those named. */
export async function askedAlready(db: Database, urls: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.execute<{ url: string }>(
    sql`select distinct coalesce(adopted_url, url) as url from ${feed}
      where declared and stopped_at is null and coalesce(adopted_url, url) = any(${sql.param([...urls])}::text[])`,
  )
  return new Set(rows.map(({ url }) => url))
}

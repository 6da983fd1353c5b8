import { and, asc, eq, sql } from 'drizzle-orm'
import type { Host } from '../feed/host.ts'
import type { SourceId } from '../source/source.ts'
import type { Database } from './database.ts'
import { feedIsDue } from './due-hosts.ts'
import { type FeedId, feedId } from './ids.ts'
import { rowsAs } from './rows-as.ts'
import { feed, fetchHistory, source } from './schema.ts'

/** What a poll needs to know of a feed. */
export interface DueFeed {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly url: string
  readonly host: Host
  readonly title: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string | null
  /** Fingerprints of the items that the last poll saw, separated by spaces. */
  readonly knownItems: string
  readonly failuresInRow: number
  readonly nextCheckAt: Date
  readonly userAgent: string | null
}

const dueFeedColumns = {
  id: feed.id,
  sourceId: feed.sourceId,
  url: feed.url,
  host: feed.host,
  title: feed.title,
  etag: feed.etag,
  lastModified: feed.lastModified,
  bodyHash: feed.bodyHash,
  knownItems: feed.knownItems,
  failuresInRow: feed.failuresInRow,
  nextCheckAt: feed.nextCheckAt,
  userAgent: source.userAgent,
}

/** Declared feeds of these hosts whose time has come, by host; the longest waiting first. */
export async function dueFeedsOf(db: Database, hosts: readonly Host[], now: Date): Promise<Map<Host, DueFeed[]>> {
  const rows = await db
    .select(dueFeedColumns)
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(and(sql`${feed.host} = any(${sql.param([...hosts])}::text[])`, feedIsDue(now)))
    .orderBy(asc(feed.nextCheckAt), asc(feed.id))
  const byHost = new Map<Host, DueFeed[]>(hosts.map((host) => [host, []]))
  for (const row of rows) byHost.get(row.host)?.push(row)
  return byHost
}

/** How many feeds are due: for progress. */
export async function countDueFeeds(db: Database, now: Date): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(feedIsDue(now))
  return row?.count ?? 0
}

/** Makes every declared feed due. */
export async function makeAllFeedsDue(db: Database, now: Date): Promise<void> {
  await db
    .update(feed)
    .set({ nextCheckAt: now })
    .where(and(feed.declared, sql`${feed.nextCheckAt} > ${now}`))
}

export interface RecentPoll {
  readonly at: Date
  readonly itemsNew: number | null
}

/** The last `limit` polls of each feed, newest first: what a feed's own rate is computed from. */
export async function recentPollsOf(
  db: Database,
  ids: readonly FeedId[],
  limit: number,
): Promise<Map<FeedId, RecentPoll[]>> {
  const { rows } = await db.execute<{ id: string; at: Date; itemsNew: number | null }>(
    sql`select asked.id::text, polls.at, polls.items_new as "itemsNew"
      from ${rowsAs('asked', ids, { id: ['bigint', (id) => id] })}
      cross join lateral (
        select at, items_new from ${fetchHistory} where feed_id = asked.id order by at desc limit ${limit}
      ) as polls order by polls.at desc`,
  )
  const polls = new Map<FeedId, RecentPoll[]>(ids.map((id) => [id, []]))
  for (const { id, at, itemsNew } of rows) polls.get(feedId(id))?.push({ at: new Date(at), itemsNew })
  return polls
}

/** What a poll left behind: the feed's new state. */
export interface PolledState {
  readonly id: FeedId
  readonly lastCheckedAt: Date
  readonly lastOutcome: string
  readonly failuresInRow: number
  readonly nextCheckAt: Date
  readonly title: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string | null
  readonly knownItems: string
}

export async function savePolledStates(db: Database, states: readonly PolledState[]): Promise<void> {
  const polled = rowsAs('polled', states, {
    id: ['bigint', ({ id }) => id],
    last_checked_at: ['timestamptz', ({ lastCheckedAt }) => lastCheckedAt],
    last_outcome: ['text', ({ lastOutcome }) => lastOutcome],
    failures_in_row: ['int', ({ failuresInRow }) => failuresInRow],
    next_check_at: ['timestamptz', ({ nextCheckAt }) => nextCheckAt],
    title: ['text', ({ title }) => title],
    etag: ['text', ({ etag }) => etag],
    last_modified: ['text', ({ lastModified }) => lastModified],
    body_hash: ['text', ({ bodyHash }) => bodyHash],
    known_items: ['text', ({ knownItems }) => knownItems],
  })
  await db.execute(sql`update ${feed} set
      last_checked_at = polled.last_checked_at, last_outcome = polled.last_outcome, failures_in_row = polled.failures_in_row,
      next_check_at = polled.next_check_at, title = polled.title, etag = polled.etag, last_modified = polled.last_modified,
      body_hash = polled.body_hash, known_items = polled.known_items
    from ${polled} where feed.id = polled.id`)
}

/** One row of fetch history. */
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

/** Two polls of one feed in one millisecond are one poll. */
export async function saveHistory(db: Database, records: readonly PollRecord[]): Promise<void> {
  const polls = rowsAs('poll', records, {
    feed_id: ['bigint', (record) => record.feedId],
    at: ['timestamptz', ({ at }) => at],
    outcome: ['text', ({ outcome }) => outcome],
    status: ['int', ({ status }) => status],
    detail: ['text', ({ detail }) => detail],
    bytes: ['int', ({ bytes }) => bytes],
    took_ms: ['int', ({ tookMs }) => Math.round(tookMs)],
    items: ['int', ({ items }) => items],
    items_new: ['int', ({ itemsNew }) => itemsNew],
  })
  await db.execute(sql`insert into ${fetchHistory} (feed_id, at, outcome, status, detail, bytes, took_ms, items, items_new)
    select * from ${polls} on conflict do nothing`)
}

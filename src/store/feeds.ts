import { and, asc, eq, sql } from 'drizzle-orm'
import type { Challenge } from '../feed/challenge.ts'
import type { FeedMemory } from '../feed/feed-memory.ts'
import { type Host, hostOf } from '../feed/host.ts'
import type { SourceId } from '../source/source.ts'
import type { Database } from './database.ts'
import { feedIsDue } from './due-hosts.ts'
import type { FeedId } from './ids.ts'
import { type ColumnOf, rowsAs } from './rows-as.ts'
import { type AdoptedWhy, feed, fetchHistory, source } from './schema.ts'

/** What a poll needs to know of a feed. */
export interface DueFeed {
  readonly id: FeedId
  readonly sourceId: SourceId
  /** Where it is asked: the adopted address, else the declared one. */
  readonly url: string
  readonly host: Host
  readonly title: string | null
  /** Marks of the items that the last poll saw, separated by spaces. */
  readonly itemMarks: string
  readonly nextCheckAt: Date
  readonly lastNewAt: Date | null
  /** An operator's word: no more often than this. */
  readonly leastMinutes: number | null
  readonly userAgent: string | null
  /** The front page of its outlet. */
  readonly home: string
  /** Its address is a guess, for which the outlet has not been searched yet. */
  readonly isGuess: boolean
  readonly memory: FeedMemory
}

const memoryColumns = {
  ...{ etag: feed.etag, lastModified: feed.lastModified, bodyHash: feed.bodyHash, etagLies: feed.etagLies },
  ...{ lastModifiedLies: feed.lastModifiedLies, redirectUrl: feed.redirectUrl, redirectsInRow: feed.redirectsInRow },
  ...{ rateItems: feed.rateItems, rateHours: feed.rateHours, hints: feed.hints, maxAgeSeconds: feed.maxAgeSeconds },
  ...{ polls: feed.polls, reachedAt: feed.reachedAt, failingClass: feed.failingClass, failingSince: feed.failingSince },
  ...{ failuresInRow: feed.failuresInRow, retryAfterSeconds: feed.retryAfterSeconds },
}

const dueColumns = {
  ...{ id: feed.id, sourceId: feed.sourceId, url: feed.url, adoptedUrl: feed.adoptedUrl, host: feed.host },
  ...{ title: feed.title, itemMarks: feed.itemMarks, nextCheckAt: feed.nextCheckAt, lastNewAt: feed.lastNewAt },
  ...{ leastMinutes: feed.leastMinutes, userAgent: source.userAgent, home: source.home },
  isGuess: sql<boolean>`${feed.unverified} and ${feed.adoptedUrl} is null and ${feed.soughtAt} is null and ${feed.reachedAt} is null`,
}

/** Declared feeds of these hosts whose time has come, by host; the longest waiting first. */
export async function dueFeedsOf(db: Database, hosts: readonly Host[], now: Date): Promise<Map<Host, DueFeed[]>> {
  const rows = await db
    .select({ ...dueColumns, ...memoryColumns })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(and(sql`${feed.host} = any(${sql.param([...hosts])}::text[])`, feedIsDue(now)))
    .orderBy(asc(feed.nextCheckAt), asc(feed.id))
  const byHost = new Map<Host, DueFeed[]>(hosts.map((host) => [host, []]))
  for (const row of rows) byHost.get(row.host)?.push(dueFeed(row))
  return byHost
}

type MemoryRow = Pick<typeof feed.$inferSelect, keyof typeof memoryColumns>
type DueRow = MemoryRow &
  Pick<typeof feed.$inferSelect, Exclude<keyof typeof dueColumns, 'userAgent' | 'home' | 'isGuess'>> &
  Pick<DueFeed, 'userAgent' | 'home' | 'isGuess'>

function dueFeed(row: DueRow): DueFeed {
  const { id, sourceId, url, adoptedUrl, host, title, itemMarks, nextCheckAt, lastNewAt, leastMinutes, userAgent } = row
  const { home, isGuess } = row
  const address = adoptedUrl ?? url
  return {
    ...{ id, sourceId, url: address, host, title, itemMarks, nextCheckAt, lastNewAt, leastMinutes, userAgent },
    ...{ home, isGuess },
    memory: memoryOf(row),
  }
}

export function memoryOf(row: MemoryRow): FeedMemory {
  const { etag, lastModified, bodyHash, etagLies, lastModifiedLies, hints, maxAgeSeconds, polls, reachedAt } = row
  const { failingClass, failingSince, failuresInRow, retryAfterSeconds } = row
  return {
    validators: { etag, lastModified, bodyHash, etagLies, lastModifiedLies },
    redirects: { url: row.redirectUrl, inRow: row.redirectsInRow },
    rate: { items: row.rateItems, hours: row.rateHours },
    ...{ hints, maxAgeSeconds, polls, reachedAt },
    failing:
      failingClass === null || failingSince === null
        ? null
        : { class: failingClass, inRow: failuresInRow, since: failingSince, retryAfterSeconds },
  }
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

/** What a poll left behind: the feed's new state. */
export interface PolledState {
  readonly id: FeedId
  readonly lastCheckedAt: Date
  readonly lastOutcome: string
  readonly nextCheckAt: Date
  readonly title: string | null
  readonly itemMarks: string
  readonly lastNewAt: Date | null
  readonly memory: FeedMemory
}

export async function savePolledStates(db: Database, states: readonly PolledState[]): Promise<void> {
  const columns: Record<string, ColumnOf<PolledState>> = {
    id: ['bigint', ({ id }) => id],
    last_checked_at: ['timestamptz', ({ lastCheckedAt }) => lastCheckedAt],
    last_outcome: ['text', ({ lastOutcome }) => lastOutcome],
    next_check_at: ['timestamptz', ({ nextCheckAt }) => nextCheckAt],
    title: ['text', ({ title }) => title],
    item_marks: ['text', ({ itemMarks }) => itemMarks],
    last_new_at: ['timestamptz', ({ lastNewAt }) => lastNewAt],
    etag: ['text', ({ memory }) => memory.validators.etag],
    last_modified: ['text', ({ memory }) => memory.validators.lastModified],
    body_hash: ['text', ({ memory }) => memory.validators.bodyHash],
    etag_lies: ['boolean', ({ memory }) => memory.validators.etagLies],
    last_modified_lies: ['boolean', ({ memory }) => memory.validators.lastModifiedLies],
    redirect_url: ['text', ({ memory }) => memory.redirects.url],
    redirects_in_row: ['int', ({ memory }) => memory.redirects.inRow],
    polls: ['int', ({ memory }) => memory.polls],
    reached_at: ['timestamptz', ({ memory }) => memory.reachedAt],
    rate_items: ['float8', ({ memory }) => memory.rate.items],
    rate_hours: ['float8', ({ memory }) => memory.rate.hours],
    hints: ['jsonb', ({ memory }) => JSON.stringify(memory.hints)],
    max_age_seconds: ['int', ({ memory }) => memory.maxAgeSeconds],
    failing_class: ['text', ({ memory }) => memory.failing?.class ?? null],
    failures_in_row: ['int', ({ memory }) => memory.failing?.inRow ?? 0],
    failing_since: ['timestamptz', ({ memory }) => memory.failing?.since ?? null],
    retry_after_seconds: ['int', ({ memory }) => memory.failing?.retryAfterSeconds ?? null],
  }
  const set = Object.keys(columns).filter((name) => name !== 'id')
  const assignments = set.map((name) => sql`${sql.identifier(name)} = polled.${sql.identifier(name)}`)
  await db.execute(
    sql`update ${feed} set ${sql.join(assignments, sql`, `)} from ${rowsAs('polled', states, columns)} where feed.id = polled.id`,
  )
}

/**
 * Where a feed was redirected for good, or where its outlet's home page names it, becomes its address; a found one is asked at once. Where
 * another feed is asked there already, this one is stopped as its duplicate instead: one document is polled once.
 */
export async function adoptAddress(
  db: Database,
  id: FeedId,
  { url, why, now }: { readonly url: string; readonly why: AdoptedWhy; readonly now: Date },
): Promise<'adopted' | 'duplicate'> {
  const twin = sql`exists (select from feed as other where coalesce(other.adopted_url, other.url) = ${url}
    and other.id <> ${id} and other.declared and other.stopped_at is null)`
  // Its failures were those of the other address.
  const afresh = sql`next_check_at = ${now}::timestamptz, failing_class = null, failing_since = null, failures_in_row = 0, retry_after_seconds = null`
  const { rows } = await db.execute<{ stopped: boolean }>(
    sql`update ${feed} set adopted_url = ${url}, adopted_why = ${why}, host = ${hostOf(url)}, ${why === 'home-page' ? sql`${afresh},` : sql``}
        stopped_at = case when ${twin} then ${now}::timestamptz end, stopped_why = case when ${twin} then 'duplicate' end
      where id = ${id} returning stopped_at is not null as stopped`,
  )
  return rows[0]?.stopped ? 'duplicate' : 'adopted'
}

/** Notes that the outlet's site was searched for the feed that this one's guessed address meant. */
export async function noteSought(db: Database, id: FeedId, now: Date): Promise<void> {
  await db.update(feed).set({ soughtAt: now }).where(eq(feed.id, id))
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
  readonly challenge: Challenge | null
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
    challenge: ['text', ({ challenge }) => challenge],
  })
  await db.execute(sql`insert into ${fetchHistory} (feed_id, at, outcome, status, detail, bytes, took_ms, items, items_new, challenge)
    select * from ${polls} on conflict do nothing`)
}

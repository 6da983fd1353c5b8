import { and, eq, isNull, lte, not, sql } from 'drizzle-orm'
import type { Host } from '../feed/host.ts'
import type { Database } from './database.ts'
import { article, feed, source, sourcePause } from './schema.ts'

/** What a visit to a host can be about. */
export interface Errands {
  readonly feeds: boolean
  readonly pages: boolean
}

/** Hosts with a feed or a page whose time has come, the longest waiting first. */
export async function dueHosts(db: Database, errands: Errands, now: Date): Promise<Host[]> {
  const due = [...(errands.feeds ? [dueFeeds(now)] : []), ...(errands.pages ? duePages(now) : [])]
  if (due.length === 0) return []
  const { rows } = await db.execute<{ host: Host }>(
    sql`select host from (${sql.join(due, sql` union all `)}) as due group by host order by min(since), host`,
  )
  return rows.map(({ host }) => host)
}

const dueFeeds = (now: Date) =>
  sql`select ${feed.host} as host, ${feed.nextCheckAt} as since from ${feed} join ${source} on ${source.id} = ${feed.sourceId}
    where ${feedIsDue(now)}`

const duePages = (now: Date) => [
  sql`select ${article.fetchHost} as host, ${article.nextAttemptAt} as since from ${article} where ${pageIsDue(now)}`,
  sql`select ${article.fetchHost} as host, ${article.recheckAt} as since from ${article} where ${recheckIsDue(now)}`,
]

/** When the next feed is due, be it past; null where none is declared or all are stopped. */
export async function nextFeedDueAt(db: Database): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<Date | null>`min(${feed.nextCheckAt})`.mapWith(feed.nextCheckAt) })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(feedIsPolled)
  return row?.at ?? null
}

/** A source that an operator has paused; wants `source`. */
export const sourceIsPaused = sql<boolean>`exists (select from ${sourcePause} where ${sourcePause.sourceId} = ${source.id})`

/** A declared feed that nobody stopped, of a source that nobody paused; wants `feed` joined with `source`. */
const feedIsPolled = and(feed.declared, source.declared, isNull(feed.stoppedAt), not(sourceIsPaused))

/** One whose time has come. */
export const feedIsDue = (now: Date) => and(feedIsPolled, lte(feed.nextCheckAt, now))

/** A page that is still to be fetched. */
export const pageIsDue = (now: Date) => and(sql`${article.state} = 'discovered'`, lte(article.nextAttemptAt, now))

/** An article whose page is to be looked at again. */
export const recheckIsDue = (now: Date) => and(sql`${article.state} = 'extracted'`, lte(article.recheckAt, now))

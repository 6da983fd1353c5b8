import { and, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { feedIsDue, pageIsDue } from './due-hosts.ts'
import { article, feed, source } from './schema.ts'

/** What is due and not done, and since when: the lag behind the schedule as it stands now. */
export interface Lateness {
  readonly feedsDue: number
  readonly oldestFeedSeconds: number
  readonly pagesDue: number
  readonly oldestPageSeconds: number
}

export async function readLateness(db: Database, now: Date): Promise<Lateness> {
  const [feeds] = await db
    .select({ due: sql<number>`count(*)::int`, oldest: secondsSince(now, sql`min(${feed.nextCheckAt})`) })
    .from(feed)
    .innerJoin(source, sql`${source.id} = ${feed.sourceId}`)
    .where(feedIsDue(now))
  const [pages] = await db
    .select({ due: sql<number>`count(*)::int`, oldest: secondsSince(now, sql`min(${article.nextAttemptAt})`) })
    .from(article)
    .where(and(pageIsDue(now)))
  return {
    ...{ feedsDue: feeds?.due ?? 0, oldestFeedSeconds: feeds?.oldest ?? 0 },
    ...{ pagesDue: pages?.due ?? 0, oldestPageSeconds: pages?.oldest ?? 0 },
  }
}

const secondsSince = (now: Date, moment: ReturnType<typeof sql>) =>
  sql<number>`coalesce(extract(epoch from ${now}::timestamptz - ${moment}), 0)::float8`

import { and, asc, isNull, or, sql } from 'drizzle-orm'
import type { DayCount, Expectation } from '../feed/expectation.ts'
import type { SourceId } from '../source/source.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import type { Deed } from './ratings.ts'
import { rowsAs } from './rows-as.ts'
import { feed, fetchHistory, source } from './schema.ts'

export interface Learner {
  readonly id: SourceId
  /** What was learned before. */
  readonly before: { readonly least: number; readonly most: number } | null
}

/** Declared sources of which nothing was learned since `before`, after `after`. */
export async function sourcesToLearn(
  db: Database,
  { before, after, limit }: { before: Date; after?: SourceId | undefined; limit: number },
): Promise<Learner[]> {
  const { id, learnedLeast: least, learnedMost: most, learnedAt } = source
  const rows = await db
    .select({ id, least, most })
    .from(source)
    .where(
      and(
        source.declared,
        or(isNull(learnedAt), sql`${learnedAt} < ${before}`),
        after === undefined ? undefined : sql`${id} > ${after}`,
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => ({
    id: row.id,
    before: row.least === null || row.most === null ? null : { least: row.least, most: row.most },
  }))
}

/**
 * New items of all feeds of each source by day (UTC), of whole days only: not the day on which it was first read, nor today. What had
 * gathered before a feed's first reading is none of a day's.
 */
export async function itemsByDay(
  db: Database,
  ids: readonly SourceId[],
  { since, now }: { since: Date; now: Date },
): Promise<Map<SourceId, DayCount[]>> {
  const { rows } = await db.execute<{ id: SourceId; day: string; items: number }>(sql`
    with begun as (
      select own.id, own.source_id, poll.at from ${feed} as own
        cross join lateral (select min(at) as at from ${fetchHistory} where feed_id = own.id and items_new is not null) as poll
      where own.source_id = any(${sql.param([...ids])}::text[])
    ), first as (select source_id, min(at) as at from begun group by source_id)
    select begun.source_id as id, to_char(poll.at at time zone 'UTC', 'YYYY-MM-DD') as day,
      coalesce(sum(poll.items_new) filter (where poll.at > begun.at), 0)::int as items
    from begun join first using (source_id)
      join ${fetchHistory} as poll on poll.feed_id = begun.id and poll.items_new is not null
    where poll.at >= ${since} and poll.at < date_trunc('day', ${now}::timestamptz, 'UTC')
      and poll.at >= date_trunc('day', first.at, 'UTC') + interval '1 day'
    group by 1, 2 order by 1, 2`)
  const bySource = new Map<SourceId, DayCount[]>()
  for (const { id, day, items } of rows) {
    const counts = bySource.get(id)
    if (counts) counts.push({ day, items })
    else bySource.set(id, [{ day, items }])
  }
  return bySource
}

/** States what was learned, with its entries in the log. */
export async function saveExpectations(
  db: Database,
  learned: readonly (Expectation & { readonly id: SourceId })[],
  { actor, now }: Deed,
): Promise<void> {
  if (learned.length === 0) return
  await db.transaction(async (tx) => {
    await tx.execute(sql`update ${source} set learned_least = learned.least, learned_most = learned.most,
      learned_days = learned.days, learned_at = ${now}
      from ${rowsAs('learned', learned, {
        id: ['text', (row) => row.id],
        least: ['float8', (row) => row.least],
        most: ['float8', (row) => row.most],
        days: ['int', (row) => row.days],
      })} where source.id = learned.id`)
    await logChanges(
      tx,
      learned.map(({ id, least, most, days }) => ({
        ...{ at: now, actor, kind: 'learned', subject: 'source', subjectId: id, details: { least, most, days } },
      })),
    )
  })
}

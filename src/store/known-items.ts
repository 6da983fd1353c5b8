import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { LookedAt, ShownItem } from '../article/recheck.ts'
import type { Sighting } from './articles.ts'
import type { Database } from './database.ts'
import { rowsAs } from './rows-as.ts'
import { article, item } from './schema.ts'

/** One entry's place among those of all feeds. */
export const placeOf = ({ feedId, key }: Pick<Sighting, 'feedId' | 'key'>): string => `${feedId} ${key}`

/** Which of these entries their feeds have shown before, by place, and what they were then. */
export async function knownItems(db: Database, sightings: readonly Sighting[]): Promise<Map<string, ShownItem>> {
  if (sightings.length === 0) return new Map()
  const asked = rowsAs('asked', sightings, {
    feed_id: ['bigint', ({ feedId }) => feedId],
    key: ['text', ({ key }) => key],
  })
  const rows = await db
    .select({ feedId: item.feedId, key: item.key, title: item.title, updatedAt: item.updatedAt })
    .from(item)
    .innerJoin(asked, sql`${item.feedId} = asked.feed_id and ${item.key} = asked.key`)
  return new Map(rows.map((row) => [placeOf(row), { title: row.title, updatedAt: row.updatedAt }]))
}

/** Known entries as their feed shows them now; what it no longer says of them stays. Returns the articles behind them. */
export async function reviseItems(db: Database, sightings: readonly Sighting[]): Promise<ArticleId[]> {
  if (sightings.length === 0) return []
  const column = <Value>(of: (sighting: Sighting) => Value) => sql.param(sightings.map(of))
  const rows = await db
    .update(item)
    .set({
      title: sql`coalesce(shown.title, ${item.title})`,
      summary: sql`coalesce(shown.summary, ${item.summary})`,
      updatedAt: sql`coalesce(shown.updated_at, ${item.updatedAt})`,
    })
    .from(
      sql`unnest(${column(({ feedId }) => feedId)}::bigint[], ${column(({ key }) => key)}::text[], ${column(({ title }) => title)}::text[],
        ${column(({ summary }) => summary)}::text[], ${column(({ updatedAt }) => updatedAt)}::timestamptz[])
        as shown (feed_id, key, title, summary, updated_at)`,
    )
    .where(sql`${item.feedId} = shown.feed_id and ${item.key} = shown.key`)
    .returning({ articleId: item.articleId })
  return [...new Set(rows.map(({ articleId }) => articleId))]
}

/**
 * Of these articles those that were extracted, and when their pages were looked at. Wants a transaction, and holds their
 * rows in order of id: two feeds of one outlet that show the same articles as changed would else wait for each other.
 */
export async function articlesLookedAt(
  db: Database,
  ids: readonly ArticleId[],
): Promise<(LookedAt & { id: ArticleId })[]> {
  if (ids.length === 0) return []
  return db
    .select({
      ...{ id: article.id, discoveredAt: article.discoveredAt, attempts: article.attempts },
      settledAt: sql<Date>`${article.settledAt}`.mapWith(article.settledAt),
    })
    .from(article)
    .where(
      and(
        eq(article.state, 'extracted'),
        isNotNull(article.settledAt),
        sql`${article.id} = any(${sql.param([...ids])})`,
      ),
    )
    .orderBy(asc(article.id))
    .for('no key update')
}

/** These pages are to be looked at again; one that is due already keeps its time. */
export async function scheduleRechecks(db: Database, due: readonly { id: ArticleId; at: Date }[]): Promise<void> {
  if (due.length === 0) return
  await db
    .update(article)
    .set({ recheckAt: sql`least(${article.recheckAt}, due.at)` })
    .from(
      sql`unnest(${sql.param(due.map(({ id }) => id))}::bigint[], ${sql.param(due.map(({ at }) => at))}::timestamptz[]) as due (id, at)`,
    )
    .where(and(eq(article.id, sql`due.id`), eq(article.state, 'extracted')))
}

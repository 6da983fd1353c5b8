import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { SourceId } from '../source/source.ts'
import { appearedAt } from './article-rows.ts'
import type { Database } from './database.ts'
import { article } from './schema.ts'

const sameForDays = 7
const most = 20

export interface Titled {
  readonly id: ArticleId
  readonly sourceId: SourceId
  readonly titleKey: string
  readonly appearedAt: Date
}

/**
 * Articles of the same source under the same title that appeared within a week of this one, the oldest row first. Wants a
 * transaction: until it ends, whoever asks about this source and title waits. Else two workers that settle the two pages of
 * one piece at a time would each find nothing of the other's, and both would become articles.
 */
export async function articlesTitledAlike(
  db: Database,
  { id, sourceId, titleKey, appearedAt: at }: Titled,
): Promise<{ id: ArticleId; text: string }[]> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${sourceId} ${titleKey}`}, 0))`)
  return db
    .select({ id: article.id, text: sql<string>`${article.text}` })
    .from(article)
    .where(
      and(
        ...[eq(article.sourceId, sourceId), eq(article.titleKey, titleKey), eq(article.state, 'extracted')],
        ne(article.id, id),
        sql`${appearedAt} between ${at}::timestamptz - make_interval(days => ${sameForDays}) and ${at}::timestamptz + make_interval(days => ${sameForDays})`,
      ),
    )
    .orderBy(asc(article.id))
    .limit(most)
}

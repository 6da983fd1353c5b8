import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import { type Rejection, rejections } from '../article/extracted.ts'
import type { OptOut } from '../article/opt-outs.ts'
import type { Settled } from '../article/replayed.ts'
import type { SourceId } from '../source/source.ts'
import { appearedAt } from './article-rows.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { article, rawPage, source } from './schema.ts'

/** Which kept pages: of a source, last fetched from `since` on and before `before`. */
export interface PageChoice {
  readonly source?: string | undefined
  readonly since?: Date | undefined
  readonly before?: Date | undefined
}

/** An article's newest kept page, and what was made of it. */
export interface KeptPage {
  readonly id: ArticleId
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly userAgent: string | null
  readonly canonicalUrl: string
  readonly appearedAt: Date
  readonly settled: Settled
  readonly settledAt: Date
  /** On record, from headers that are kept nowhere else, too. */
  readonly optOuts: readonly OptOut[]
  readonly fetchedAt: Date
  readonly url: string
  readonly contentType: string | null
  readonly bodyBrotli: Buffer
}

/**
 * Articles, and pages that extraction rejected, with their newest kept page, in order of id: `limit` after `after`. What
 * was settled otherwise (duplicates, pages that could not be had) is not among them.
 */
export async function keptPages(
  db: Database,
  choice: PageChoice,
  { after, limit }: { after: ArticleId | null; limit: number },
): Promise<KeptPage[]> {
  const newest = db.$with('newest').as(newestPages(db, choice, after === null ? undefined : beyond(after)).limit(limit))
  const { id, sourceId, canonicalUrl, state, rejectedReason, settledAt, version, optOuts } = article
  const { title, authors, publishedAt, lang, section, text } = article
  const rows = await db
    .with(newest)
    .select({
      ...{ id, sourceId, canonicalUrl, state, rejectedReason, settledAt, version, optOuts, appearedAt },
      values: { title, authors, publishedAt, lang, section, text },
      ...{ sourceName: source.name, userAgent: source.userAgent },
      ...{ fetchedAt: rawPage.fetchedAt, url: rawPage.url, contentType: rawPage.contentType },
      bodyBrotli: rawPage.bodyBrotli,
    })
    .from(newest)
    .innerJoin(rawPage, and(eq(rawPage.articleId, newest.articleId), eq(rawPage.fetchedAt, newest.fetchedAt)))
    .innerJoin(article, eq(article.id, newest.articleId))
    .innerJoin(source, eq(source.id, article.sourceId))
    .orderBy(asc(article.id))
  return rows.map(({ state: _, rejectedReason: reason, version, values, settledAt, ...page }) => {
    const { title, text, ...others } = values
    const settled: Settled =
      reason === null
        ? { kind: 'article', version, values: { ...others, title: title ?? '', text: text ?? '' } }
        : { kind: 'rejected', reason }
    return { ...page, settled, settledAt: settledAt ?? page.fetchedAt }
  })
}

/** How many `keptPages` gives in all: for progress. */
export async function countKeptPages(db: Database, choice: PageChoice): Promise<number> {
  const newest = newestPages(db, choice, undefined).as('newest')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(newest)
  return row?.count ?? 0
}

/** Said of both tables: Postgres would read one of them from its beginning for each batch. */
const beyond = (after: ArticleId) => and(gt(rawPage.articleId, after), gt(article.id, after))

function newestPages(db: Database, { source, since, before }: PageChoice, more: SQL | undefined) {
  const newestAt = sql<Date>`max(${rawPage.fetchedAt})`.mapWith(rawPage.fetchedAt)
  return db
    .select({ articleId: rawPage.articleId, fetchedAt: newestAt.as('newest_at') })
    .from(rawPage)
    .innerJoin(article, eq(article.id, rawPage.articleId))
    .where(
      and(
        more,
        or(eq(article.state, 'extracted'), inArray(article.rejectedReason, [...rejections])),
        source === undefined ? undefined : sql`${article.sourceId} = ${source}`,
      ),
    )
    .groupBy(rawPage.articleId)
    .having(
      and(
        since === undefined ? sql`true` : sql`${newestAt} >= ${since}::timestamptz`,
        before === undefined ? undefined : sql`${newestAt} < ${before}::timestamptz`,
      ),
    )
    .orderBy(asc(rawPage.articleId))
    .$dynamic()
}

interface Decision {
  readonly actor: string
  readonly now: Date
}

/** A page that was rejected under `was` is to be settled anew, as if it had not been. Wants a transaction. */
export async function reopenRejected(db: Database, id: ArticleId, was: string, { actor, now }: Decision) {
  const rows = await db
    .update(article)
    .set({ state: 'discovered', rejectedReason: null, settledAt: null, attempts: sql`greatest(attempts - 1, 0)` })
    .where(and(eq(article.id, id), eq(article.state, 'rejected'), eq(article.rejectedReason, was)))
    .returning({ id: article.id })
  if (rows.length === 0) return 'already-settled'
  await logChanges(db, [{ at: now, actor, kind: 'accepted', subject: 'article', subjectId: id, details: { was } }])
  return 'reopened'
}

/** A page that was rejected under `was` is rejected for another reason. Wants a transaction. */
export async function saveOtherReason(
  db: Database,
  id: ArticleId,
  { was, reason }: { was: string; reason: Rejection },
  { actor, now }: Decision,
) {
  const rows = await db
    .update(article)
    .set({ rejectedReason: reason })
    .where(and(eq(article.id, id), eq(article.state, 'rejected'), eq(article.rejectedReason, was)))
    .returning({ id: article.id })
  if (rows.length === 0) return 'already-settled'
  const details = { was, reason }
  await logChanges(db, [{ at: now, actor, kind: 'rejected-otherwise', subject: 'article', subjectId: id, details }])
  return 'saved'
}

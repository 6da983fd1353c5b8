import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { ArticleField, ArticleValues } from '../article/difference.ts'
import type { ExtractedArticle } from '../article/extracted.ts'
import { signatureOf } from '../article/signature.ts'
import type { Host } from '../feed/host.ts'
import type { SourceId } from '../source/source.ts'
import { metadataColumns } from './article-metadata.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { recheckIsDue } from './due-hosts.ts'
import { article, articleVersion, membership, source, story } from './schema.ts'
import { saveSignatures } from './signatures.ts'

/** An article whose page is to be looked at again, as it stands. */
export interface Recheckable {
  readonly id: ArticleId
  readonly fetchUrl: string
  readonly canonicalUrl: string
  readonly attempts: number
  readonly userAgent: string | null
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly version: number
  readonly title: string
  readonly text: string
}

/** Articles of a host that a feed showed as changed and whose page is due, the longest due first. */
export async function articlesToRecheck(
  db: Database,
  { host, now, limit }: { host: Host; now: Date; limit: number },
): Promise<Recheckable[]> {
  return db
    .select({
      ...{ id: article.id, fetchUrl: article.fetchUrl, canonicalUrl: article.canonicalUrl },
      ...{ attempts: article.attempts, userAgent: source.userAgent, version: article.version },
      ...{ sourceId: article.sourceId, sourceName: source.name },
      ...{ title: sql<string>`${article.title}`, text: sql<string>`${article.text}` },
    })
    .from(article)
    .innerJoin(source, eq(source.id, article.sourceId))
    .where(and(eq(article.fetchHost, host), recheckIsDue(now)))
    .orderBy(asc(article.recheckAt), asc(article.id))
    .limit(limit)
}

/** The page was looked at and gave nothing new; `next` where it could not be had and is to be tried again. */
export async function saveUnchangedPage(db: Database, id: ArticleId, next: Date | null): Promise<void> {
  await db
    .update(article)
    .set({ recheckAt: next, attempts: sql`${article.attempts} + 1` })
    .where(eq(article.id, id))
}

export interface Correction {
  readonly id: ArticleId
  /** The version that was compared with the page. */
  readonly version: number
  readonly changed: readonly ArticleField[]
  readonly values: ArticleValues
  /** The page as it was read: what else it says of the article. */
  readonly page: ExtractedArticle
  readonly titleKey: string | null
  readonly actor: string
  readonly now: Date
}

/**
 * The page says something else than the article: the article's words become an older version, the page's the newest, and
 * its story is due for a new bundle. A date or section that the page no longer names stays. Wants a transaction. Of two
 * workers that looked at one page at a time the second waits for the first at the older version's key and finds its work done.
 */
export async function saveCorrection(db: Database, correction: Correction): Promise<'corrected' | 'already-known'> {
  if (!(await keepVersion(db, correction))) return 'already-known'
  const { id, values, now } = correction
  await db
    .update(article)
    .set({
      ...newest(correction),
      ...{ settledAt: now, recheckAt: null, attempts: sql`${article.attempts} + 1` },
      publishedAt: sql`coalesce(${values.publishedAt}::timestamptz, ${article.publishedAt})`,
      section: sql`coalesce(${values.section}, ${article.section})`,
    })
    .where(eq(article.id, id))
  await noteCorrection(db, correction)
  return 'corrected'
}

/**
 * The page that the article was made of was extracted again and gave these values: a new version, as a correction is. When the
 * page was seen, and when it is to be looked at next, stays as it is. Wants a transaction.
 */
export async function saveReplayed(db: Database, correction: Correction): Promise<'corrected' | 'already-known'> {
  if (!(await keepVersion(db, correction))) return 'already-known'
  await db.update(article).set(newest(correction)).where(eq(article.id, correction.id))
  await noteCorrection(db, correction)
  return 'corrected'
}

function newest({ version, values, page, titleKey, now }: Correction) {
  return { ...metadataColumns(page, now), ...values, authors: [...values.authors], version: version + 1, titleKey }
}

async function noteCorrection(db: Database, { id, version, changed, values, actor, now }: Correction): Promise<void> {
  await saveSignatures(db, [{ id, signature: signatureOf(values.text) }])
  await db
    .update(story)
    .set({ revision: sql`${story.revision} + 1` })
    .where(
      inArray(story.id, db.select({ id: membership.storyId }).from(membership).where(eq(membership.articleId, id))),
    )
  await logChanges(db, [
    {
      ...{ at: now, actor, kind: 'corrected', subject: 'article', subjectId: id },
      details: { version: version + 1, changed },
    },
  ])
}

async function keepVersion(db: Database, { id, version, changed, now }: Correction): Promise<boolean> {
  const rows = await db
    .insert(articleVersion)
    .select(
      db
        .select({
          ...{ articleId: article.id, version: article.version, title: sql<string>`${article.title}`.as('title') },
          ...{ text: sql<string>`${article.text}`.as('text'), authors: article.authors },
          ...{ publishedAt: article.publishedAt, seenAt: sql<Date>`${article.settledAt}`.as('seen_at') },
          ...{ replacedAt: sql<Date>`${now}::timestamptz`.as('replaced_at') },
          ...{ changed: sql<ArticleField[]>`${sql.param([...changed])}::text[]`.as('changed') },
          ...{ lang: article.lang, section: article.section },
        })
        .from(article)
        .where(and(eq(article.id, id), eq(article.version, version), eq(article.state, 'extracted'))),
    )
    .onConflictDoNothing()
    .returning({ version: articleVersion.version })
  return rows.length === 1
}

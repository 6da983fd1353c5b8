import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { Change } from '../article/correction.ts'
import type { ExtractedArticle } from '../article/extracted.ts'
import type { Host } from '../feed/host.ts'
import { metadataColumns } from './article-metadata.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { recheckIsDue } from './due-hosts.ts'
import { article, articleVersion, membership, source, story } from './schema.ts'

/** An article whose page is to be looked at again, as it stands. */
export interface Recheckable {
  readonly id: ArticleId
  readonly fetchUrl: string
  readonly canonicalUrl: string
  readonly attempts: number
  readonly userAgent: string | null
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
      sourceName: source.name,
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
  readonly changed: readonly Change[]
  readonly extracted: ExtractedArticle
  readonly publishedAt: Date | null
  readonly titleKey: string | null
  readonly now: Date
}

/**
 * The page says something else than the article: the article's words become an older version, the page's the newest, and
 * its story is due for a new bundle. Wants a transaction. Of two workers that looked at one page at a time the second
 * waits for the first at the older version's key and finds its work done.
 */
export async function saveCorrection(db: Database, correction: Correction): Promise<'corrected' | 'already-known'> {
  if (!(await keepVersion(db, correction))) return 'already-known'
  const { id, version, changed, extracted, publishedAt, titleKey, now } = correction
  await db
    .update(article)
    .set({
      ...{ version: version + 1, title: extracted.title, text: extracted.text, authors: [...extracted.authors] },
      ...metadataColumns(extracted, now),
      ...{ titleKey, settledAt: now, recheckAt: null, attempts: sql`${article.attempts} + 1` },
      publishedAt: sql`coalesce(${publishedAt}::timestamptz, ${article.publishedAt})`,
      section: sql`coalesce(${extracted.section}, ${article.section})`,
    })
    .where(eq(article.id, id))
  await db
    .update(story)
    .set({ revision: sql`${story.revision} + 1` })
    .where(
      inArray(story.id, db.select({ id: membership.storyId }).from(membership).where(eq(membership.articleId, id))),
    )
  await logChanges(db, [
    {
      ...{ at: now, actor: 'pipeline:extract', kind: 'corrected', subject: 'article', subjectId: id },
      details: { version: version + 1, changed },
    },
  ])
  return 'corrected'
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
          ...{ changed: sql<Change[]>`${sql.param([...changed])}::text[]`.as('changed') },
        })
        .from(article)
        .where(and(eq(article.id, id), eq(article.version, version), eq(article.state, 'extracted'))),
    )
    .onConflictDoNothing()
    .returning({ version: articleVersion.version })
  return rows.length === 1
}

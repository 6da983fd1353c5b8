import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import { type Signature, signatureMethod } from '../article/signature.ts'
import type { Database } from './database.ts'
import { rowsAs } from './rows-as.ts'
import { article, articleSignature } from './schema.ts'

export interface Signed {
  readonly id: ArticleId
  readonly signature: Signature
}

/** Signatures of articles as their texts stand now; what stood there before goes. */
export async function saveSignatures(db: Database, signed: readonly Signed[]): Promise<void> {
  if (signed.length > 0) await db.execute(sql`${inserted(signed)} do update ${asInserted}`)
}

/** Signatures of texts that were read a moment ago. One that a correction wrote since is newer, and stays. */
export async function saveMissingSignatures(db: Database, signed: readonly Signed[]): Promise<void> {
  if (signed.length === 0) return
  await db.execute(sql`${inserted(signed)} do update ${asInserted} where ${articleSignature.method} <> excluded.method`)
}

const asInserted = sql`set method = excluded.method, bands = excluded.bands`

function inserted(signed: readonly Signed[]) {
  const rows = rowsAs('signed', signed, {
    article_id: ['bigint', ({ id }) => id],
    bands: ['text', ({ signature }) => `{${signature.join(',')}}`],
  })
  return sql`insert into ${articleSignature} (article_id, method, bands)
    select article_id, ${signatureMethod}::smallint, bands::integer[] from ${rows} on conflict (article_id)`
}

/** Articles with a text and without a signature of today's method, in order of id from `after` on. */
export async function articlesToSign(
  db: Database,
  { after, limit }: { after: ArticleId | null; limit: number },
): Promise<{ id: ArticleId; text: string }[]> {
  return db
    .select({ id: article.id, text: sql<string>`${article.text}` })
    .from(article)
    .leftJoin(articleSignature, eq(articleSignature.articleId, article.id))
    .where(
      and(
        eq(article.state, 'extracted'),
        or(isNull(articleSignature.articleId), ne(articleSignature.method, signatureMethod)),
        ...(after === null ? [] : [gt(article.id, after)]),
      ),
    )
    .orderBy(asc(article.id))
    .limit(limit)
}

export interface Candidate {
  readonly id: ArticleId
  /** How many bands both share, of 64: the square root of their share is about the resemblance of the texts. */
  readonly bands: number
}

/**
 * Articles of the whole archive whose text may be this one's, or a part of it, the likeliest first; found by the index of
 * bands. They are candidates: what they share is for `overlaps` to say. Empty where the article has no signature.
 */
export async function articlesThatMayBeOneText(db: Database, id: ArticleId, limit: number): Promise<Candidate[]> {
  const { rows } = await db.execute<{ id: string; bands: number }>(
    sql`select other.article_id::text as id,
        (select count(*)::integer from unnest(other.bands) as band where band = any (mine.bands)) as bands
      from ${articleSignature} as mine join ${articleSignature} as other
        on other.bands && mine.bands and other.article_id <> mine.article_id
      where mine.article_id = ${id} order by bands desc, other.article_id limit ${limit}`,
  )
  return rows.map((row) => ({ id: articleId(row.id), bands: row.bands }))
}

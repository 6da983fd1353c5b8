import { asc, eq } from 'drizzle-orm'
import { publishedAt } from './article-rows.ts'
import type { Database } from './database.ts'
import { article, membership } from './schema.ts'

export interface StoredArticle {
  readonly id: string
  readonly source: string
  readonly url: string
  readonly title: string
  readonly authors: readonly string[]
  /** ISO 8601, UTC. */
  readonly publishedAt: string | null
  readonly lang: string | null
  readonly text: string
  readonly story: string | null
}

/** Every extracted article with its story, by address. For small databases: the demo's report and tests. */
export async function allArticles(db: Database): Promise<StoredArticle[]> {
  const rows = await db
    .select({
      ...{
        id: article.id,
        source: article.sourceId,
        url: article.canonicalUrl,
        title: article.title,
        authors: article.authors,
      },
      ...{ publishedAt, lang: article.lang, text: article.text, story: membership.storyId },
    })
    .from(article)
    .leftJoin(membership, eq(membership.articleId, article.id))
    .where(eq(article.state, 'extracted'))
    .orderBy(asc(article.canonicalUrl))
  return rows.map((row) => ({
    ...row,
    title: row.title ?? '',
    text: row.text ?? '',
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }))
}

import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { SourceId } from '../source/source.ts'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import { article, membership, source } from './schema.ts'

export interface OwnArticle {
  readonly id: ArticleId
  readonly sourceId: SourceId
  /** Null where it is not grouped yet. */
  readonly storyId: StoryId | null
  readonly title: string
  readonly text: string
  readonly lang: string | null
}

/** Articles that are their source's own reporting, not an agency's that it reprints, in order of id from `after` on. */
export async function ownArticles(
  db: Database,
  { after, limit }: { after: ArticleId | null; limit: number },
): Promise<OwnArticle[]> {
  return db
    .select({
      ...{ id: article.id, sourceId: article.sourceId, storyId: membership.storyId, lang: article.lang },
      ...{ title: sql<string>`coalesce(${article.title}, '')`, text: sql<string>`${article.text}` },
    })
    .from(article)
    .innerJoin(source, eq(source.id, article.sourceId))
    .leftJoin(membership, eq(membership.articleId, article.id))
    .where(
      and(
        eq(article.state, 'extracted'),
        sql`${article.text} is not null`,
        or(isNull(article.wire), eq(source.kind, 'wire')),
        ...(after === null ? [] : [gt(article.id, after)]),
      ),
    )
    .orderBy(asc(article.id))
    .limit(limit)
}

export interface NamedSource {
  readonly id: SourceId
  readonly name: string
  readonly owner: string | null
}

/** All sources, also those whose entry was taken out: their articles stay. */
export async function namedSources(db: Database): Promise<NamedSource[]> {
  return db.select({ id: source.id, name: source.name, owner: source.owner }).from(source).orderBy(asc(source.id))
}

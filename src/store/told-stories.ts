import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { SourceId } from '../source/source.ts'
import type { StoryId } from '../story/story.ts'
import { type ArticleRow, articleColumns } from './article-rows.ts'
import type { Database } from './database.ts'
import { article, membership, source } from './schema.ts'

/** Articles that are their source's own reporting, in English or in a language that nobody knows. */
const ownEnglish = and(
  eq(article.state, 'extracted'),
  sql`${article.text} is not null`,
  or(isNull(article.wire), eq(source.kind, 'wire')),
  sql`coalesce(${article.lang}, 'en') ~* '^en\\y'`,
)

export interface StoryTold {
  readonly id: StoryId
  readonly sources: readonly SourceId[]
}

/** Stories that so many sources or more told in English in their own words, the newest first, from `before` on. */
export async function storiesToldBy(
  db: Database,
  leastSources: number,
  { before, limit }: { before: StoryId | null; limit: number },
): Promise<StoryTold[]> {
  return db
    .select({
      id: membership.storyId,
      sources: sql<SourceId[]>`array_agg(distinct ${article.sourceId} order by ${article.sourceId})`,
    })
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .innerJoin(source, eq(source.id, article.sourceId))
    .where(and(ownEnglish, before === null ? undefined : lt(membership.storyId, before)))
    .groupBy(membership.storyId)
    .having(sql`count(distinct ${article.sourceId}) >= ${leastSources}`)
    .orderBy(desc(membership.storyId))
    .limit(limit)
}

/** What these sources told of a story in their own words, oldest first. */
export async function tellingsOfStory(db: Database, id: StoryId, sources: readonly SourceId[]): Promise<ArticleRow[]> {
  return db
    .select(articleColumns)
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .innerJoin(source, eq(source.id, article.sourceId))
    .where(and(ownEnglish, eq(membership.storyId, id), inArray(article.sourceId, [...sources])))
    .orderBy(asc(membership.articleAt), asc(article.canonicalUrl))
}

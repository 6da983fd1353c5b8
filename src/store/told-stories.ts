import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { SourceId } from '../source/source.ts'
import type { StoryId } from '../story/story.ts'
import { type ArticleRow, articleColumns } from './article-rows.ts'
import type { Database } from './database.ts'
import { article, membership, source, story } from './schema.ts'

/** Articles that are their source's own reporting, in English or in a language that nobody knows. */
const ownEnglish = sql`article.state = 'extracted' and article.text is not null
  and (article.wire is null or source.kind = 'wire') and coalesce(article.lang, 'en') ~* '^en\\y'`

export interface StoryTold {
  readonly id: StoryId
  /** Sources that told it in English in their own words. */
  readonly tellers: readonly SourceId[]
}

/** All stories with who told them, the newest first, from `before` on. */
export async function toldStories(
  db: Database,
  { before, limit }: { before: StoryId | null; limit: number },
): Promise<StoryTold[]> {
  // A story at a time by its index: grouping all memberships would cost the whole table for every page.
  const tellers = sql<SourceId[]>`array(
    select distinct article.source_id from membership
    join article on article.id = membership.article_id join source on source.id = article.source_id
    where membership.story_id = story.id and ${ownEnglish} order by 1)`
  return db
    .select({ id: story.id, tellers })
    .from(story)
    .where(before === null ? undefined : lt(story.id, before))
    .orderBy(desc(story.id))
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

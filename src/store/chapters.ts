import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { BundleDocument } from '../bundle/document.ts'
import type { StoryId } from '../story/story.ts'
import { type ArticleRow, articleColumns } from './article-rows.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'
import { article, bundle, bundleVersion, membership, source, story } from './schema.ts'
import { linkedStories } from './story-links.ts'

/** A story as a chapter of a later one. */
export interface StoredChapter {
  readonly id: StoryId
  readonly began: Date
  readonly ended: Date
  /** The bundle that stands, if there is one. */
  readonly bundle: { readonly id: BundleId; readonly isPublished: boolean; readonly document: BundleDocument } | null
}

/** The stories that a story continues, from the nearest to the first, `most` at the most; as things stand after merges. */
export async function chaptersBefore(db: Database, id: StoryId, most: number): Promise<StoredChapter[]> {
  const chapters: StoredChapter[] = []
  const seen = new Set([id])
  for (let at: StoryId | undefined = id; at !== undefined && chapters.length < most; ) {
    const links = await linkedStories(db, at)
    const before = links.filter(({ relation, storyId }) => relation === 'continues' && !seen.has(storyId))
    const next: StoredChapter | null = await latest(
      db,
      before.map(({ storyId }) => storyId),
    )
    if (next !== null) chapters.push(next)
    if (next !== null) seen.add(next.id)
    at = next?.id
  }
  return chapters
}

/** After a merge a story may continue two: the latest of them is the chapter before it. */
async function latest(db: Database, stories: readonly StoryId[]): Promise<StoredChapter | null> {
  if (stories.length === 0) return null
  const [row] = await db
    .select({
      ...{ id: story.id, began: story.openedAt, ended: story.lastArticleAt },
      ...{ bundleId: bundle.id, state: bundle.state, document: bundleVersion.document },
    })
    .from(story)
    .leftJoin(bundle, eq(bundle.storyId, story.id))
    .leftJoin(bundleVersion, and(eq(bundleVersion.bundleId, bundle.id), eq(bundleVersion.version, bundle.version)))
    .where(inArray(story.id, [...stories]))
    .orderBy(desc(story.lastArticleAt), desc(story.id))
    .limit(1)
  if (!row) return null
  const { id, began, ended, bundleId, state, document } = row
  const stands = bundleId !== null && document !== null && state !== 'withdrawn'
  return { id, began, ended, bundle: stands ? { id: bundleId, isPublished: state === 'published', document } : null }
}

/** Some articles of a story, oldest first: those `cited` and, up to `most`, the oldest others. */
export async function someArticlesOfStory(
  db: Database,
  id: StoryId,
  { cited, most }: { cited: readonly ArticleId[]; most: number },
): Promise<ArticleRow[]> {
  const isCited = sql`${article.id} = any (${sql.param([...cited])}::bigint[])`
  const some = db
    .select({ id: membership.articleId })
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .where(eq(membership.storyId, id))
    .orderBy(desc(isCited), asc(membership.articleAt), asc(article.canonicalUrl))
    .limit(most)
  return db
    .select(articleColumns)
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .innerJoin(source, eq(source.id, article.sourceId))
    .where(inArray(membership.articleId, some))
    .orderBy(asc(membership.articleAt), asc(article.canonicalUrl))
}

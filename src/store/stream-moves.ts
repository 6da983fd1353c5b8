import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { StoryId } from '../story/story.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { membership, story } from './schema.ts'

/** Articles that the stream's second look takes from one story to another. */
export interface StreamMove {
  readonly articles: readonly ArticleId[]
  readonly from: StoryId
  readonly to: StoryId
  /** Every article of the story goes, also those that have left the window: its id then leads to the other one. */
  readonly all: boolean
  readonly similarity: number | null
  readonly reason: string
  readonly settings: string
}

const actor = 'pipeline:cluster'

/**
 * Carries a move out, and both stories are due for new bundles. Wants a transaction that has locked the stories.
 * @returns false, and does nothing, where an article is elsewhere by now
 */
export async function moveByStream(db: Database, move: StreamMove, now: Date): Promise<boolean> {
  const { articles, from, to, all, similarity, reason, settings } = move
  const rows = await db
    .update(membership)
    .set({ storyId: to, how: 'joins', similarity, reason, settings, at: now })
    .where(and(eq(membership.storyId, from), ...(all ? [] : [inArray(membership.articleId, [...articles])])))
    .returning({ id: membership.articleId })
  if (articles.some((id) => !rows.some((row) => row.id === id))) return false
  const latest = sql`(select max(article_at) from membership where story_id = ${to})`
  await db
    .update(story)
    .set({ revision: sql`${story.revision} + 1`, lastArticleAt: sql`greatest(${story.lastArticleAt}, ${latest})` })
    .where(eq(story.id, to))
  await db
    .update(story)
    .set(all ? { state: 'merged', mergedInto: to } : { revision: sql`${story.revision} + 1` })
    .where(eq(story.id, from))
  const details = { to, articles: rows.map(({ id }) => id), reason }
  await logChanges(db, [{ at: now, actor, kind: all ? 'merged' : 'moved', subject: 'story', subjectId: from, details }])
  return true
}

/** A new story for articles that leave another one; without articles until they are moved. */
export async function storyFrom(db: Database, from: StoryId, articles: readonly ArticleId[]): Promise<StoryId> {
  const times = db
    .select({
      first: sql<Date>`min(${membership.articleAt})`.mapWith(membership.articleAt).as('first'),
      last: sql<Date>`max(${membership.articleAt})`.mapWith(membership.articleAt).as('last'),
    })
    .from(membership)
    .where(inArray(membership.articleId, [...articles]))
  const [{ first, last } = { first: new Date(0), last: new Date(0) }] = await times
  const [row] = await db
    .insert(story)
    .values({ openedAt: first, lastArticleAt: last, splitFrom: from })
    .returning({ id: story.id })
  if (row === undefined) throw new Error('a story was not stored')
  return row.id
}

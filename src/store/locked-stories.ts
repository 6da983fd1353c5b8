import { inArray, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import { refuse } from './refusal.ts'
import { membership, story } from './schema.ts'

export type MembershipRow = typeof membership.$inferSelect

export interface LockedStory {
  readonly id: StoryId
  readonly state: 'open' | 'closed' | 'merged'
  readonly members: readonly MembershipRow[]
}

export interface LockedStories {
  readonly byId: ReadonlyMap<StoryId, LockedStory>
  /** Where a story's id leads today. */
  resolved(id: StoryId): LockedStory
}

const isId = (id: string) => /^[1-9]\d{0,17}$/.test(id)

/**
 * Locks the stories, and those into which they went, in the order of their ids, so that two who lock the same wait for each
 * other instead of dying; whoever joins an article to one waits too. Wants a transaction.
 */
export async function lockStories(db: Database, ids: readonly StoryId[]): Promise<LockedStories> {
  const unknown = ids.find((id) => !isId(id))
  if (unknown !== undefined) return refuse('unknown-story', `there is no story ${unknown}`)
  const ways = await waysOf(db, ids)
  const all = [...new Set([...ways.keys(), ...ways.values()])]
  const rows = await db.select().from(story).where(inArray(story.id, all)).orderBy(story.id).for('no key update')
  // One of them was merged while this waited for its lock: the ids lead elsewhere now.
  const again = await waysOf(db, ids)
  if ([...again].some(([id, end]) => ways.get(id) !== end)) return lockStories(db, ids)
  const members = await db.select().from(membership).where(inArray(membership.storyId, all)).orderBy(membership.seq)
  const byId = new Map(
    rows.map(({ id, state }) => [id, { id, state, members: members.filter(({ storyId }) => storyId === id) }]),
  )
  return { byId, resolved: (id) => byId.get(again.get(id) ?? id) ?? refuse('unknown-story', `there is no story ${id}`) }
}

/** Each id with the one at the end of its way. `union` ends even where the ways made a circle. */
async function waysOf(db: Database, ids: readonly StoryId[]): Promise<Map<StoryId, StoryId>> {
  const { rows } = await db.execute<{ start: StoryId; id: StoryId }>(
    sql`with recursive way as (
          select id as start, id, merged_into from story where id = any(${sql.param(ids)}::bigint[])
          union select way.start, story.id, story.merged_into from way join story on story.id = way.merged_into
        )
        select start, id from way where merged_into is null`,
  )
  const ways = new Map(rows.map(({ start, id }) => [start, id]))
  const lost = ids.find((id) => !ways.has(id))
  return lost === undefined ? ways : refuse('unknown-story', `there is no story ${lost}`)
}

/** Where a story's id leads today: itself, or where it was merged into; null where there never was such a story. */
export async function resolveStory(db: Database, id: StoryId): Promise<StoryId | null> {
  if (!isId(id)) return null
  const { rows } = await db.execute<{ id: StoryId }>(
    sql`with recursive way as (
          select id, merged_into from story where id = ${id}::bigint
          union select story.id, story.merged_into from way join story on story.id = way.merged_into
        )
        select id from way where merged_into is null`,
  )
  return rows[0]?.id ?? null
}

/** The stories in which the articles are. Refuses articles that are in none. */
export async function storiesOf(db: Database, articles: readonly ArticleId[]): Promise<Map<ArticleId, StoryId>> {
  const known = articles.filter(isId)
  const rows = known.length === 0 ? [] : await db.select().from(membership).where(inArray(membership.articleId, known))
  const stories = new Map(rows.map(({ articleId, storyId }) => [articleId, storyId]))
  const lost = articles.find((id) => !stories.has(id))
  return lost === undefined ? stories : refuse('unknown-article', `article ${lost} is in no story`)
}

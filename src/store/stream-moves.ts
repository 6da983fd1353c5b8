import { sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { StoryId } from '../story/story.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { lockAgainstEdits } from './edit-lock.ts'
import { type LockedStory, lockStories, type MembershipRow } from './locked-stories.ts'
import { Refusal, refuse } from './refusal.ts'
import { createStory, moveMembers, refreshStories, setState } from './story-edits.ts'

/** What the clusterer's second look found. */
export interface StreamMove {
  /** Articles of `from`, or all that it has. */
  readonly articles: readonly ArticleId[] | 'all'
  readonly from: StoryId
  /** `new` opens a story for them. */
  readonly to: StoryId | 'new'
  readonly similarity: number | null
  readonly reason: string
  readonly settings: string
}

export type StreamMoved =
  | {
      readonly kind: 'moved'
      readonly to: StoryId
      /** `from` had no other articles and is merged into `to`. */
      readonly isEmptied: boolean
    }
  | { readonly kind: 'refused'; readonly reason: StreamRefusal; readonly text: string }

/**
 * `stale`: a story was merged or an article moved since it was looked at: read them again. `locked`, `contradicts`: an editor said
 * otherwise. `nothing-to-do`: all articles of a story would become a new one.
 */
export type StreamRefusal = 'stale' | 'locked' | 'contradicts' | 'nothing-to-do'

/**
 * Moves articles from a story to another or to a new one, as the second look decided; a story that is left empty is merged into the
 * other. Both are due for new bundles. Never against an editor's word: then nothing is done, and the transaction goes on.
 * To be called in the transaction of the decision, for one move after another.
 */
export async function moveByStream(db: Database, move: StreamMove, now: Date): Promise<StreamMoved> {
  try {
    await lockAgainstEdits(db)
    const { from, target, leaving } = await looked(db, move)
    await refuseMarked(db, move)
    await refuseBroken(db, leaving, move.to)
    const to = target ?? (await createStory(db, from, leaving))
    await moveMembers(db, placed(leaving, to.id, move, now))
    const isEmptied = leaving.length === from.members.length
    if (isEmptied) await mergeAway(db, from, to)
    await refreshStories(db, [from.id, to.id], from.state === 'open' ? [to.id] : [])
    await logMove(db, move, { from, to, leaving, isEmptied }, now)
    return { kind: 'moved', to: to.id, isEmptied }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refused', reason: streamRefusal(error), text: error.message }
  }
}

interface Looked {
  readonly from: LockedStory
  readonly target: LockedStory | null
  readonly leaving: readonly MembershipRow[]
}

async function looked(db: Database, { articles, from: fromId, to }: StreamMove): Promise<Looked> {
  const stories = await lockStories(db, to === 'new' ? [fromId] : [fromId, to])
  const [from, target] = [fromId, to].map((id) => (id === 'new' ? null : stories.resolved(id)))
  if (from?.id !== fromId) return refuse('unknown-story', `story ${fromId} was merged into story ${from?.id}`)
  if (target && target.id !== to) return refuse('unknown-story', `story ${to} was merged into story ${target.id}`)
  if (target?.id === from.id) return refuse('nothing-to-do', `story ${from.id} cannot go into itself`)
  const wanted = articles === 'all' ? null : new Set(articles)
  const leaving = from.members.filter(({ articleId }) => wanted?.has(articleId) ?? true)
  if (leaving.length === 0 || leaving.length < (wanted?.size ?? 0))
    return refuse('unknown-article', `not all of the articles are in story ${from.id}`)
  if (!target && leaving.length === from.members.length)
    return refuse('nothing-to-do', `these are all articles of story ${from.id}: nothing would remain`)
  return { from, target: target ?? null, leaving }
}

async function refuseMarked(db: Database, { from, to }: StreamMove): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select story_id as id from story_constraint where kind = 'lock' and released_at is null
          and story_id = any(${sql.param(to === 'new' ? [from] : [from, to])}::bigint[]) order by 1 limit 1`,
  )
  const [locked] = rows
  if (locked) refuse('locked', `story ${locked.id} is locked`)
}

/** Links within what leaves hold as before; one that crosses its border must allow where the other end is afterwards. */
async function refuseBroken(db: Database, leaving: readonly MembershipRow[], to: StoryId | 'new'): Promise<void> {
  const ids = leaving.map(({ articleId }) => articleId)
  const { rows } = await db.execute<{ kind: string; article: string; other: string }>(
    sql`with crossing as (
          select kind, article_id as article, other_article_id as other from story_constraint
          where released_at is null and article_id = any(${sql.param(ids)}::bigint[])
          union all select kind, other_article_id, article_id from story_constraint
          where released_at is null and other_article_id = any(${sql.param(ids)}::bigint[])
        )
        select kind, article, other from crossing join membership on membership.article_id = other
        where other <> all(${sql.param(ids)}::bigint[])
          and (kind = 'cannot-link') = (story_id is not distinct from ${to === 'new' ? null : to}::bigint)
        order by article, other limit 1`,
  )
  const [broken] = rows
  if (broken) refuse('contradicts', `articles ${broken.article} and ${broken.other} have a ${broken.kind}`)
}

const placed = (rows: readonly MembershipRow[], to: StoryId, { similarity, reason, settings }: StreamMove, now: Date) =>
  rows.map(({ articleId }) => ({
    ...{ article: articleId, to, how: 'joins' as const, similarity, reason, settings, at: now.toISOString() },
  }))

/** What an editor pinned stays pinned where it goes. */
async function mergeAway(db: Database, from: LockedStory, to: LockedStory): Promise<void> {
  await setState(db, from.id, 'merged', to.id)
  await db.execute(
    sql`update story_constraint as mark set story_id = ${to.id}::bigint
        where kind = 'pin' and story_id = ${from.id}::bigint and released_at is null and not exists (
          select from story_constraint as own where own.kind = 'pin' and own.story_id = ${to.id}::bigint and own.released_at is null)`,
  )
}

interface Made {
  readonly from: LockedStory
  readonly to: LockedStory
  readonly leaving: readonly MembershipRow[]
  readonly isEmptied: boolean
}

async function logMove(db: Database, move: StreamMove, { from, to, leaving, isEmptied }: Made, now: Date) {
  const { similarity, reason, settings } = move
  const articles = leaving.map(({ articleId }) => articleId)
  const kind = isEmptied ? 'merge' : move.to === 'new' ? 'split' : 'move'
  await logChanges(
    db,
    [from.id, to.id].map((subjectId) => ({
      ...{ at: now, actor: 'pipeline:cluster', kind, subject: 'story' as const, subjectId },
      details: { from: from.id, to: to.id, articles, similarity, reason, settings },
    })),
  )
}

function streamRefusal({ reason }: Refusal): StreamRefusal {
  return reason === 'locked' || reason === 'contradicts' || reason === 'nothing-to-do' ? reason : 'stale'
}

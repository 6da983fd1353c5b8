import { and, asc, eq, gte, inArray, lte, not, sql } from 'drizzle-orm'
import type { ArticleId } from '../article/article.ts'
import type { StoryId } from '../story/story.ts'
import { type ArticleRow, appearedAt, articleColumns } from './article-rows.ts'
import type { OpenVectors } from './article-vectors.ts'
import type { Database } from './database.ts'
import { lockAgainstEdits } from './edit-lock.ts'
import { resolveStory } from './locked-stories.ts'
import { article, articleToGroup, membership, source, story } from './schema.ts'

/** The language as streams are named: the first subtag, `und` where it is unknown. */
const language = sql<string>`coalesce(lower(split_part(${article.lang}, '-', 1)), 'und')`

/** Extracted articles of a language that are in no story yet, in the order in which a replay would meet them. */
export async function articlesToCluster(
  db: Database,
  { language: wanted, limit }: { language: string; limit: number },
): Promise<ArticleRow[]> {
  return (
    db
      .select(articleColumns)
      .from(articleToGroup)
      .innerJoin(article, eq(article.id, articleToGroup.articleId))
      .innerJoin(source, eq(source.id, article.sourceId))
      .where(and(eq(article.state, 'extracted'), eq(language, wanted)))
      // Not by id: ids follow the order of polls, which differs from run to run.
      .orderBy(asc(appearedAt), asc(article.canonicalUrl))
      .limit(limit)
  )
}

export interface LanguageToCluster {
  readonly language: string
  readonly count: number
  /** When the oldest of them appeared. */
  readonly oldest: Date
}

/** Of which languages extracted articles are in no story yet, and how many. */
export async function languagesToCluster(db: Database): Promise<LanguageToCluster[]> {
  return db
    .select({
      language,
      count: sql<number>`count(*)::int`,
      oldest: sql<Date>`min(${appearedAt})`.mapWith(article.discoveredAt),
    })
    .from(articleToGroup)
    .innerJoin(article, eq(article.id, articleToGroup.articleId))
    .where(eq(article.state, 'extracted'))
    .groupBy(language)
    .orderBy(language)
}

/** A membership with its article, as the stream is told of it again. */
export type Remembered = ArticleRow & { storyId: StoryId; seq: string; articleAt: Date }

function memberships(db: Database) {
  return db
    .select({ ...articleColumns, storyId: membership.storyId, seq: membership.seq, articleAt: membership.articleAt })
    .from(membership)
    .innerJoin(story, eq(story.id, membership.storyId))
    .innerJoin(article, eq(article.id, membership.articleId))
    .innerJoin(source, eq(source.id, article.sourceId))
}

/**
 * The memberships of a language that decisions still depend on and of which `settings` made no vector, in the order of the
 * decisions, `limit` after `afterSeq`: articles that appeared since, those of pinned stories, and those of the last `counted` of all.
 */
export async function membershipsWithoutVector(
  db: Database,
  { afterSeq, limit, ...wanted }: OpenVectors & { counted: number; afterSeq: string; limit: number },
): Promise<Remembered[]> {
  // By rank, not by number: a rolled-back insert leaves a gap in seq.
  const among = sql`${membership.articleId} in (
    select article_id from membership where article_at >= ${wanted.since}
    union select pinned.article_id from story_constraint as mark join membership as pinned on pinned.story_id = mark.story_id
      where mark.kind = 'pin' and mark.released_at is null
    union select article_id from (select article_id from membership order by seq desc limit ${wanted.counted}) as last)`
  const hasVector = sql`exists (select from article_vector as vec
    where vec.article_id = ${membership.articleId} and vec.settings = ${wanted.settings})`
  return memberships(db)
    .where(and(sql`${membership.seq} > ${afterSeq}`, among, eq(language, wanted.language), not(hasVector)))
    .orderBy(asc(membership.seq))
    .limit(limit)
}

/** The memberships of articles that appeared between two moments, in the order of the decisions, `limit` after `afterSeq`. */
export async function membershipsBetween(
  db: Database,
  { from, to, afterSeq, limit }: { from: Date; to: Date; afterSeq: string; limit: number },
): Promise<Remembered[]> {
  return memberships(db)
    .where(and(sql`${membership.seq} > ${afterSeq}`, gte(membership.articleAt, from), lte(membership.articleAt, to)))
    .orderBy(asc(membership.seq))
    .limit(limit)
}

/** All memberships in the order of the articles' time, `limit` after one of them. */
export async function membershipsByTime(
  db: Database,
  { after, limit }: { after: { at: Date; id: ArticleId } | null; limit: number },
): Promise<Remembered[]> {
  return memberships(db)
    .where(
      after === null
        ? undefined
        : sql`(${membership.articleAt}, ${membership.articleId}) > (${after.at}::timestamptz, ${after.id}::bigint)`,
    )
    .orderBy(asc(membership.articleAt), asc(membership.articleId))
    .limit(limit)
}

/** The memberships of these articles. */
export async function membershipsOf(db: Database, articles: readonly ArticleId[]): Promise<Remembered[]> {
  return articles.length === 0
    ? []
    : memberships(db)
        .where(inArray(membership.articleId, [...articles]))
        .orderBy(asc(membership.seq))
}

export interface Decision {
  readonly articleId: ArticleId
  readonly similarity: number | null
  readonly reason: string
  readonly settings: string
  /** The time by which the article was placed. */
  readonly articleAt: Date
}

/** A new story with its first article; null when another process put the article into a story meanwhile. Wants a transaction. */
export async function openStory(db: Database, decision: Decision, now: Date): Promise<StoryId | null> {
  const [opened] = await db
    .insert(story)
    .values({ openedAt: decision.articleAt, lastArticleAt: decision.articleAt })
    .returning({ id: story.id })
  if (!opened) return null
  return (await saveMembership(db, opened.id, 'opens', decision, now)) ? opened.id : null
}

/**
 * Puts an article into an open story and makes that story due for a new bundle. Wants a transaction.
 * @returns the story that it joined, which is where the asked one went if an editor merged it meanwhile; null when the article was
 *   put into a story meanwhile.
 */
export async function joinStory(db: Database, asked: StoryId, decision: Decision, now: Date): Promise<StoryId | null> {
  const storyId = await heldStory(db, asked)
  if (!(await saveMembership(db, storyId, 'joins', decision, now))) return null
  await db
    .update(story)
    .set({
      revision: sql`${story.revision} + 1`,
      lastArticleAt: sql`greatest(${story.lastArticleAt}, ${decision.articleAt})`,
    })
    .where(eq(story.id, storyId))
  return storyId
}

/** Where the story went, if anywhere: it stays there until the end of this transaction. */
async function heldStory(db: Database, asked: StoryId): Promise<StoryId> {
  await lockAgainstEdits(db)
  const id = await resolveStory(db, asked)
  if (id === null) throw new Error(`there is no story ${asked} to join`)
  return id
}

async function saveMembership(
  db: Database,
  storyId: StoryId,
  how: 'opens' | 'joins',
  decision: Decision,
  now: Date,
): Promise<boolean> {
  const { articleId, articleAt, similarity, reason, settings } = decision
  const rows = await db
    .insert(membership)
    .values({ articleId, storyId, articleAt, how, similarity, reason, settings, at: now })
    .onConflictDoNothing({ target: membership.articleId })
    .returning({ articleId: membership.articleId })
  return rows.length === 1
}

/** The articles of one story, oldest first. */
export async function articlesOfStory(db: Database, id: StoryId): Promise<ArticleRow[]> {
  return db
    .select(articleColumns)
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .innerJoin(source, eq(source.id, article.sourceId))
    .where(eq(membership.storyId, id))
    .orderBy(asc(membership.articleAt), asc(article.canonicalUrl))
}

const isPinned = sql`exists (select from story_constraint as mark
  where mark.kind = 'pin' and mark.story_id = story.id and mark.released_at is null)`

/** Closes stories that had no article since `before` and are not pinned; returns how many. */
export async function closeStoriesBefore(db: Database, before: Date): Promise<number> {
  const rows = await db
    .update(story)
    .set({ state: 'closed' })
    .where(and(eq(story.state, 'open'), sql`${story.lastArticleAt} < ${before}`, not(isPinned)))
    .returning({ id: story.id })
  return rows.length
}

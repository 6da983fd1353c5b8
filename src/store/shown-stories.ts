import { asc, desc, eq, sql } from 'drizzle-orm'
import type { StoryId } from '../story/story.ts'
import type { Database } from './database.ts'
import { article, membership, story, storyEdit } from './schema.ts'

export const storyStates = ['open', 'closed', 'merged'] as const
export type StoryState = (typeof storyStates)[number]

// Of one table drizzle names columns without it: within a subquery they would be another's.
const firstTitle = sql<string | null>`(
  select title from article join membership on article_id = article.id where story_id = story.id order by article_at, seq limit 1)`

const marks = sql<string[]>`array(
  select kind from story_constraint where story_id = story.id and released_at is null order by kind)`

const columns = {
  ...{ id: story.id, state: story.state, mergedInto: story.mergedInto, splitFrom: story.splitFrom },
  ...{ openedAt: story.openedAt, lastArticleAt: story.lastArticleAt, revision: story.revision, marks },
  ...{ title: firstTitle, articles: sql<number>`(select count(*)::int from membership where story_id = story.id)` },
}

export type ShownStory = Awaited<ReturnType<typeof listStories>>[number]

/** Stories as editors see them, those with the newest articles first; without `state` all but the merged. */
export async function listStories(db: Database, { state, limit }: { state?: StoryState | undefined; limit: number }) {
  return db
    .select(columns)
    .from(story)
    .where(state === undefined ? sql`${story.state} <> 'merged'` : eq(story.state, state))
    .orderBy(desc(story.lastArticleAt), desc(story.id))
    .limit(limit)
}

/** One story; null where there is none. */
export async function shownStory(db: Database, id: StoryId): Promise<ShownStory | null> {
  const [row] = await db.select(columns).from(story).where(eq(story.id, id))
  return row ?? null
}

export type ShownMember = Awaited<ReturnType<typeof shownMembers>>[number]

/** The articles of a story with why they are in it, oldest first. */
export async function shownMembers(db: Database, id: StoryId) {
  return db
    .select({
      ...{ id: article.id, title: article.title, source: article.sourceId, url: article.canonicalUrl },
      ...{ articleAt: membership.articleAt, how: membership.how, reason: membership.reason },
    })
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .where(eq(membership.storyId, id))
    .orderBy(asc(membership.articleAt), asc(membership.seq))
}

export type ShownEdit = Awaited<ReturnType<typeof editsOfStory>>[number]

/** What editors did to a story, oldest first. */
export async function editsOfStory(db: Database, id: StoryId) {
  return db
    .select({
      ...{ id: storyEdit.id, kind: storyEdit.kind, undoes: storyEdit.undoes, actor: storyEdit.actor },
      ...{ note: storyEdit.note, at: storyEdit.at, stories: sql<string[]>`${storyEdit.stories}::text[]` },
    })
    .from(storyEdit)
    .where(sql`${storyEdit.stories} @> array[${id}::bigint]`)
    .orderBy(asc(storyEdit.id))
}

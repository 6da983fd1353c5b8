import { and, asc, eq, gt, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import { type StoryId, storyId } from '../story/story.ts'
import type { Database } from './database.ts'
import { rowsAs } from './rows-as.ts'
import { article, membership, story, storyLink, storyLinkLook } from './schema.ts'

export interface StoryLink {
  readonly kind: 'same-event' | 'continues'
  /** Of 'same-event' the lower id; of 'continues' the later story. */
  readonly from: StoryId
  readonly to: StoryId
  readonly score: number | null
  /** For an editor. */
  readonly reason: string
}

/** Stores links, each pair once: a link of the same kind is renewed, and a pair that is linked in another way stays as it is. */
export async function saveStoryLinks(
  db: Database,
  links: readonly StoryLink[],
  { settings, now }: { settings: string; now: Date },
): Promise<void> {
  if (links.length === 0) return
  const rows = rowsAs('link', links, {
    from_story: ['bigint', ({ from }) => from],
    to_story: ['bigint', ({ to }) => to],
    kind: ['text', ({ kind }) => kind],
    score: ['double precision', ({ score }) => score],
    reason: ['text', ({ reason }) => reason],
  })
  await db.execute(sql`insert into ${storyLink} (from_story, to_story, kind, score, reason, settings, at)
    select link.*, ${settings}::text, ${now}::timestamptz from ${rows}
    on conflict (least(from_story, to_story), greatest(from_story, to_story))
    do update set score = excluded.score, reason = excluded.reason, settings = excluded.settings, at = excluded.at
    where story_link.kind = excluded.kind and story_link.from_story = excluded.from_story`)
}

/**
 * Takes back 'same-event' links of stories that were looked at again and do not hold any more: those between a `changed` story
 * and a `compared` one that are none of `kept`. Returns how many.
 */
export async function deleteStaleLinks(
  db: Database,
  looked: {
    readonly changed: readonly StoryId[]
    readonly compared: readonly StoryId[]
    readonly kept: readonly Pick<StoryLink, 'from' | 'to'>[]
  },
): Promise<number> {
  const kept = rowsAs('kept', looked.kept, {
    from_story: ['bigint', ({ from }) => from],
    to_story: ['bigint', ({ to }) => to],
  })
  const { rowCount } = await db.execute(sql`delete from ${storyLink} where kind = 'same-event'
    and (from_story = any (${ids(looked.changed)}) or to_story = any (${ids(looked.changed)}))
    and from_story = any (${ids(looked.compared)}) and to_story = any (${ids(looked.compared)})
    and not exists (select from ${kept}
      where kept.from_story = story_link.from_story and kept.to_story = story_link.to_story)`)
  return rowCount ?? 0
}

export interface StoryRevision {
  readonly id: StoryId
  readonly revision: number
}

/** Open stories that changed since counterparts were looked for, or for which that was done under other settings; by id from `after` on. */
export async function storiesToLink(
  db: Database,
  { settings, limit, after }: { settings: string; limit: number; after?: StoryId },
): Promise<StoryRevision[]> {
  return db
    .select({ id: story.id, revision: story.revision })
    .from(story)
    .leftJoin(storyLinkLook, eq(storyLinkLook.storyId, story.id))
    .where(
      and(
        eq(story.state, 'open'),
        or(
          isNull(storyLinkLook.storyId),
          sql`${storyLinkLook.revision} < ${story.revision}`,
          ne(storyLinkLook.settings, settings),
        ),
        ...(after === undefined ? [] : [gt(story.id, after)]),
      ),
    )
    .orderBy(asc(story.id))
    .limit(limit)
}

/** Remembers that counterparts of these stories, as they were at these revisions, were looked for. */
export async function saveLinkLooks(db: Database, looked: readonly StoryRevision[], settings: string): Promise<void> {
  if (looked.length === 0) return
  const rows = rowsAs('look', looked, {
    story_id: ['bigint', ({ id }) => id],
    revision: ['integer', ({ revision }) => revision],
  })
  await db.execute(sql`insert into ${storyLinkLook} (story_id, revision, settings)
    select look.*, ${settings}::text from ${rows}
    on conflict (story_id) do update set revision = excluded.revision, settings = excluded.settings`)
}

export interface OpenStory extends StoryRevision {
  readonly openedAt: Date
  readonly lastArticleAt: Date
}

/** All open stories, by id. */
export async function openStoryRevisions(db: Database): Promise<OpenStory[]> {
  return db
    .select({
      ...{ id: story.id, revision: story.revision },
      ...{ openedAt: story.openedAt, lastArticleAt: story.lastArticleAt },
    })
    .from(story)
    .where(eq(story.state, 'open'))
    .orderBy(asc(story.id))
}

const language = sql<string | null>`nullif(lower(split_part(${article.lang}, '-', 1)), '')`

/** How many languages the open stories are told in. */
export async function countOpenLanguages(db: Database): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${language})::int` })
    .from(story)
    .innerJoin(membership, eq(membership.storyId, story.id))
    .innerJoin(article, eq(article.id, membership.articleId))
    .where(eq(story.state, 'open'))
  return row?.count ?? 0
}

export interface ArticleToSketch {
  readonly storyId: StoryId
  readonly id: ArticleId
  readonly title: string
  readonly text: string
  /** Primary language in lower case. */
  readonly lang: string | null
  readonly articleAt: Date
}

/** The newest articles of each of these stories, at most `perStory`. */
export async function articlesToSketch(
  db: Database,
  stories: readonly StoryId[],
  perStory: number,
): Promise<ArticleToSketch[]> {
  const newest = db
    .select({
      storyId: membership.storyId,
      id: article.id,
      title: sql<string>`${article.title}`.as('title'),
      text: sql<string>`${article.text}`.as('text'),
      lang: language.as('lang'),
      articleAt: membership.articleAt,
      rank: sql<number>`row_number() over (partition by ${membership.storyId} order by ${membership.articleAt} desc, ${article.id})`.as(
        'rank',
      ),
    })
    .from(membership)
    .innerJoin(article, eq(article.id, membership.articleId))
    .where(sql`${membership.storyId} = any (${ids(stories)})`)
    .as('newest')
  return db
    .select({
      ...{ storyId: newest.storyId, id: newest.id, title: newest.title },
      ...{ text: newest.text, lang: newest.lang, articleAt: newest.articleAt },
    })
    .from(newest)
    .where(sql`${newest.rank} <= ${perStory}`)
    .orderBy(asc(newest.storyId), asc(newest.rank))
}

/** Titles and texts of articles by id. */
export async function textsOfArticles(
  db: Database,
  articles: readonly ArticleId[],
): Promise<Map<ArticleId, { title: string; text: string }>> {
  const rows = await db
    .select({ id: article.id, title: sql<string>`${article.title}`, text: sql<string>`${article.text}` })
    .from(article)
    .where(sql`${article.id} = any (${ids(articles)})`)
  return new Map(rows.map(({ id, title, text }) => [articleId(id), { title, text }]))
}

export interface LinkedStory {
  readonly storyId: StoryId
  readonly relation: 'same-event' | 'continues' | 'continued-by'
  readonly score: number | null
  readonly reason: string
}

/** What a story is linked to, as things stand: both ends resolved to where they were merged into, each story once a relation. */
export async function linkedStories(db: Database, id: StoryId): Promise<LinkedStory[]> {
  const { rows } = await db.execute<{ story: string } & Omit<LinkedStory, 'storyId'>>(sql`with recursive
    onward (id, merged_into) as (
      select id, merged_into from story where id = ${id}
      union select story.id, story.merged_into from story join onward on story.id = onward.merged_into),
    mine (id) as (
      select id from onward where merged_into is null
      union select story.id from story join mine on story.merged_into = mine.id),
    linked (other, relation, score, reason) as (
      select to_story, kind, score, reason from story_link join mine on mine.id = from_story
      union all
      select from_story, case kind when 'continues' then 'continued-by' else kind end, score, reason
      from story_link join mine on mine.id = to_story),
    ahead (other, id, merged_into) as (
      select id, id, merged_into from story where id in (select other from linked)
      union select ahead.other, story.id, story.merged_into from story join ahead on story.id = ahead.merged_into)
    select distinct on (ahead.id, relation) ahead.id::text as story, relation, score, reason
    from linked join ahead on ahead.other = linked.other and ahead.merged_into is null
    where ahead.id not in (select id from mine)
    order by ahead.id, relation, score desc nulls last`)
  return rows.map(({ story, relation, score, reason }) => ({ storyId: storyId(story), relation, score, reason }))
}

const ids = (values: readonly string[]): SQL => sql`${sql.param([...values])}::bigint[]`

import { and, desc, eq, gte, lt, ne, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { story } from './schema.ts'
import type { OpenStory } from './story-links.ts'

const dated = {
  ...{ id: story.id, revision: story.revision },
  ...{ openedAt: story.openedAt, lastArticleAt: story.lastArticleAt },
}

const hasTwoArticles = sql`exists (select from membership where story_id = ${story.id} offset 1)`

/** Open stories of two or more articles that continue no story yet, nor does any that was merged into them; the newest first. */
export async function storiesWithoutEarlier(db: Database): Promise<OpenStory[]> {
  return db
    .select(dated)
    .from(story)
    .where(
      and(
        eq(story.state, 'open'),
        hasTwoArticles,
        sql`not exists (select from story_link where kind = 'continues' and from_story = ${story.id})`,
        sql`not exists (select from story merged join story_link on from_story = merged.id
          where kind = 'continues' and merged.merged_into = ${story.id})`,
      ),
    )
    .orderBy(desc(story.id))
}

/** Stories of two or more articles, open and closed, whose last article is of this time; the newest `limit`, newest first. */
export async function storiesThatEnded(
  db: Database,
  { from, before, limit }: { from: Date; before: Date; limit: number },
): Promise<OpenStory[]> {
  return db
    .select(dated)
    .from(story)
    .where(
      and(ne(story.state, 'merged'), gte(story.lastArticleAt, from), lt(story.lastArticleAt, before), hasTwoArticles),
    )
    .orderBy(desc(story.lastArticleAt), desc(story.id))
    .limit(limit)
}

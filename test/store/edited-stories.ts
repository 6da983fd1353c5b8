import { type ArticleId, articleId } from '../../src/article/article.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import type { TestDatabase } from '../database.ts'

export const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 8, minute))

/** Stories of these numbers of articles, in a database that had none: their ids and their articles' ids. */
export async function storiesOfSizes(
  { pool }: TestDatabase,
  sizes: readonly number[],
): Promise<{ id: StoryId; articles: ArticleId[] }[]> {
  await pool.query(
    'truncate story_edit, story_constraint, membership, story, article, change_log restart identity cascade',
  )
  await pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now()) on conflict do nothing`,
  )
  const stories = []
  let minute = 0
  for (const size of sizes) {
    const { rows } = await pool.query('insert into story (opened_at, last_article_at) values ($1, $1) returning id', [
      at(minute),
    ])
    const id = storyId(String(rows[0].id))
    const articles = []
    for (let index = 0; index < size; index++) {
      minute += 1
      const made = await pool.query(
        `insert into article (source_id, canonical_url, fetch_url, fetch_host, state, title, text, discovered_at, settled_at, next_attempt_at)
         values ('ledger', $1, $1, 'ledger.example', 'extracted', $2, 'Text.', $3, $3, $3) returning id`,
        [`https://ledger.example/${minute}`, `Title ${minute}`, at(minute)],
      )
      articles.push(articleId(String(made.rows[0].id)))
      await pool.query(
        `insert into membership (article_id, story_id, article_at, how, similarity, reason, settings, at) values ($1, $2, $3, 'joins', 0.5, 'alike', 'stories-1', $3)`,
        [articles.at(-1), id, at(minute)],
      )
    }
    stories.push({ id, articles })
  }
  await pool.query(
    `update story set opened_at = times.first, last_article_at = times.last
     from (select story_id, min(article_at) as first, max(article_at) as last from membership group by 1) as times where id = story_id`,
  )
  return stories
}

/** Which story each article is in, by id. */
export async function places({ pool }: TestDatabase): Promise<Record<string, string>> {
  const { rows } = await pool.query('select article_id, story_id from membership order by article_id')
  return Object.fromEntries(rows.map(({ article_id, story_id }) => [String(article_id), String(story_id)]))
}

import type { Pool } from 'pg'
import type { StoryId } from '../../src/story/story.ts'

export interface Printed {
  readonly source: string
  readonly text: string
  readonly lang?: string
  /** The agency that it credits. */
  readonly wire?: string
}

/** A new story of these articles by sources that are known. */
export async function printStory(pool: Pool, articles: readonly Printed[]): Promise<StoryId> {
  const at = '2026-03-10T08:00:00Z'
  const story = await pool.query<{ id: StoryId }>(
    'insert into story (opened_at, last_article_at) values ($1, $1) returning id::text',
    [at],
  )
  const id = story.rows[0]?.id
  if (id === undefined) throw new Error('no story was stored')
  for (const [number, { source, text, lang = 'en', wire = null }] of articles.entries()) {
    await pool.query(
      `with printed as (
         insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at, settled_at, state, title, text, lang, wire)
         select $1, url, url, $1 || '.example', $2, $2, $2, 'extracted', 'Told', $3, $4, $5
         from (select 'https://' || $1 || '.example/' || $6::text || '-' || $7::text as url) as place returning id)
       insert into membership (article_id, story_id, article_at, how, reason, settings, at)
       select id, $6::bigint, $2, 'joins', '', 'x', $2 from printed`,
      [source, at, text, lang, wire, id, number],
    )
  }
  return id
}

export async function foundSource(pool: Pool, id: string, name: string, kind = 'newspaper'): Promise<void> {
  await pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     values ($1, $2, 'https://' || $1 || '.example/', 'GB', '{en}', $3, 'domestic', now(), now())
     on conflict do nothing`,
    [id, name, kind],
  )
}

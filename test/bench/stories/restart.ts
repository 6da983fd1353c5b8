import { sql } from 'drizzle-orm'
import { cluster } from '../../../pipelines/cluster.ts'
import { StoryStreams } from '../../../pipelines/story-streams.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { languageLock } from '../../../src/store/pipeline-lock.ts'
import { rowsAs } from '../../../src/store/rows-as.ts'
import { openStories } from '../../../src/story/assign.ts'
import { storySettings } from '../../../src/story/settings.ts'
import { storyId } from '../../../src/story/story.ts'
import { createBenchDatabase, openBenchServer } from '../bench-database.ts'
import type { SpeedFigures } from './speed.ts'
import { type SyntheticArticle, streamWithOpen } from './synthetic.ts'

const chunk = 2_000

interface Kept {
  readonly article: SyntheticArticle
  readonly arrival: number
  readonly story: string
  readonly vector: Buffer
  readonly counted: Buffer
}

/** Runs `work` on a database in which so many articles of the synthetic stream are open. */
export async function withOpenArticles<T>(
  { open, seed }: { readonly open: number; readonly seed: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = await openBenchServer()
  try {
    const database = await createBenchDatabase(server, [])
    try {
      await fillWithOpen(database.db, open, seed)
      return await work(database.url)
    } finally {
      await database.drop()
    }
  } finally {
    await server.close()
  }
}

/** Articles, stories and vectors as the pipeline would have left them, but for what articles say. */
export async function fillWithOpen(db: Database, open: number, seed: string): Promise<void> {
  await db.execute(sql`insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
    values ('synthetic', 'Synthetic', 'https://synthetic.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())`)
  const stories = openStories()
  const stream = streamWithOpen(open, storySettings.windowDays, seed)
  const made = new StoryStreams().vectorSettings
  let last = 0
  for (let done = 0; done < open; ) {
    const rows: Kept[] = []
    for (; rows.length < chunk && done < open; done += 1) {
      const article: SyntheticArticle = stream.next().value
      stories.advanceTo(article.when)
      const { decision, settled } = stories.take(
        { articleId: article.id, features: article.features, when: article.when },
        () => storyId(String(++last)),
      )
      const { arrival, bytes, counted } = stories.memory()
      const story = settled.find(({ articleId }) => articleId === decision.articleId)?.storyId ?? '0'
      rows.push({ article, arrival, story, vector: Buffer.from(bytes), counted: Buffer.from(counted.buffer) })
    }
    await insert(db, rows, made)
  }
  for (const table of ['article', 'story'])
    await db.execute(
      sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.identifier(table)}))`,
    )
  await db.execute(sql`analyze`)
}

/** Where later articles moved one does not matter here: each stands in the story that it first came to. */
async function insert(db: Database, rows: readonly Kept[], made: string): Promise<void> {
  const kept = rowsAs('kept', rows, {
    id: ['bigint', ({ arrival }) => arrival],
    story: ['bigint', ({ story }) => story],
    at: ['timestamptz', ({ article }) => article.when.toISOString()],
    vector: ['text', ({ vector }) => vector.toString('base64')],
    counted: ['text', ({ counted }) => counted.toString('base64')],
  })
  await db.execute(sql`with kept as materialized (select * from ${kept}),
    articles as (insert into article (id, source_id, canonical_url, fetch_url, fetch_host, state, title, text, lang, published_at,
        discovered_at, settled_at, next_attempt_at)
      overriding system value
      select id, 'synthetic', 'https://synthetic.example/' || id, '', '', 'extracted', 'Title', repeat('Text. ', 50), 'en', at, at, at, at from kept),
    stories as (insert into story (id, opened_at, last_article_at) overriding system value
      select distinct on (story) story, at, at from kept on conflict do nothing),
    vectors as (insert into article_vector (language, arrival, article_id, article_at, settings, vector, counted)
      select 'en', id, id, at, ${made}, decode(vector, 'base64'), decode(counted, 'base64') from kept)
    insert into membership (article_id, story_id, article_at, how, reason, settings, at)
      select id, story, at, 'joins', 'synthetic', ${made}, at from kept`)
}

/** A process that has just begun groups one more article: how long that takes, and how many articles it knows then. */
export async function restartTime(url: string): Promise<SpeedFigures> {
  const { db, close } = openDatabase(url)
  await db.execute(sql`insert into article (source_id, canonical_url, fetch_url, fetch_host, state, title, text, lang,
      discovered_at, settled_at, next_attempt_at)
    select 'synthetic', gen_random_uuid(), '', '', 'extracted', 'A bridge opens in Tarnholm', 'The mayor of Tarnholm opened a bridge.',
      'en', max(article_at), now(), now() from article_vector`)
  const began = performance.now()
  const streams = new StoryStreams()
  const { articles } = await cluster({ db, clock: { now: () => new Date() }, lock: languageLock(url) }, {}, streams)
  const seconds = (performance.now() - began) / 1000
  const open = streams.known('en')?.stories.size.articles ?? 0
  const { rows } = await db.execute<{
    bytes: number
  }>(sql`select avg(pg_column_size(vector) + pg_column_size(counted))::float as bytes
    from (select vector, counted from article_vector limit 10000) as few`)
  await close()
  return { open, articles, seconds, storedBytesEach: rows[0]?.bytes ?? 0 }
}

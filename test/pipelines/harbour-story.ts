import { bundle } from '../../pipelines/bundle.ts'
import type { ModelWriting } from '../../pipelines/write-by-model.ts'
import { createLog } from '../../src/outside/log.ts'
import { createModel } from '../../src/outside/model.ts'
import type { TestDatabase } from '../database.ts'
import { harbourDeal } from '../story/sample-articles.ts'

/** One open story of three outlets, due for its bundle. */
export async function storeHarbourStory({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     select id, id, 'https://' || id || '.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now()
     from unnest(array['ledger', 'tribune', 'post']) as id;
     insert into story (opened_at, last_article_at) values ('2026-03-10T08:00Z', '2026-03-10T08:00Z')`,
  )
  for (const [at, { title, text }] of harbourDeal.entries()) {
    const { rows } = await pool.query(
      `insert into article (source_id, canonical_url, fetch_url, fetch_host, state, title, text, lang, published_at, discovered_at, settled_at, next_attempt_at)
       values ($1, $2, $2, 'x.example', 'extracted', $3, $4, 'en', '2026-03-10T08:00Z', now(), now(), now()) returning id`,
      [['ledger', 'tribune', 'post'][at], `https://x.example/${at}`, title, text],
    )
    await pool.query(
      `insert into membership (article_id, story_id, article_at, how, reason, settings, at) values ($1, 1, '2026-03-10T08:00Z', 'joins', '', 'x', now())`,
      [rows[0].id],
    )
  }
}

/** A model at this address, which is given up after half a second unless a test has more patience. */
export function writingFrom(url: string, more: Partial<ModelWriting> = {}, timeoutMs = 500): ModelWriting {
  const options = { url, key: null, name: 'test', userAgent: 'Parallax/0.1', allowNet: [], timeoutMs }
  return {
    ...{ model: createModel({ ...options, maxRetries: 0 }), background: 'hold', tokensADay: 10_000 },
    ...{ log: createLog({ level: 'silent', pretty: false }), ...more },
  }
}

/** Writes what is due. */
export const writeBundles = ({ db }: TestDatabase, writing: ModelWriting | null, minSources = 2) =>
  bundle(
    { db, clock: { now: () => new Date('2026-03-12T00:00:00Z') } },
    { minSources, publish: 'auto', goDeeper: [], writing },
  )

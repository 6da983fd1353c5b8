import { afterEach, beforeEach, expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { sourceId } from '../../src/source/source.ts'
import { saveDuplicate, saveExtracted } from '../../src/store/articles.ts'
import { saveCorrection } from '../../src/store/corrections.ts'
import { articlesTitledAlike } from '../../src/store/titled-alike.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { pageThatSaysLittle } from './extracted.ts'

const now = new Date('2026-03-12T06:00:00Z')
const titleKey = 'old iron bridge to close'
const extracted = { ...pageThatSaysLittle, title: 'Old iron bridge to close', text: 'It will close.' }
let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
  await database.pool.query(`insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
    values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())`)
})
afterEach(() => database.drop())

/** Connections that are still to be opened would make the writers take turns. */
const openConnections = () => Promise.all(Array.from({ length: 8 }, () => database.pool.query('select pg_sleep(0.2)')))

async function discovered(count: number) {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at)
     select 'ledger', 'https://ledger.example/' || n, 'https://ledger.example/' || n, 'ledger.example', $1, $1 from generate_series(1, $2::int) n returning id::text`,
    [now, count],
  )
  return rows.map(({ id }) => articleId(id))
}

const asked = (id: ReturnType<typeof articleId>, appearedAt = now) => ({
  id,
  sourceId: sourceId('ledger'),
  titleKey,
  appearedAt,
})

test('of pages of one title that are settled at the same time one becomes the article', async () => {
  const ids = await discovered(8)
  await openConnections()
  await Promise.all(
    ids.map((id) =>
      database.db.transaction(async (tx) => {
        const [same] = await articlesTitledAlike(tx, asked(id))
        if (same) await saveDuplicate(tx, id, same.id, now)
        else await saveExtracted(tx, id, extracted, { publishedAt: null, titleKey, now })
      }),
    ),
  )
  const { rows } = await database.pool.query('select state, count(*)::int from article group by 1 order by 1')
  expect(rows).toEqual([
    { state: 'extracted', count: 1 },
    { state: 'rejected', count: 7 },
  ])
})

test('a title of more than a week ago, or of another source, is another article’s', async () => {
  const [id, other] = await discovered(2)
  if (id === undefined || other === undefined) throw new Error('not discovered')
  await saveExtracted(database.db, id, extracted, { publishedAt: null, titleKey, now })
  const week = 7 * 86_400_000
  const found = (appearedAt: Date) => database.db.transaction((tx) => articlesTitledAlike(tx, asked(other, appearedAt)))
  expect(await found(new Date(now.getTime() + week))).toEqual([{ id, text: extracted.text }])
  expect(await found(new Date(now.getTime() - week))).toHaveLength(1)
  expect(await found(new Date(now.getTime() + week + 1000))).toEqual([])
  await database.pool.query(
    `insert into source select 'rift', name, home, country, languages, kind, reach, owner, user_agent, declared, created_at, updated_at from source`,
  )
  await database.pool.query(`update article set source_id = 'rift' where id = $1`, [id])
  expect(await found(now)).toEqual([])
})

test('of workers that look at one changed page at the same time one corrects the article', async () => {
  const [id] = await discovered(1)
  if (id === undefined) throw new Error('not discovered')
  await saveExtracted(database.db, id, extracted, { publishedAt: null, titleKey, now })
  const { title, authors, publishedAt, lang, section } = extracted
  const values = { title, authors, publishedAt, lang, section, text: 'It will stay open.' }
  const correction = {
    ...{ id, version: 1, changed: ['text' as const], values, page: extracted },
    ...{ titleKey, actor: 'pipeline:extract', now },
  }
  await openConnections()
  const save = () => database.db.transaction((tx) => saveCorrection(tx, correction))
  const saved = await Promise.all([save(), save(), save(), save()])
  expect(saved.toSorted()).toEqual(['already-known', 'already-known', 'already-known', 'corrected'])
  const { rows } = await database.pool.query(
    `select article.version, article.text, article_version.text as before from article join article_version on article_id = id`,
  )
  expect(rows).toEqual([{ version: 2, text: 'It will stay open.', before: 'It will close.' }])
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { sign } from '../../pipelines/sign.ts'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { signatureOf } from '../../src/article/signature.ts'
import { saveExtracted } from '../../src/store/articles.ts'
import { saveCorrection, saveReplayed } from '../../src/store/corrections.ts'
import { articlesThatMayBeOneText, saveMissingSignatures, saveSignatures } from '../../src/store/signatures.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { pageThatSaysLittle } from './extracted.ts'

const now = new Date('2026-03-12T06:00:00Z')
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ')
let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
  await database.pool.query(`insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
    values ('ledger', 'The Ledger', 'https://ledger.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now())`)
})
afterEach(() => database.drop())

async function discovered(name: string): Promise<ArticleId> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into article (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at)
     select 'ledger', url, url, 'ledger.example', $2, $2 from (select 'https://ledger.example/' || $1 as url) as page returning id::text`,
    [name, now],
  )
  return articleId(rows[0]?.id ?? '')
}

async function extracted(name: string, text: string): Promise<ArticleId> {
  const id = await discovered(name)
  await saveExtracted(database.db, id, { ...pageThatSaysLittle, text }, { publishedAt: null, titleKey: null, now })
  return id
}

const correctionTo = (id: ArticleId, text: string) => {
  const { title, authors, publishedAt, lang, section } = pageThatSaysLittle
  const values = { title, authors, publishedAt, lang, section, text }
  return {
    ...{ id, version: 1, changed: ['text' as const], values, page: pageThatSaysLittle },
    ...{ titleKey: null, actor: 'pipeline:extract', now },
  }
}

const found = async (id: ArticleId, limit = 10) =>
  (await articlesThatMayBeOneText(database.db, id, limit)).map((candidate) => candidate.id)
const bandsOf = async (id: ArticleId) =>
  (await database.pool.query('select bands from article_signature where article_id = $1', [id])).rows[0]?.bands

test('an article’s signature is stored with its text, and finds copies and parts of it, the nearest first', async () => {
  const whole = await extracted('whole', words(0, 300))
  const part = await extracted('part', words(0, 120))
  const copy = await extracted('copy', `${words(0, 290)} and no more`)
  const other = await extracted('other', words(1000, 300))
  expect(await bandsOf(whole)).toEqual(signatureOf(words(0, 300)))
  expect(await found(whole)).toEqual([copy, part])
  expect(await found(whole, 1)).toEqual([copy])
  expect(await found(part)).toEqual(expect.arrayContaining([whole, copy]))
  expect(await found(other)).toEqual([])
  const [nearest] = await articlesThatMayBeOneText(database.db, whole, 1)
  expect(nearest?.bands).toBe(
    signatureOf(words(0, 300)).filter((band, at) => signatureOf(`${words(0, 290)} and no more`)[at] === band).length,
  )
})

test.each([
  ['corrected', saveCorrection],
  ['extracted again', saveReplayed],
])('an article that is %s is found by its new text', async (_, save) => {
  const other = await extracted('other', words(1000, 300))
  const id = await extracted('changed', words(0, 300))
  expect(await found(id)).toEqual([])
  await database.db.transaction((tx) => save(tx, correctionTo(id, words(1000, 280))))
  expect(await found(id)).toEqual([other])
})

test('a page that was settled by another keeps the other’s signature; a text without words has none to be found by', async () => {
  const id = await extracted('page', words(0, 300))
  const again = { ...pageThatSaysLittle, text: words(1000, 300) }
  expect(await saveExtracted(database.db, id, again, { publishedAt: null, titleKey: null, now })).toBe(
    'already-settled',
  )
  expect(await bandsOf(id)).toEqual(signatureOf(words(0, 300)))
  const [a, b] = [await extracted('a', 'Closed.'), await extracted('b', 'Closed.')]
  expect(await bandsOf(a)).toEqual([])
  expect(await found(a)).toEqual([])
  expect(await found(b)).toEqual([])
})

test('articles of before, and of an older method, are signed once', async () => {
  const [a, b, c] = [await extracted('a', words(0, 90)), await extracted('b', words(0, 80)), await discovered('c')]
  const others = await Promise.all(
    Array.from({ length: 105 }, (_, at) => extracted(`${at}`, words(500 + at * 100, 90))),
  )
  await database.pool.query('delete from article_signature where article_id <> $1', [b])
  await database.pool.query(`update article_signature set method = 32767, bands = '{1}'`)
  expect(await found(a)).toEqual([])
  expect(await sign(database.db)).toBe(others.length + 2)
  expect(await found(a)).toEqual([b])
  expect(await bandsOf(c)).toBeUndefined()
  expect(await sign(database.db)).toBe(0)
})

test('a signature of a text that was corrected in the meantime is not taken back', async () => {
  const id = await extracted('page', words(0, 300))
  const [old, corrected] = [signatureOf(words(0, 300)), signatureOf(words(1000, 300))]
  await saveSignatures(database.db, [{ id, signature: corrected }])
  await saveMissingSignatures(database.db, [{ id, signature: old }])
  expect(await bandsOf(id)).toEqual(corrected)
})

test('candidates are looked up in the index of bands, not among all', async () => {
  const id = await extracted('page', words(0, 300))
  const client = await database.pool.connect()
  await client.query('set enable_seqscan = off')
  const { rows } = await client.query(
    `explain select other.article_id from article_signature mine join article_signature other on other.bands && mine.bands where mine.article_id = $1`,
    [id],
  )
  client.release()
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('article_signature_bands')
})

import { and, asc, eq, sql } from 'drizzle-orm'
import { type ArticleId, articleId } from '../article/article.ts'
import type { ExtractedArticle } from '../article/extracted.ts'
import type { OptOut } from '../article/opt-outs.ts'
import { signatureOf } from '../article/signature.ts'
import { type Host, hostOf } from '../feed/host.ts'
import type { SourceId } from '../source/source.ts'
import { metadataColumns } from './article-metadata.ts'
import { appearedAt } from './article-rows.ts'
import type { Database } from './database.ts'
import { pageIsDue } from './due-hosts.ts'
import { type FeedId, feedId } from './ids.ts'
import { rowsAs } from './rows-as.ts'
import { article, articleAddress, item, rawPage, source } from './schema.ts'
import { saveSignatures } from './signatures.ts'

/** An entry of a feed on its way to being an article. */
export interface Sighting {
  readonly feedId: FeedId
  readonly sourceId: SourceId
  readonly key: string
  readonly canonicalUrl: string
  readonly fetchUrl: string
  readonly title: string | null
  readonly summary: string | null
  readonly content: string | null
  readonly author: string | null
  readonly publishedAt: Date | null
  readonly updatedAt: Date | null
}

/**
 * The articles behind sightings, by the sightings' canonical addresses; those whose address was never seen are inserted
 * as discovered. Two processes that discover one page at a time get the same row. Wants a transaction.
 */
export async function discoverArticles(
  db: Database,
  sightings: readonly Sighting[],
  now: Date,
): Promise<Map<string, { id: ArticleId; added: boolean }>> {
  const found = new Map<string, { id: ArticleId; added: boolean }>()
  const byUrl = new Map(sightings.map((sighting) => [sighting.canonicalUrl, sighting]))
  for (const { url, id } of await articlesByAddress(db, [...byUrl.keys()])) found.set(url, { id, added: false })
  const unseen = [...byUrl.values()].filter(({ canonicalUrl }) => !found.has(canonicalUrl))
  if (unseen.length === 0) return found
  for (const { id, url } of await insertDiscovered(db, unseen, now)) found.set(url, { id, added: true })
  const heldByOthers = unseen.map(({ canonicalUrl }) => canonicalUrl).filter((url) => !found.has(url))
  for (const { id, url } of await articlesAt(db, heldByOthers)) found.set(url, { id, added: false })
  await saveAddresses(
    db,
    [...found].map(([url, { id }]) => ({ url, articleId: id })),
  )
  return found
}

async function articlesByAddress(db: Database, urls: readonly string[]) {
  return db
    .select({ url: articleAddress.url, id: articleAddress.articleId })
    .from(articleAddress)
    .where(sql`${articleAddress.url} = any(${sql.param([...urls])}::text[])`)
}

async function insertDiscovered(db: Database, sightings: readonly Sighting[], now: Date) {
  // In the order of addresses: two workers that discover the same pages wait for each other instead of blocking each other.
  const rows = sightings.toSorted((a, b) => (a.canonicalUrl < b.canonicalUrl ? -1 : 1))
  const sighted = rowsAs('sighted', rows, {
    source_id: ['text', ({ sourceId }) => sourceId],
    canonical_url: ['text', ({ canonicalUrl }) => canonicalUrl],
    fetch_url: ['text', ({ fetchUrl }) => fetchUrl],
    fetch_host: ['text', ({ fetchUrl }) => hostOf(fetchUrl)],
  })
  const inserted = await db.execute<{ id: string; url: string }>(
    sql`insert into ${article} (source_id, canonical_url, fetch_url, fetch_host, discovered_at, next_attempt_at)
      select sighted.*, ${now}::timestamptz, ${now}::timestamptz from ${sighted}
      on conflict (canonical_url) do nothing returning id::text, canonical_url as url`,
  )
  return inserted.rows.map(({ id, url }) => ({ id: articleId(id), url }))
}

async function articlesAt(db: Database, urls: readonly string[]) {
  if (urls.length === 0) return []
  return db
    .select({ id: article.id, url: article.canonicalUrl })
    .from(article)
    .where(sql`${article.canonicalUrl} = any(${sql.param([...urls])}::text[])`)
}

async function saveAddresses(db: Database, rows: readonly { url: string; articleId: ArticleId }[]): Promise<void> {
  const addresses = rowsAs(
    'address',
    rows.toSorted((a, b) => (a.url < b.url ? -1 : 1)),
    { url: ['text', ({ url }) => url], article_id: ['bigint', (row) => row.articleId] },
  )
  await db.execute(
    sql`insert into ${articleAddress} (url, article_id) select * from ${addresses} on conflict do nothing`,
  )
}

/** Sightings as rows of their feeds; returns the feed of each that was new to it. */
export async function saveItems(
  db: Database,
  sightings: readonly (Sighting & { articleId: ArticleId })[],
  now: Date,
): Promise<FeedId[]> {
  if (sightings.length === 0) return []
  const sighted = rowsAs('sighted', sightings, {
    feed_id: ['bigint', (sighting) => sighting.feedId],
    key: ['text', ({ key }) => key],
    article_id: ['bigint', (sighting) => sighting.articleId],
    title: ['text', ({ title }) => title],
    summary: ['text', ({ summary }) => summary],
    content: ['text', ({ content }) => content],
    url: ['text', ({ fetchUrl }) => fetchUrl],
    author: ['text', ({ author }) => author],
    published_at: ['timestamptz', ({ publishedAt }) => publishedAt],
    updated_at: ['timestamptz', ({ updatedAt }) => updatedAt],
  })
  const { rows } = await db.execute<{ id: string }>(
    sql`insert into ${item} (feed_id, key, article_id, title, summary, content, url, author, published_at, updated_at, seen_at)
      select sighted.*, ${now}::timestamptz from ${sighted} on conflict do nothing returning feed_id::text as id`,
  )
  return rows.map(({ id }) => feedId(id))
}

/** What a feed says of an article whose text it carries. */
export interface FeedEntry {
  readonly title: string
  readonly author: string | null
  readonly publishedAt: string | null
  readonly content: string
}

export interface Discovered {
  readonly id: ArticleId
  readonly fetchUrl: string
  readonly canonicalUrl: string
  readonly attempts: number
  readonly userAgent: string | null
  readonly sourceId: SourceId
  readonly sourceName: string
  /** The article as a feed carries it. */
  readonly fromFeed: FeedEntry | null
  /** By what is known before the page is read. */
  readonly appearedAt: Date
}

const fromFeed = sql<FeedEntry | null>`(
  select json_build_object('title', title, 'author', author, 'publishedAt', published_at, 'content', content) from ${item}
  where article_id = ${article.id} and content is not null and title is not null order by length(content) desc limit 1)`

/** Discovered articles of a host whose page is still to be fetched, the longest waiting first. */
export async function articlesToExtract(
  db: Database,
  { host, now, limit }: { host: Host; now: Date; limit: number },
): Promise<Discovered[]> {
  return db
    .select({
      id: article.id,
      fetchUrl: article.fetchUrl,
      canonicalUrl: article.canonicalUrl,
      attempts: article.attempts,
      userAgent: source.userAgent,
      sourceId: article.sourceId,
      sourceName: source.name,
      appearedAt,
      fromFeed,
    })
    .from(article)
    .innerJoin(source, eq(source.id, article.sourceId))
    .where(and(eq(article.fetchHost, host), pageIsDue(now)))
    .orderBy(asc(article.nextAttemptAt), asc(article.id))
    .limit(limit)
}

/** How many pages are to be fetched now: for progress. */
export async function countToExtract(db: Database, now: Date): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(article).where(pageIsDue(now))
  return row?.count ?? 0
}

/** The page became an article, with its signature. Repeating it changes nothing: only a discovered row is settled. */
export async function saveExtracted(
  db: Database,
  id: ArticleId,
  extracted: ExtractedArticle,
  { publishedAt, titleKey, now }: { publishedAt: Date | null; titleKey: string | null; now: Date },
): Promise<'saved' | 'already-settled'> {
  const rows = await db
    .update(article)
    .set({
      ...{ state: 'extracted' as const, title: extracted.title, authors: [...extracted.authors], text: extracted.text },
      ...metadataColumns(extracted, now),
      ...{
        publishedAt,
        titleKey,
        section: extracted.section,
        settledAt: now,
        attempts: sql`${article.attempts} + 1`,
      },
    })
    .where(and(eq(article.id, id), eq(article.state, 'discovered')))
    .returning({ id: article.id })
  if (rows.length === 0) return 'already-settled'
  await saveSignatures(db, [{ id, signature: signatureOf(extracted.text) }])
  return 'saved'
}

/** The page will never be an article, and why. */
export async function saveRejected(db: Database, id: ArticleId, reason: string, now: Date): Promise<void> {
  await db
    .update(article)
    .set({ state: 'rejected', rejectedReason: reason, settledAt: now, attempts: sql`${article.attempts} + 1` })
    .where(and(eq(article.id, id), eq(article.state, 'discovered')))
}

/** The page could not be had this time. */
export async function postponeArticle(db: Database, id: ArticleId, nextAttemptAt: Date): Promise<void> {
  await db
    .update(article)
    .set({ nextAttemptAt, attempts: sql`${article.attempts} + 1` })
    .where(and(eq(article.id, id), eq(article.state, 'discovered')))
}

/**
 * The page named `canonicalUrl` as its own address. Where that is another article's, this row is that article seen by
 * another way: its sightings and addresses go over and it is rejected as a duplicate. Wants a transaction.
 */
export async function adoptCanonicalUrl(
  db: Database,
  id: ArticleId,
  canonicalUrl: string,
  now: Date,
): Promise<'adopted' | 'duplicate'> {
  const [holder] = [...(await articlesByAddress(db, [canonicalUrl])), ...(await articlesAt(db, [canonicalUrl]))]
  if (!holder || holder.id === id) {
    await db.update(article).set({ canonicalUrl }).where(eq(article.id, id))
    await saveAddresses(db, [{ url: canonicalUrl, articleId: id }])
    return 'adopted'
  }
  await saveDuplicate(db, id, holder.id, now)
  return 'duplicate'
}

/** This row is the article `holder`, seen by another way: its sightings and addresses go over. Wants a transaction. */
export async function saveDuplicate(db: Database, id: ArticleId, holder: ArticleId, now: Date): Promise<void> {
  await db.update(item).set({ articleId: holder }).where(eq(item.articleId, id))
  await db.update(articleAddress).set({ articleId: holder }).where(eq(articleAddress.articleId, id))
  await saveRejected(db, id, 'duplicate', now)
}

export interface RawPage {
  readonly articleId: ArticleId
  readonly fetchedAt: Date
  readonly url: string
  readonly contentType: string | null
  readonly sha256: string
  readonly bodyBrotli: Buffer
}

export async function saveRawPage(db: Database, page: RawPage): Promise<void> {
  await db.insert(rawPage).values(page).onConflictDoNothing()
}

/** Deletes the copies of a page that forbids them by now. */
export async function dropRawPages(db: Database, id: ArticleId): Promise<void> {
  await db.delete(rawPage).where(eq(rawPage.articleId, id))
}

/** What the page asked of those who read it by machine when it was looked at. */
export async function saveOptOuts(db: Database, id: ArticleId, optOuts: readonly OptOut[]): Promise<void> {
  await db
    .update(article)
    .set({ optOuts: [...optOuts] })
    .where(and(eq(article.id, id), sql`${article.optOuts} <> ${sql.param([...optOuts])}::text[]`))
}

/** Deletes all copies of pages; returns whether there were any. */
export async function dropAllRawPages(db: Database): Promise<boolean> {
  const [any] = await db.select({ id: rawPage.articleId }).from(rawPage).limit(1)
  if (any === undefined) return false
  await db.execute(sql`truncate ${rawPage}`)
  return true
}

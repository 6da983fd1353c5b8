import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { BundleDocument } from '../bundle/document.ts'
import type { Database } from './database.ts'
import type { BundleId } from './ids.ts'
import { bundle, bundleVersion, story } from './schema.ts'

export interface PublishedBundle {
  readonly id: BundleId
  readonly version: number
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly document: BundleDocument
}

export interface BundleQuery {
  /** UTC day on which the story's newest article appeared, YYYY-MM-DD. */
  readonly day?: string | undefined
  readonly section?: string | undefined
  readonly limit: number
  /** What a former answer gave as `next`. */
  readonly before?: string | undefined
}

export interface BundlePage {
  readonly bundles: readonly PublishedBundle[]
  /** Null on the last page. */
  readonly next: string | null
}

const day = sql<string>`to_char(${story.lastArticleAt} at time zone 'UTC', 'YYYY-MM-DD')`

/** A story that was merged away is read where it went. */
const isThere = ne(story.state, 'merged')

/** Published bundles, the ones with the newest articles first; `next` asks for those after them. */
export async function publishedBundles(db: Database, query: BundleQuery): Promise<BundlePage | { kind: 'bad-cursor' }> {
  const cursor = query.before === undefined ? null : cursorFrom(query.before)
  if (cursor === null && query.before !== undefined) return { kind: 'bad-cursor' }
  const rows = await db
    .select({
      ...{
        id: bundle.id,
        version: bundle.version,
        publishedAt: sql<Date>`${bundle.publishedAt}`.mapWith(bundle.publishedAt),
      },
      ...{ updatedAt: bundle.updatedAt, document: bundleVersion.document, lastArticleAt: story.lastArticleAt },
    })
    .from(bundle)
    .innerJoin(story, eq(story.id, bundle.storyId))
    .innerJoin(bundleVersion, and(eq(bundleVersion.bundleId, bundle.id), eq(bundleVersion.version, bundle.version)))
    .where(
      and(
        eq(bundle.state, 'published'),
        isThere,
        query.day === undefined ? undefined : sql`${day} = ${query.day}`,
        query.section === undefined ? undefined : sql`${bundleVersion.document} ->> 'section' = ${query.section}`,
        cursor === null
          ? undefined
          : sql`(${story.lastArticleAt}, ${bundle.id}) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)`,
      ),
    )
    .orderBy(desc(story.lastArticleAt), desc(bundle.id))
    .limit(query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const next = rows.length > query.limit && last ? cursorTo(last.lastArticleAt, last.id) : null
  return { bundles: page.map(({ lastArticleAt: _, ...published }) => published), next }
}

export type FoundBundle =
  | { readonly kind: 'found'; readonly bundle: PublishedBundle }
  | { readonly kind: 'moved'; readonly to: BundleId }
  | { readonly kind: 'withdrawn'; readonly at: Date }
  | { readonly kind: 'unknown' }

/** What stands at a bundle's id: ids resolve for ever, so that a merged story answers with where it went. */
export async function publishedBundle(db: Database, id: string): Promise<FoundBundle> {
  if (!/^[1-9]\d{0,17}$/.test(id)) return { kind: 'unknown' }
  const [row] = await db
    .select({
      ...{
        id: bundle.id,
        state: bundle.state,
        version: bundle.version,
        publishedAt: bundle.publishedAt,
        updatedAt: bundle.updatedAt,
      },
      ...{ document: bundleVersion.document, mergedInto: story.mergedInto },
    })
    .from(bundle)
    .innerJoin(story, eq(story.id, bundle.storyId))
    .innerJoin(bundleVersion, and(eq(bundleVersion.bundleId, bundle.id), eq(bundleVersion.version, bundle.version)))
    .where(sql`${bundle.id} = ${id}::bigint`)
  if (!row || row.state === 'draft') return { kind: 'unknown' }
  if (row.mergedInto !== null) return movedTo(db, row.mergedInto)
  if (row.state === 'withdrawn') return { kind: 'withdrawn', at: row.updatedAt }
  const { publishedAt, version, updatedAt, document } = row
  if (publishedAt === null) return { kind: 'unknown' }
  return { kind: 'found', bundle: { id: row.id, version, publishedAt, updatedAt, document } }
}

async function movedTo(db: Database, mergedInto: string): Promise<FoundBundle> {
  const { rows } = await db.execute<{ id: string }>(
    sql`with recursive way as (
          select id, merged_into from story where id = ${mergedInto}::bigint
          union all select story.id, story.merged_into from story join way on story.id = way.merged_into
        )
        select bundle.id from way join bundle on bundle.story_id = way.id
        where way.merged_into is null and bundle.state = 'published'`,
  )
  const [target] = rows
  return target ? { kind: 'moved', to: target.id as BundleId } : { kind: 'unknown' }
}

/** UTC days that have published stories, newest first. */
export async function publishedDays(db: Database, limit = 60): Promise<string[]> {
  const rows = await db
    .selectDistinct({ day })
    .from(bundle)
    .innerJoin(story, eq(story.id, bundle.storyId))
    .where(and(eq(bundle.state, 'published'), isThere))
    .orderBy(desc(day))
    .limit(limit)
  return rows.map((row) => row.day)
}

const cursorTo = (at: Date, id: BundleId): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

/** What `cursorTo` wrote, or null: anybody may write a cursor, and Postgres knows no year 0 and no 30th of February. */
function cursorFrom(text: string): { at: string; id: string } | null {
  const [at = '', id = '', ...more] = Buffer.from(text, 'base64url').toString().split(' ')
  return isTime(at) && /^\d{1,18}$/.test(id) && more.length === 0 ? { at, id } : null
}

function isTime(text: string): boolean {
  const time = new Date(text)
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString() === text
  return isReal && time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999
}

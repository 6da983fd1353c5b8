import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { KeptFeed, KeptRating, KeptSource } from '../source/kept-source.ts'
import type { SourceId } from '../source/source.ts'
import type { Database } from './database.ts'
import { feed, rating, source, sourcePause } from './schema.ts'

/** What is kept of all declared sources, or of the one named, declared or not; by id. */
export async function keptSources(db: Database, id?: string): Promise<KeptSource[]> {
  const rows = await db
    .select({ source, pause: sourcePause })
    .from(source)
    .leftJoin(sourcePause, eq(sourcePause.sourceId, source.id))
    .where(id === undefined ? eq(source.declared, true) : sql`${source.id} = ${id}`)
    .orderBy(asc(source.id))
  const feeds = await feedsBySource(db, id)
  const ratings = await ratingsBySource(db, id)
  return rows.map(({ source: row, pause }) => ({
    ...{ id: row.id, name: row.name, home: row.home, country: row.country, languages: row.languages },
    ...{
      kind: row.kind,
      reach: row.reach,
      owner: row.owner,
      ownership: row.ownership,
      userAgent: row.userAgent,
      declared: row.declared,
    },
    opinion: { paths: row.opinionPaths, sections: row.opinionSections },
    ...{ ratings: ratings.get(row.id) ?? [], feeds: feeds.get(row.id) ?? [] },
    itemsADay: bounds(row.leastItemsADay, row.mostItemsADay),
    learned: learnedOf(row),
    pause: pause && { at: pause.pausedAt, actor: pause.actor, reason: pause.reason },
  }))
}

const bounds = (least: number | null, most: number | null) => (least === null || most === null ? null : { least, most })

function learnedOf({ learnedLeast, learnedMost, learnedDays }: typeof source.$inferSelect): KeptSource['learned'] {
  const learned = bounds(learnedLeast, learnedMost)
  return learned === null || learnedDays === null ? null : { ...learned, days: learnedDays }
}

async function feedsBySource(db: Database, id: string | undefined): Promise<Map<SourceId, KeptFeed[]>> {
  const rows = await db
    .select()
    .from(feed)
    .where(and(feed.declared, id === undefined ? undefined : sql`${feed.sourceId} = ${id}`))
    .orderBy(asc(feed.sourceId), asc(feed.id))
  return grouped(rows, ({ sourceId, url, adoptedUrl, adoptedWhy, section, unverified, stoppedWhy }) => [
    sourceId,
    {
      ...{ url, section, unverified, stoppedWhy },
      adopted: adoptedUrl === null ? null : { url: adoptedUrl, why: adoptedWhy ?? 'redirect' },
    },
  ])
}

async function ratingsBySource(db: Database, id: string | undefined): Promise<Map<SourceId, KeptRating[]>> {
  const rows = await db
    .select()
    .from(rating)
    .where(and(isNull(rating.withdrawnAt), id === undefined ? undefined : sql`${rating.sourceId} = ${id}`))
    .orderBy(asc(rating.sourceId), asc(rating.rater), asc(rating.validFrom), asc(rating.pages))
  return grouped(rows, ({ sourceId, rater, value, method, confidence, licence, validFrom, pages, origin, actor }) => [
    sourceId,
    { rater, value, method, confidence, licence, validFrom, pages, origin, actor },
  ])
}

function grouped<Row, Value>(rows: readonly Row[], split: (row: Row) => [SourceId, Value]): Map<SourceId, Value[]> {
  const groups = new Map<SourceId, Value[]>()
  for (const row of rows) {
    const [id, value] = split(row)
    const values = groups.get(id)
    if (values) values.push(value)
    else groups.set(id, [value])
  }
  return groups
}

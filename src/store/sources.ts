import { and, eq, sql } from 'drizzle-orm'
import { hostOf } from '../feed/host.ts'
import type { Source, SourceId } from '../source/source.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { sourceIsPaused } from './due-hosts.ts'
import { saveFilePauses } from './pauses.ts'
import { saveFileRatings } from './ratings.ts'
import { feed, source } from './schema.ts'

export interface SyncCounts {
  readonly sources: number
  readonly added: number
  readonly changed: number
  readonly retired: number
  readonly feeds: number
  readonly feedsAdded: number
  readonly feedsRetired: number
  readonly ratingsAdded: number
  readonly ratingsWithdrawn: number
}

const ACTOR = 'pipeline:sync-sources'

/** Rows a statement: Postgres takes at most 65,535 parameters. */
const ROWS_A_STATEMENT = 1000

async function inChunks<Row, Result>(
  rows: readonly Row[],
  write: (chunk: Row[]) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    results.push(...(await write(rows.slice(start, start + ROWS_A_STATEMENT))))
  }
  return results
}

const excluded = (column: { name: string }) => sql.raw(`excluded.${column.name}`)

/** Upserts the declared sources and says which rows are new and which changed; equal rows are left alone. */
export async function saveSources(db: Database, sources: readonly Source[], now: Date) {
  const rows = sources.map(
    ({ id, name, home, country, languages, kind, reach, owner, userAgent, itemsADay, ownership, opinion }) => ({
      ...{ id, name, home, country, languages: [...languages], kind, reach, owner, userAgent: userAgent ?? null },
      ...{ leastItemsADay: itemsADay?.least ?? null, mostItemsADay: itemsADay?.most ?? null },
      ...{ ownership, opinionPaths: [...(opinion?.paths ?? [])], opinionSections: [...(opinion?.sections ?? [])] },
      ...{ declared: true, createdAt: now, updatedAt: now },
    }),
  )
  const set = {
    name: excluded(source.name),
    home: excluded(source.home),
    country: excluded(source.country),
    languages: excluded(source.languages),
    kind: excluded(source.kind),
    reach: excluded(source.reach),
    owner: excluded(source.owner),
    userAgent: excluded(source.userAgent),
    leastItemsADay: excluded(source.leastItemsADay),
    mostItemsADay: excluded(source.mostItemsADay),
    ownership: excluded(source.ownership),
    opinionPaths: excluded(source.opinionPaths),
    opinionSections: excluded(source.opinionSections),
    declared: sql`true`,
    updatedAt: excluded(source.updatedAt),
  }
  return inChunks(rows, (chunk) =>
    db
      .insert(source)
      .values(chunk)
      .onConflictDoUpdate({
        target: source.id,
        set,
        setWhere: sql`(${source.name}, ${source.home}, ${source.country}, ${source.languages}, ${source.kind}, ${source.reach}, ${source.owner}, ${source.userAgent}, ${source.leastItemsADay}, ${source.mostItemsADay}, ${source.ownership}, ${source.opinionPaths}, ${source.opinionSections}, ${source.declared})
        is distinct from (excluded.name, excluded.home, excluded.country, excluded.languages, excluded.kind, excluded.reach, excluded.owner, excluded.user_agent, excluded.least_items_a_day, excluded.most_items_a_day, excluded.ownership, excluded.opinion_paths, excluded.opinion_sections, true)`,
      })
      .returning({ id: source.id, added: sql<boolean>`xmax = 0` }),
  )
}

/** Sources that the file no longer names are kept, and not polled any more. */
export async function retireSources(db: Database, declared: readonly SourceId[], now: Date) {
  return db
    .update(source)
    .set({ declared: false, updatedAt: now })
    .where(and(source.declared, sql`${source.id} <> all(${sql.param([...declared])}::text[])`))
    .returning({ id: source.id })
}

/** A feed that the file now declares at the address that it had adopted goes on as that one, with its history and its memory. */
export async function settleAdopted(db: Database, sources: readonly Source[]) {
  const declared = sql.param(sources.flatMap(({ feeds }) => feeds.map(({ url }) => url)))
  await db.execute(sql`update ${feed} set url = adopted_url, adopted_url = null, adopted_why = null
    where id in (
      select distinct on (moved.adopted_url) moved.id from ${feed} as moved
      where moved.adopted_url = any(${declared}::text[]) and moved.url <> all(${declared}::text[])
        and not exists (select from ${feed} as other where other.url = moved.adopted_url)
      order by moved.adopted_url, moved.stopped_at nulls first, moved.id)`)
}

/** New feeds are due at once. A feed that moved to another source keeps its history. */
export async function saveFeeds(db: Database, sources: readonly Source[], now: Date) {
  const rows = sources.flatMap(({ id, feeds }) =>
    feeds.map(({ url, section, unverified }) => ({
      sourceId: id,
      url,
      host: hostOf(url),
      section: section ?? null,
      unverified: unverified ?? false,
      declared: true,
      nextCheckAt: now,
      createdAt: now,
    })),
  )
  return inChunks(rows, (chunk) =>
    db
      .insert(feed)
      .values(chunk)
      .onConflictDoUpdate({
        target: feed.url,
        set: {
          sourceId: excluded(feed.sourceId),
          section: excluded(feed.section),
          unverified: excluded(feed.unverified),
          declared: sql`true`,
        },
        setWhere: sql`(${feed.sourceId}, ${feed.section}, ${feed.unverified}, ${feed.declared}) is distinct from (excluded.source_id, excluded.section, excluded.unverified, true)`,
      })
      .returning({ id: feed.id, added: sql<boolean>`xmax = 0` }),
  )
}

export async function retireFeeds(db: Database, declared: readonly string[]) {
  return db
    .update(feed)
    .set({ declared: false })
    .where(and(feed.declared, sql`${feed.url} <> all(${sql.param([...declared])}::text[])`))
    .returning({ id: feed.id })
}

/** The catalogue → source, feed and rating rows, and what changed into the log, in one transaction. */
export async function syncCatalogue(db: Database, sources: readonly Source[], now: Date): Promise<SyncCounts> {
  return db.transaction(async (tx) => {
    const saved = await saveSources(tx, sources, now)
    const retired = await retireSources(
      tx,
      sources.map(({ id }) => id),
      now,
    )
    await settleAdopted(tx, sources)
    const feeds = await saveFeeds(tx, sources, now)
    const feedsRetired = await retireFeeds(
      tx,
      sources.flatMap((declared) => declared.feeds.map(({ url }) => url)),
    )
    const added = saved.filter((row) => row.added)
    const changed = saved.filter((row) => !row.added)
    const entry = (kind: string, rows: readonly { id: string }[]) =>
      rows.map(({ id }) => ({
        at: now,
        actor: ACTOR,
        kind,
        subject: 'source' as const,
        subjectId: id,
      }))
    await logChanges(tx, [...entry('added', added), ...entry('changed', changed), ...entry('retired', retired)])
    const ratings = await saveFileRatings(tx, sources, { actor: ACTOR, now })
    await saveFilePauses(tx, sources, { actor: ACTOR, now })
    // Autovacuum would come a minute later. Until then the planner takes the tables for small, and what asks for the feeds of
    // some hosts reads the feeds of all sources.
    if (feeds.some((row) => row.added)) await tx.execute(sql`analyze ${source}, ${feed}`)
    return {
      ...{ sources: sources.length, added: added.length, changed: changed.length, retired: retired.length },
      ...{ feeds: sources.reduce((sum, declared) => sum + declared.feeds.length, 0) },
      ...{
        feedsAdded: feeds.filter((row) => row.added).length,
        feedsRetired: feedsRetired.length,
        ratingsAdded: ratings.added,
        ratingsWithdrawn: ratings.withdrawn,
      },
    }
  })
}

/** Whether each side has sources that could have spoken, and whether their feeds answered of late; paused ones are not heard. */
export async function feedHealthBySource(db: Database) {
  return db
    .select({
      sourceId: feed.sourceId,
      feeds: sql<number>`count(*)::int`,
      answering: sql<number>`count(*) filter (where ${feed.failuresInRow} = 0 and ${feed.lastCheckedAt} is not null and not ${sourceIsPaused})::int`,
    })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .where(and(feed.declared, source.declared))
    .groupBy(feed.sourceId)
}

/** The declared sources and their front pages: what a line of a rater's file is matched with. */
export async function homesOfSources(db: Database): Promise<{ id: SourceId; home: string }[]> {
  return db
    .select({ id: source.id, home: source.home })
    .from(source)
    .where(eq(source.declared, true))
    .orderBy(source.id)
}

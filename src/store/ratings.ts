import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { RatedLeaning } from '../source/leaning.ts'
import type { RatedSource } from '../source/leaning-of-page.ts'
import type { RatedPages, Rating, RatingOrigin, Source, SourceId, StoredRating } from '../source/source.ts'
import { type Change, logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { rowsAs } from './rows-as.ts'
import { rating, source } from './schema.ts'

/** A statement to be kept. */
export interface NewRating extends Rating {
  readonly sourceId: SourceId
  readonly pages: RatedPages
}

/** Who does it, and when. */
export interface Deed {
  readonly actor: string
  readonly now: Date
}

/** A kept statement with its source and its bringer. */
export interface ListedRating extends StoredRating {
  readonly sourceId: SourceId
  readonly actor: string | null
  readonly recordedAt: Date
}

const kept = {
  sourceId: rating.sourceId,
  rater: rating.rater,
  value: rating.value,
  method: rating.method,
  confidence: rating.confidence,
  licence: rating.licence,
  validFrom: rating.validFrom,
  pages: rating.pages,
  origin: rating.origin,
}

/** What raters say of the named sources, withdrawn statements left out. */
export async function ratingsOf(db: Database, ids: readonly SourceId[]): Promise<Map<SourceId, StoredRating[]>> {
  const rows = await db
    .select(kept)
    .from(rating)
    .where(and(isNull(rating.withdrawnAt), sql`${rating.sourceId} = any(${sql.param([...ids])}::text[])`))
    .orderBy(asc(rating.sourceId), asc(rating.rater), asc(rating.validFrom))
  const bySource = new Map<SourceId, StoredRating[]>()
  for (const { sourceId, ...stated } of rows) {
    const ratings = bySource.get(sourceId)
    if (ratings) ratings.push(stated)
    else bySource.set(sourceId, [stated])
  }
  return bySource
}

/** What the leanings of the named sources, and of their opinion pages, are computed from. */
export async function ratedSources(db: Database, ids: readonly SourceId[]): Promise<Map<SourceId, RatedSource>> {
  const ratings = await ratingsOf(db, ids)
  const rows = await db
    .select({ id: source.id, paths: source.opinionPaths, sections: source.opinionSections })
    .from(source)
    .where(sql`${source.id} = any(${sql.param([...ids])}::text[])`)
  return new Map(
    rows.map(({ id, paths, sections }) => [id, { ratings: ratings.get(id) ?? [], opinion: { paths, sections } }]),
  )
}

/** All that stands, by source, rater and day; of declared sources, or of the one named. */
export async function listRatings(
  db: Database,
  choice: { source?: string | undefined; rater?: string | undefined } = {},
): Promise<ListedRating[]> {
  return db
    .select({ ...kept, actor: rating.actor, recordedAt: rating.recordedAt })
    .from(rating)
    .innerJoin(source, eq(source.id, rating.sourceId))
    .where(
      and(
        isNull(rating.withdrawnAt),
        choice.source === undefined ? source.declared : sql`${rating.sourceId} = ${choice.source}`,
        choice.rater === undefined ? undefined : eq(rating.rater, choice.rater),
      ),
    )
    .orderBy(asc(rating.sourceId), asc(rating.rater), asc(rating.validFrom), asc(rating.pages))
}

/**
 * The file's ratings. What it no longer states in the same words is withdrawn and kept, never rewritten; what others brought in is
 * left alone, and stands where both state the same rater's word of the same day.
 */
export async function saveFileRatings(
  db: Database,
  sources: readonly Source[],
  deed: Deed,
): Promise<{ added: number; withdrawn: number }> {
  const stated = sources.flatMap(statedIn)
  const withdrawn = await withdrawUnstated(db, sources, stated, deed.now)
  const added = await insertRatings(db, stated, 'file', deed)
  await logChanges(db, [
    ...withdrawn.map((row) => changeOf('rating-withdrawn', row, deed)),
    ...added.map((row) => changeOf('rated', row, deed)),
  ])
  return { added: added.length, withdrawn: withdrawn.length }
}

function statedIn({ id, ratings, opinion }: Source): NewRating[] {
  return [
    ...ratings.map((one) => ({ ...one, sourceId: id, pages: 'all' as const })),
    ...(opinion?.ratings ?? []).map((one) => ({ ...one, sourceId: id, pages: 'opinion' as const })),
  ]
}

function withdrawUnstated(db: Database, sources: readonly Source[], stated: readonly NewRating[], now: Date) {
  const ids = sql.param(sources.map(({ id }) => id))
  return db
    .update(rating)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(rating.origin, 'file'),
        isNull(rating.withdrawnAt),
        sql`${rating.sourceId} = any(${ids}::text[])`,
        // A hashed subplan whatever the planner guesses; as a join it compares each with each while there are no statistics.
        sql`(${rating.sourceId}, ${rating.rater}, ${rating.validFrom}, ${rating.pages}, ${rating.value}, ${rating.method}, ${rating.confidence}, ${rating.licence})
          not in (select * from ${rowsAs('stated', stated, {
            source_id: ['text', (one) => one.sourceId],
            rater: ['text', (one) => one.rater],
            valid_from: ['date', (one) => one.validFrom],
            pages: ['text', (one) => one.pages],
            value: ['text', (one) => one.value],
            method: ['text', (one) => one.method],
            confidence: ['float8', (one) => one.confidence],
            licence: ['text', (one) => one.licence],
          })})`,
      ),
    )
    .returning(kept)
}

/** Rows a statement: Postgres takes at most 65,535 parameters. */
const ROWS_A_STATEMENT = 1000

async function insertRatings(
  db: Database,
  rows: readonly NewRating[],
  origin: RatingOrigin,
  { actor, now }: Deed,
): Promise<(NewRating & { id: string })[]> {
  const inserted: (NewRating & { id: string })[] = []
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_A_STATEMENT)
    inserted.push(
      ...(await db
        .insert(rating)
        .values(chunk.map((row) => ({ ...row, origin, actor, recordedAt: now })))
        .onConflictDoNothing()
        .returning({ ...kept, id: rating.id })),
    )
  }
  return inserted
}

function changeOf(kind: string, stated: NewRating & { id?: string }, { actor, now }: Deed): Change {
  const { sourceId, rater, value, validFrom, method, confidence, licence, pages } = stated
  const details = { rater, value, validFrom, method, confidence, licence, ...(pages === 'all' ? {} : { pages }) }
  return { at: now, actor, kind, subject: 'source', subjectId: sourceId, details }
}

/**
 * Ratings that an operator brings in, in one transaction: from then on the file neither changes nor removes them. A statement that
 * the file makes in the same words is taken over and counts as known.
 */
export async function importRatings(
  db: Database,
  rows: readonly NewRating[],
  deed: Deed,
): Promise<{ added: number; known: number }> {
  return db.transaction(async (tx) => {
    await takeOver(tx, rows)
    const added = await insertRatings(tx, rows, 'import', deed)
    await logChanges(
      tx,
      added.map((row) => changeOf('rated', row, deed)),
    )
    return { added: added.length, known: rows.length - added.length }
  })
}

async function takeOver(db: Database, rows: readonly NewRating[]): Promise<void> {
  await db.execute(sql`update ${rating} set origin = 'import'
    from ${rowsAs('stated', rows, {
      source_id: ['text', (one) => one.sourceId],
      rater: ['text', (one) => one.rater],
      valid_from: ['date', (one) => one.validFrom],
      pages: ['text', (one) => one.pages],
      value: ['text', (one) => one.value],
    })}
    where rating.origin = 'file' and rating.withdrawn_at is null
      and (rating.source_id, rating.rater, rating.valid_from, rating.pages, rating.value)
        = (stated.source_id, stated.rater, stated.valid_from, stated.pages, stated.value)`)
}

/** An accepted suggestion's rating, in the transaction that accepts it. Null where the rater's word of that day stands already. */
export async function insertSuggested(db: Database, row: NewRating, deed: Deed): Promise<string | null> {
  const [inserted] = await insertRatings(db, [row], 'suggestion', deed)
  if (inserted === undefined) return null
  await logChanges(db, [changeOf('rated', inserted, deed)])
  return inserted.id
}

/** Withdraws what was brought in by others than the file: the rater's words on one source, or on all. */
export async function withdrawRatings(
  db: Database,
  choice: { readonly rater: string; readonly source?: string | undefined },
  deed: Deed,
): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(rating)
      .set({ withdrawnAt: deed.now })
      .where(
        and(
          ne(rating.origin, 'file'),
          isNull(rating.withdrawnAt),
          eq(rating.rater, choice.rater),
          choice.source === undefined ? undefined : sql`${rating.sourceId} = ${choice.source}`,
        ),
      )
      .returning(kept)
    await logChanges(
      tx,
      rows.map((row) => changeOf('rating-withdrawn', row, deed)),
    )
    return rows.length
  })
}

/** Who says what of a source on which day: what an import is held against. */
export async function saidBy(
  db: Database,
  rater: string,
): Promise<{ sourceId: SourceId; validFrom: string; pages: RatedPages; value: RatedLeaning }[]> {
  const { sourceId, validFrom, pages, value } = rating
  return db
    .select({ sourceId, validFrom, pages, value })
    .from(rating)
    .where(and(isNull(rating.withdrawnAt), eq(rating.rater, rater)))
}

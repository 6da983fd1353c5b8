import { eq, sql } from 'drizzle-orm'
import type { Source, SourceId } from '../source/source.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { rowsAs } from './rows-as.ts'
import { source, sourcePause } from './schema.ts'

/** An operator's word that a source is not to be polled for now. */
export interface Pause {
  readonly sourceId: SourceId
  readonly pausedAt: Date
  /** As the change log writes actors. */
  readonly actor: string
  readonly reason: string | null
}

interface By {
  readonly actor: string
  readonly now: Date
}

/** Lays a pause over a declared source; one that stands already stays as it was. */
export async function pauseSource(
  db: Database,
  id: SourceId,
  reason: string | null,
  { actor, now }: By,
): Promise<'paused' | 'paused-already' | 'no-such-source'> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ declared: boolean; paused: boolean }>(sql`
      with known as (select id from ${source} where id = ${id} and declared),
        added as (insert into ${sourcePause} (source_id, paused_at, actor, reason)
          select id, ${now}::timestamptz, ${actor}, ${reason}::text from known on conflict do nothing returning source_id)
      select exists (select from known) as declared, exists (select from added) as paused`)
    if (!rows[0]?.declared) return 'no-such-source'
    if (!rows[0].paused) return 'paused-already'
    await logChanges(tx, [{ at: now, actor, kind: 'paused', subject: 'source', subjectId: id, details: { reason } }])
    return 'paused'
  })
}

/** Takes a pause away; the feeds that came due meanwhile are polled at once. */
export async function resumeSource(db: Database, id: SourceId, { actor, now }: By): Promise<'resumed' | 'not-paused'> {
  return db.transaction(async (tx) => {
    const ended = await tx.delete(sourcePause).where(eq(sourcePause.sourceId, id)).returning()
    const [pause] = ended
    if (pause === undefined) return 'not-paused'
    const details = { since: pause.pausedAt.toISOString(), reason: pause.reason }
    await logChanges(tx, [{ at: now, actor, kind: 'resumed', subject: 'source', subjectId: id, details }])
    return 'resumed'
  })
}

/** Pauses that the file declares, beside those of operators: what it declares no more ends, an operator's pause stays as it was. */
export async function saveFilePauses(db: Database, sources: readonly Source[], { actor, now }: By): Promise<void> {
  const paused = sources.flatMap(({ id, paused: reason }) => (reason === undefined ? [] : [{ id, reason }]))
  const declared = rowsAs('declared', paused, {
    id: ['text', ({ id }) => id],
    reason: ['text', ({ reason }) => reason],
  })
  const ended = await db.execute<{ id: string }>(sql`delete from ${sourcePause}
    where actor = ${actor} and source_id not in (select id from ${declared}) returning source_id as id`)
  const begun = await db.execute<{
    id: string
    reason: string
  }>(sql`insert into ${sourcePause} (source_id, paused_at, actor, reason)
    select id, ${now}::timestamptz, ${actor}, reason from ${declared} on conflict (source_id) do update set reason = excluded.reason
      where source_pause.actor = excluded.actor and source_pause.reason is distinct from excluded.reason
    returning source_id as id, reason`)
  await logChanges(db, [
    ...ended.rows.map(({ id }) => ({ at: now, actor, kind: 'resumed', subject: 'source' as const, subjectId: id })),
    ...begun.rows.map(({ id, reason }) => ({
      ...{ at: now, actor, kind: 'paused', subject: 'source' as const, subjectId: id, details: { reason } },
    })),
  ])
}

/** The pauses that stand, by source. */
export async function readPauses(db: Database): Promise<Pause[]> {
  return db.select().from(sourcePause).orderBy(sourcePause.sourceId)
}

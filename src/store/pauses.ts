import { eq, sql } from 'drizzle-orm'
import type { SourceId } from '../source/source.ts'
import { logChanges } from './change-log.ts'
import type { Database } from './database.ts'
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

/** The pauses that stand, by source. */
export async function readPauses(db: Database): Promise<Pause[]> {
  return db.select().from(sourcePause).orderBy(sourcePause.sourceId)
}

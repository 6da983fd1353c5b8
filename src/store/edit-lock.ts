import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

const EDIT_LOCK = 7_247_015

/** Editors take turns: the second sees what the first did. Until the end of the transaction. */
export async function lockForEdit(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${EDIT_LOCK})`)
}

/**
 * Whoever puts articles into stories does so beside others, and not while an editor is at it: until the end of the transaction no
 * story is merged, split or locked. Taken before any row, so that nobody waits in a circle.
 */
export async function lockAgainstEdits(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock_shared(${EDIT_LOCK})`)
}

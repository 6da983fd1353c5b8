import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/**
 * A transaction that a crash of the server may undo as a whole if it came in the last moments before: its commit does not wait for
 * the disk. Only for work that is done again where it is missing, such as a poll: undone, the feed is simply still due.
 */
export async function losable<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local synchronous_commit = off`)
    return work(tx)
  })
}

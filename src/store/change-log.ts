import type { Database } from './database.ts'
import { changeLog } from './schema.ts'

/** Who changed what, for ever. `actor` is `pipeline:<name>`, `editor:<name>`, `operator:<name>` or `service:<name>`. */
export interface Change {
  readonly at: Date
  readonly actor: string
  readonly kind: string
  readonly subject: 'source' | 'feed' | 'article' | 'story' | 'bundle'
  readonly subjectId: string
  readonly details?: Record<string, unknown>
}

/** Postgres takes at most 65,535 parameters a statement. */
const ROWS_A_STATEMENT = 5000

/** To be called in the transaction of the change itself. */
export async function logChanges(db: Database, changes: readonly Change[]): Promise<void> {
  for (let start = 0; start < changes.length; start += ROWS_A_STATEMENT) {
    const chunk = changes.slice(start, start + ROWS_A_STATEMENT)
    await db.insert(changeLog).values(chunk.map((change) => ({ details: {}, ...change })))
  }
}

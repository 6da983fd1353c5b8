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

/** To be called in the transaction of the change itself. */
export async function logChanges(db: Database, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await db.insert(changeLog).values(changes.map((change) => ({ details: {}, ...change })))
}

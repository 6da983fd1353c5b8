import type { Source } from '../src/source/source.ts'
import type { Database } from '../src/store/database.ts'
import { type SyncCounts, syncCatalogue } from '../src/store/sources.ts'

/** sources.yaml → source, feed and rating rows; a second pass changes nothing */
export async function syncSources(db: Database, sources: readonly Source[], now: Date): Promise<SyncCounts> {
  return syncCatalogue(db, sources, now)
}

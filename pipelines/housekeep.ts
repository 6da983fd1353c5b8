import type { Clock } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { dropPartitionsBefore, ensurePartitions } from '../src/store/partitions.ts'

export interface Keeping {
  readonly rawPageDays: number
  readonly historyDays: number
}

const DAY_MS = 86_400_000

/** partitions for what comes → whole months of raw pages and fetch history dropped once they are too old */
export async function housekeep({ db, clock }: { db: Database; clock: Clock }, keeping: Keeping): Promise<string[]> {
  const now = clock.now()
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await ensurePartitions(db, now)
  return [
    ...(await dropPartitionsBefore(db, 'raw_page', before(keeping.rawPageDays))),
    ...(await dropPartitionsBefore(db, 'fetch_history', before(keeping.historyDays))),
  ]
}

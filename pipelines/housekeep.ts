import type { Clock } from '../src/outside/ports.ts'
import { dropVectors } from '../src/store/article-vectors.ts'
import { dropAllRawPages } from '../src/store/articles.ts'
import type { Database } from '../src/store/database.ts'
import { dropAnswers } from '../src/store/model-answers.ts'
import { dropPartitionsBefore, dropStrayRowsBefore, ensurePartitions } from '../src/store/partitions.ts'
import { storySettings } from '../src/story/settings.ts'
import { windowBefore } from './story-streams.ts'

export interface Keeping {
  /** 0 keeps none. */
  readonly rawPageDays: number
  readonly historyDays: number
}

/** A story that changes after so long is asked about anew. */
const ANSWER_DAYS = 30
const DAY_MS = 86_400_000

/**
 * partitions for what comes, vectors of what left the window and old answers of models dropped → whole months of raw pages and fetch history dropped once they are too old, all raw pages where
 * none are to be kept; returns the names of the tables that were dropped or emptied
 */
export async function housekeep({ db, clock }: { db: Database; clock: Clock }, keeping: Keeping): Promise<string[]> {
  const now = clock.now()
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await ensurePartitions(db, now)
  await dropVectors(db, windowBefore(now, 2), 2 * storySettings.countedArticles)
  await dropAnswers(db, before(ANSWER_DAYS))
  const emptied = keeping.rawPageDays === 0 && (await dropAllRawPages(db)) ? ['raw_page'] : []
  return [
    ...emptied,
    ...(await dropBefore(db, 'raw_page', before(keeping.rawPageDays))),
    ...(await dropBefore(db, 'fetch_history', before(keeping.historyDays))),
  ]
}

async function dropBefore(db: Database, table: 'raw_page' | 'fetch_history', before: Date): Promise<string[]> {
  await dropStrayRowsBefore(db, table, before)
  return dropPartitionsBefore(db, table, before)
}

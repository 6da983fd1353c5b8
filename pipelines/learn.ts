import { isOutside, learnExpectation } from '../src/feed/expectation.ts'
import type { Clock } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { itemsByDay, type Learner, saveExpectations, sourcesToLearn } from '../src/store/expectations.ts'

const BATCH = 500
const DAY_MS = 86_400_000
/** What was learned is stated for so long; then it is learned again from so many days, so that a source may change. */
const STATED_DAYS = 30
const WATCHED_DAYS = 60

/** polls of the last weeks → what each source brings a day, stated; returns how many sources that was learned of */
export async function learn({ db, clock }: { db: Database; clock: Clock }, signal?: AbortSignal): Promise<number> {
  const now = clock.now()
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  let count = 0
  let last: Learner | undefined
  for (;;) {
    if (signal?.aborted) return count
    const batch = await sourcesToLearn(db, { before: daysAgo(STATED_DAYS), after: last?.id, limit: BATCH })
    last = batch.at(-1)
    if (last === undefined) return count
    const counts = await itemsByDay(
      db,
      batch.map(({ id }) => id),
      { since: daysAgo(WATCHED_DAYS), now },
    )
    const learned = batch.flatMap(({ id, before }) => {
      const days = counts.get(id) ?? []
      const expectation = before !== null && isOutside(days, before) ? null : learnExpectation(days)
      return expectation === null ? [] : [{ id, ...expectation }]
    })
    await saveExpectations(db, learned, { actor: 'pipeline:learn', now })
    count += learned.length
  }
}

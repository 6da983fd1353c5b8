import { ingest } from '../../pipelines/ingest.ts'
import { systemClock } from '../../src/outside/clock.ts'
import { createFetcher } from '../../src/outside/fetcher.ts'
import { createLog } from '../../src/outside/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Contender, ContenderSetup } from './contender.ts'

const concurrency = 50

/** Parallax as it runs: polls, parses, de-duplicates and stores in Postgres. */
export async function openParallax({ databaseUrl }: ContenderSetup): Promise<Contender> {
  const { db, close } = openDatabase(databaseUrl)
  const fetcher = createFetcher({ userAgent: 'Parallax-Bench/0.1', allowNet: ['127.0.0.0/8'] })
  const parts = { db, fetcher, clock: systemClock, log: createLog({ level: 'silent', pretty: false }) }
  return {
    async round() {
      const counts = await ingest(parts, { concurrency, all: true })
      const failed = Object.values(counts.failed).reduce((sum, count) => sum + count, 0)
      return { answered: counts.feeds - failed, failed }
    },
    async close() {
      await fetcher.close()
      await close()
    },
  }
}

import { ingest } from '../../pipelines/ingest.ts'
import { systemClock } from '../../src/outside/clock.ts'
import { createFeedReader } from '../../src/outside/feed-reader.ts'
import { createFetcher } from '../../src/outside/fetcher.ts'
import { createLog } from '../../src/outside/log.ts'
import { createMeters } from '../../src/outside/meters.ts'
import { createRobots } from '../../src/outside/robots.ts'
import { openHostJobs } from '../../src/queue/host-jobs.ts'
import { visitOnce } from '../../src/queue/visit-hosts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { dueHosts } from '../../src/store/due-hosts.ts'
import { makeAllFeedsDue } from '../../src/store/feeds.ts'
import type { Contender, ContenderSetup } from './contender.ts'

const concurrency = 100
const userAgent = 'Parallax-Bench/0.1'

/** Parallax as it runs: hosts from the queue, polled, parsed, de-duplicated and stored in Postgres. */
export async function openParallax({ databaseUrl }: ContenderSetup): Promise<Contender> {
  const { db, close } = openDatabase(databaseUrl)
  const fetcher = createFetcher({ userAgent, allowNet: ['127.0.0.0/8'] })
  const reader = createFeedReader()
  const robots = createRobots(fetcher, systemClock, userAgent)
  const log = createLog({ level: 'silent', pretty: false })
  const jobs = await openHostJobs(databaseUrl, (error) => process.stderr.write(`${error.message}\n`))
  const { signal } = new AbortController()
  return {
    due: () => makeAllFeedsDue(db, systemClock.now()),
    async round() {
      const { visit, counts } = ingest({ db, fetcher, robots, reader, clock: systemClock, log, meters: createMeters() })
      await visitOnce(jobs, {
        ...{ concurrency, signal, visit },
        dueHosts: () => dueHosts(db, { feeds: true, pages: false }, systemClock.now()),
        failed: (host, error) => process.stderr.write(`${host}: ${String(error)}\n`),
        troubled: () => {},
      })
      const failed = Object.values(counts.failed).reduce((sum, count) => sum + count, 0)
      return { answered: counts.feeds - failed, failed }
    },
    async close() {
      await jobs.close()
      await fetcher.close()
      await reader.close()
      await close()
    },
  }
}

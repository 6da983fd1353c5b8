import { ingest } from '../../pipelines/ingest.ts'
import { systemClock } from '../../src/outside/clock.ts'
import { createFeedReader } from '../../src/outside/feed-reader.ts'
import { createFetcher } from '../../src/outside/fetcher.ts'
import { createLog } from '../../src/outside/log.ts'
import { createMeters } from '../../src/outside/meters.ts'
import { createRobots } from '../../src/outside/robots.ts'
import { openHostJobs } from '../../src/queue/host-jobs.ts'
import { keepVisiting } from '../../src/queue/visit-hosts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { dueHosts } from '../../src/store/due-hosts.ts'

// A worker to be killed: polls what is due until then. The farm's silent servers need not be waited for as long as real ones.
const [url = ''] = process.argv.slice(2)
const userAgent = 'Parallax/0.1 (+https://parallax.example/)'
const { db } = openDatabase(url)
const fetcher = createFetcher({ userAgent, allowNet: ['127.0.0.0/8'], timeoutMs: 4_000, firstByteMs: 3_000 })
const { visit } = ingest({
  ...{ db, fetcher, clock: systemClock, meters: createMeters() },
  reader: createFeedReader(),
  ...{ robots: createRobots(fetcher, systemClock, userAgent), log: createLog({ level: 'silent', pretty: false }) },
})
const say = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
await keepVisiting(await openHostJobs(url, say), {
  ...{ concurrency: 40, signal: new AbortController().signal, visit, troubled: say },
  dueHosts: () => dueHosts(db, { feeds: true, pages: false }, systemClock.now()),
  failed: (host, error) => say(new Error(host, { cause: error })),
})

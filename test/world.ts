import { bundle } from '../pipelines/bundle.ts'
import { cluster } from '../pipelines/cluster.ts'
import { extract } from '../pipelines/extract.ts'
import { ingest } from '../pipelines/ingest.ts'
import { syncSources } from '../pipelines/sync-sources.ts'
import { defaultLinkTemplates } from '../src/bundle/go-deeper.ts'
import { clockStartingAt } from '../src/outside/clock.ts'
import { createFetcher } from '../src/outside/fetcher.ts'
import { createLog } from '../src/outside/log.ts'
import { createPageExtractor } from '../src/outside/page-extractor.ts'
import { createRobots } from '../src/outside/robots.ts'
import { parseCatalogue } from '../src/source/parse-catalogue.ts'
import type { Source } from '../src/source/source.ts'
import type { Database } from '../src/store/database.ts'
import { type Newsroom, startNewsroom } from './newsroom/server.ts'

/** The newsroom over real HTTP and the real parts, at the moment it was recorded. */
export interface RecordedWorld {
  readonly newsroom: Newsroom
  readonly sources: readonly Source[]
  /** Every pipeline once; each feed is polled. */
  runAll(db: Database): ReturnType<typeof runPipelines>
  close(): Promise<void>
}

const userAgent = 'Parallax/0.1 (+https://parallax.example/)'

export async function recordedWorld(): Promise<RecordedWorld> {
  const newsroom = await startNewsroom()
  const catalogue = parseCatalogue(newsroom.catalogue, 'newsroom')
  if (catalogue.kind === 'invalid') throw new Error(JSON.stringify(catalogue.problems))
  const clock = clockStartingAt(new Date('2026-03-12T06:00:00Z'))
  const fetcher = createFetcher({ userAgent, allowNet: ['127.0.0.0/8'] })
  const extractor = createPageExtractor({ threads: 2, memoryMb: 256, timeoutMs: 20_000 })
  const robots = createRobots(fetcher, clock, userAgent)
  const log = createLog({ level: 'silent', pretty: false })
  const { sources } = catalogue
  return {
    newsroom,
    sources,
    runAll: (db) => runPipelines({ db, fetcher, extractor, robots, clock, log }, sources),
    close: async () => {
      await fetcher.close()
      await extractor.close()
      await newsroom.close()
    },
  }
}

type Parts = Parameters<typeof ingest>[0] & Parameters<typeof extract>[0]

async function runPipelines(parts: Parts, sources: readonly Source[]) {
  return {
    sync: await syncSources(parts.db, sources, parts.clock.now()),
    ingest: await ingest(parts, { concurrency: 20, all: true }),
    extract: await extract(parts, { concurrency: 20, keepRawPages: true }),
    cluster: await cluster(parts),
    bundle: await bundle(parts, { minSources: 2, publish: 'auto', goDeeper: defaultLinkTemplates }),
  }
}

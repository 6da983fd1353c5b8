import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { ScrapedMeters } from '../outside/meters.ts'
import type { ModelOptions } from '../outside/model.ts'
import type { Clock, Embeddings, FeedReader, Fetcher, Log, Model, PageExtractor, RobotsGate } from '../outside/ports.ts'
import type { OpenDatabase } from '../store/database.ts'

export interface Server {
  readonly url: string
  close(): Promise<void>
}

export interface Stored {
  readonly url: string
  readonly database: OpenDatabase
  close(): Promise<void>
}

/** The configured Postgres, or the embedded one in the configured folder. */
export async function openServer(config: Config): Promise<Server> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, close: async () => {} }
  const { openEmbeddedPostgres } = await import('../store/embedded-postgres.ts')
  const dir = join(config.dir, 'postgres')
  const server = await openEmbeddedPostgres(dir)
  if (server.dir !== dir)
    process.stderr.write(`The database is kept in ${server.dir}: its own user can't reach ${dir}.\n`)
  return server
}

/** A server's database, migrated and with its partitions. Closing it closes the server, too. */
export async function openStored(server: Server, now: Date): Promise<Stored> {
  const { migrate } = await import('../store/migrate.ts')
  const { ensurePartitions } = await import('../store/partitions.ts')
  const { openDatabase } = await import('../store/database.ts')
  try {
    await migrate(server.url)
    const database = openDatabase(server.url)
    await ensurePartitions(database.db, now)
    const close = async () => {
      await database.close()
      await server.close()
    }
    return { url: server.url, database, close }
  } catch (error) {
    await server.close()
    throw error
  }
}

export interface Outside {
  readonly fetcher: Fetcher
  readonly robots: RobotsGate
  readonly reader: FeedReader
  readonly extractor: PageExtractor
  /** Null where no endpoint is configured. */
  readonly embeddings: Embeddings | null
  readonly model: Model | null
  readonly meters: ScrapedMeters
  readonly clock: Clock
  readonly log: Log
  close(): Promise<void>
}

/** Everything that makes requests or tells the time. */
export async function openOutside(config: Config, options: { clock?: Clock } = {}): Promise<Outside> {
  const { createFetcher } = await import('../outside/fetcher.ts')
  const { createFeedReader } = await import('../outside/feed-reader.ts')
  const { createPageExtractor } = await import('../outside/page-extractor.ts')
  const { createRobots } = await import('../outside/robots.ts')
  const { loadSiteRules, ownSiteRules } = await import('./site-rules.ts')
  const { systemClock } = await import('../outside/clock.ts')
  const { createLog } = await import('../outside/log.ts')
  const { createMeters } = await import('../outside/meters.ts')
  const { createEmbeddings } = await import('../outside/embeddings.ts')
  const clock = options.clock ?? systemClock
  const fetcher = createFetcher({ userAgent: config.userAgent, allowNet: config.allowNet })
  const reader = createFeedReader()
  const extractor = createPageExtractor({ siteRules: await loadSiteRules(config.siteRules ?? ownSiteRules()) })
  const { userAgent, allowNet } = config
  const embeddings = config.embeddings === null ? null : createEmbeddings({ ...config.embeddings, userAgent, allowNet })
  const model = config.model === null ? null : await openModel({ ...config.model, userAgent, allowNet })
  return {
    ...{ fetcher, reader, extractor, embeddings, model, clock, meters: createMeters() },
    robots: createRobots(fetcher, clock, config.userAgent),
    log: createLog({ level: config.logLevel, pretty: process.stderr.isTTY }),
    close: async () => {
      await fetcher.close()
      await reader.close()
      await extractor.close()
      await embeddings?.close()
      await model?.close()
    },
  }
}

/** Its library is loaded only where a model is configured. */
async function openModel(options: ModelOptions): Promise<Model> {
  const { createModel } = await import('../outside/model.ts')
  return createModel(options)
}

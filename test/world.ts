import { openOutside } from '../src/cli/parts.ts'
import { runAll, runSync } from '../src/cli/run-stages.ts'
import { readConfig } from '../src/config.ts'
import { clockStartingAt } from '../src/outside/clock.ts'
import { parseCatalogue } from '../src/source/parse-catalogue.ts'
import type { Source } from '../src/source/source.ts'
import type { TestDatabase } from './database.ts'
import { type Newsroom, startNewsroom } from './newsroom/server.ts'

/** The newsroom over real HTTP and the real parts, at the moment it was recorded. */
export interface RecordedWorld {
  readonly newsroom: Newsroom
  readonly sources: readonly Source[]
  /** Every pipeline once; each feed is polled. */
  runAll(database: TestDatabase): Promise<RanAll>
  /** Turns the clock. */
  wait(minutes: number): void
  close(): Promise<void>
}

type RanAll = Awaited<ReturnType<typeof runAll>> & { readonly sync: Awaited<ReturnType<typeof runSync>> }

export async function recordedWorld(): Promise<RecordedWorld> {
  const newsroom = await startNewsroom()
  const catalogue = parseCatalogue(newsroom.catalogue, 'newsroom')
  if (catalogue.kind === 'invalid') throw new Error(JSON.stringify(catalogue.problems))
  const { sources } = catalogue
  const config = readConfig({ PARALLAX_ALLOW_NET: '127.0.0.0/8', PARALLAX_LOG_LEVEL: 'silent' })
  const recorded = clockStartingAt(new Date('2026-03-12T06:00:00Z'))
  let waited = 0
  const clock = { now: () => new Date(recorded.now().getTime() + waited) }
  const outside = await openOutside(config, { clock })
  const { signal } = new AbortController()
  return {
    newsroom,
    sources,
    runAll: async (database) => {
      const running = {
        config,
        stored: { url: database.url, database, close: async () => {} },
        outside,
        signal,
        quiet: true,
      }
      return { sync: await runSync(running, sources), ...(await runAll(running, { all: true })) }
    },
    wait: (minutes) => {
      waited += minutes * 60_000
    },
    close: async () => {
      await outside.close()
      await newsroom.close()
    },
  }
}

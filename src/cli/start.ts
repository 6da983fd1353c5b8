import { setTimeout as sleep } from 'node:timers/promises'
import { Command } from 'commander'
import { type AddressOptions, openDoor, portNumber } from './serve.ts'
import { loadCatalogue } from './sources.ts'

const SHORTEST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 5 * 60_000

/** `parallax start`: reads the real feeds again and again and serves what it has, until stopped. */
export function startCommand(): Command {
  return new Command('start')
    .description('read the feeds of sources.yaml again and again and serve the pages and the API, until ctrl-C')
    .option('--port <port>', 'port to listen on (default: PARALLAX_PORT, else 4750; 0 takes any free one)', portNumber)
    .option('--host <host>', 'address to listen on (default: PARALLAX_HOST, else 127.0.0.1)')
    .option('--once', 'one round, without serving')
    .action(async (options: AddressOptions & { once?: boolean }) => {
      const { readConfig } = await import('../config.ts')
      const { withRunning } = await import('./with-parts.ts')
      const { runAll, runSync } = await import('./run-stages.ts')
      const { housekeep } = await import('../../pipelines/housekeep.ts')
      // Before the database is opened: a mistake in the catalogue is found at once.
      const sources = await loadCatalogue(readConfig(process.env).sourcesFile)
      await withRunning({}, async (running) => {
        const { config, stored, outside, signal } = running
        const door = options.once ? null : await openDoor(config, stored, outside, options)
        if (door) console.error(`Serving on ${door.url} (ctrl-C to stop)`)
        try {
          await runSync(running, sources)
          do {
            await runAll(running)
            await housekeep({ db: stored.database.db, clock: outside.clock }, config)
            if (!options.once) await untilDue(running)
          } while (!options.once && !signal.aborted)
        } finally {
          await door?.close()
        }
      })
    })
}

type Waiting = Pick<import('./run-stages.ts').Running, 'stored' | 'outside' | 'signal'>

/** Sleeps until the next feed is due; looks again after five minutes at the latest. */
async function untilDue({ stored, outside, signal }: Waiting): Promise<void> {
  if (signal.aborted) return
  const { nextDueAt } = await import('../store/feeds.ts')
  const due = await nextDueAt(stored.database.db)
  const wait = due === null ? LONGEST_WAIT_MS : due.getTime() - outside.clock.now().getTime()
  await sleep(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, wait)), undefined, { signal }).catch(() => {
    // ctrl-C while waiting.
  })
}

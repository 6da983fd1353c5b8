import { Command } from 'commander'
import { loadCatalogue } from './catalogue-file.ts'
import type { Running } from './run-stages.ts'
import { type AddressOptions, openDoor, portNumber } from './serve.ts'

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
      const { runSync } = await import('./run-stages.ts')
      const { keepWorking } = await import('./keep-working.ts')
      // Before the database is opened: a mistake in the catalogue is found at once.
      const sources = await loadCatalogue(readConfig(process.env).sourcesFile)
      await withRunning({}, async (running) => {
        const { config, stored, outside } = running
        const door = options.once ? null : await openDoor(config, stored, outside, options)
        if (door) console.error(`Serving on ${door.url} (ctrl-C to stop)`)
        try {
          await runSync(running, sources)
          if (options.once) await oneRound(running)
          else await keepWorking(running)
        } finally {
          await door?.close()
        }
      })
    })
}

async function oneRound(running: Running): Promise<void> {
  const { runAll } = await import('./run-stages.ts')
  const { ingest } = await runAll(running)
  if (ingest.feeds === 0) console.error(await whyNoneWasPolled(running))
}

async function whyNoneWasPolled({ stored }: Running): Promise<string> {
  const { nextFeedDueAt } = await import('../store/due-hosts.ts')
  const at = await nextFeedDueAt(stored.database.db)
  if (at === null) return 'No feed was polled: the catalogue declares none that is not stopped.'
  return `No feed was due: the next one is at ${at.toISOString()}. \`npm run -s parallax -- ingest --all\` polls all of them at once.`
}

import { Command, InvalidArgumentError } from 'commander'
import type { Config } from '../config.ts'
import type { Listening } from './listen.ts'
import type { Outside, Stored } from './parts.ts'

/** `parallax serve`: the pages and the API over what is stored; fetches nothing. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the pages and the API over what is stored, until ctrl-C')
    .option('--port <port>', 'port to listen on (default: PARALLAX_PORT, else 4750; 0 takes any free one)', portNumber)
    .option('--host <host>', 'address to listen on (default: PARALLAX_HOST, else 127.0.0.1)')
    .action(async (options: AddressOptions) => {
      const { withRunning } = await import('./with-parts.ts')
      await withRunning({}, async ({ config, stored, outside, signal }) => {
        const door = await openDoor(config, stored, outside, options)
        console.error(`Serving on ${door.url} (ctrl-C to stop)`)
        await untilAborted(signal)
        await door.close()
      })
    })
}

export interface AddressOptions {
  readonly port?: number
  readonly host?: string
}

/** The app over the store, listening. */
export async function openDoor(
  config: Config,
  stored: Stored,
  { log, clock, meters }: Pick<Outside, 'log' | 'clock' | 'meters'>,
  { port, host }: AddressOptions,
): Promise<Listening> {
  const { createApp } = await import('../api/app.ts')
  const { createReading } = await import('./reading.ts')
  const { listen } = await import('./listen.ts')
  const app = createApp({
    reading: createReading(stored.database.db),
    now: () => clock.now(),
    metrics: { text: () => meters.text(), token: config.metricsToken },
    failed: (error, path) => log.error({ path, error: error.message }, 'request failed'),
  })
  return listen(app, { port: port ?? config.port, host: host ?? config.host })
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((stop) => signal.addEventListener('abort', () => stop(), { once: true }))
}

export function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('must be a whole number from 0 to 65535')
  return port
}

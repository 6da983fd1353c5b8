import { Command } from 'commander'
import { type AddressOptions, openDoor, portNumber } from './serve.ts'

/** `parallax work`: one more worker on the database, on this machine. */
export function workCommand(): Command {
  return new Command('work')
    .description(
      'read feeds and pages and write bundles until ctrl-C, sharing the work with every other worker on the same database',
    )
    .option(
      '--port <port>',
      'also serve the pages, the API and /metrics on this port; 0 takes any free one',
      portNumber,
    )
    .option('--host <host>', 'address for that (default: PARALLAX_HOST, else 127.0.0.1)')
    .action(async (options: AddressOptions) => {
      const { withRunning } = await import('./with-parts.ts')
      const { keepWorking } = await import('./keep-working.ts')
      await withRunning({}, async (running) => {
        const { config, stored, outside } = running
        const door = options.port === undefined ? null : await openDoor(config, stored, outside, options)
        console.error(`Working${door ? `, and serving on ${door.url}` : ''} (ctrl-C to stop)`)
        try {
          await keepWorking(running)
        } finally {
          await door?.close()
        }
      })
    })
}

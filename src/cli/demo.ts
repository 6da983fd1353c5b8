import { Command } from 'commander'
import { givenPath } from './given-path.ts'
import { type AddressOptions, portNumber } from './serve.ts'

export interface DemoOptions extends AddressOptions {
  readonly once?: boolean
  readonly json?: boolean
  readonly dir?: string
}

/** `parallax demo`: the whole way, from feeds to pages, on a recorded newsroom. */
export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'play a recorded newsroom on loopback, run every pipeline against it and serve the result, until ctrl-C',
    )
    .option('--once', 'end after the table instead of serving')
    .option('--json', 'print everything that came out, and its figures against the gold, as one JSON document')
    .option(
      '--dir <dir>',
      'keep everything in this folder and go on from what is there (default: a temporary one)',
      givenPath,
    )
    .option(
      '--port <port>',
      'port for the pages (default: PARALLAX_PORT, else 4750, or any free one if that is taken)',
      portNumber,
    )
    .option('--host <host>', 'address for the pages (default: PARALLAX_HOST, else 127.0.0.1)')
    .action(async (options: DemoOptions) => {
      const { runDemo } = await import('./demo-run.ts')
      await runDemo(options)
    })
}

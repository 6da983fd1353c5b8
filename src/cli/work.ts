import { Command } from 'commander'

/** `parallax work`: one more worker on the database, on this machine. */
export function workCommand(): Command {
  return new Command('work')
    .description(
      'read feeds and pages and write bundles until ctrl-C, sharing the work with every other worker on the same database',
    )
    .action(async () => {
      const { withRunning } = await import('./with-parts.ts')
      const { keepWorking } = await import('./keep-working.ts')
      await withRunning({}, async (running) => {
        console.error(
          'Working (ctrl-C to stop). Sources come from the database: `parallax sources sync` brings them there.',
        )
        await keepWorking(running)
      })
    })
}

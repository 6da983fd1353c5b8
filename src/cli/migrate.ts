import { Command } from 'commander'

/** `parallax migrate`: brings the configured database up to this version. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('create or update the tables of the configured database')
    .option('--json', 'print the migrations that ran as JSON')
    .action(async (options: { json?: boolean }) => {
      const { readConfig } = await import('../config.ts')
      const { openServer } = await import('./parts.ts')
      const { migrate } = await import('../store/migrate.ts')
      const server = await openServer(readConfig(process.env))
      try {
        const ran = await migrate(server.url)
        console.log(
          options.json ? JSON.stringify({ ran }) : ran.length === 0 ? 'The database is up to date.' : ran.join('\n'),
        )
      } finally {
        await server.close()
      }
    })
}

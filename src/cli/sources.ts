import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { loadCatalogue, parsedCatalogue, problemsText } from './catalogue-file.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'
import { addCommand } from './sources-add.ts'
import { diffCommand } from './sources-diff.ts'
import { exportCommand } from './sources-export.ts'
import { importCommand } from './sources-import.ts'
import { pauseCommand, resumeCommand } from './sources-pause.ts'
import { removeCommand } from './sources-remove.ts'
import { showCommand } from './sources-show.ts'
import { statsCommand } from './sources-stats.ts'
import { testCommand } from './sources-test.ts'

/** `parallax sources …`: the catalogue of outlets. */
export function sourcesCommand(): Command {
  return new Command('sources')
    .description('check sources.yaml and bring it into the database')
    .addCommand(addCommand())
    .addCommand(removeCommand())
    .addCommand(testCommand())
    .addCommand(checkCommand())
    .addCommand(statsCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(syncCommand())
    .addCommand(schemaCommand())
    .addCommand(showCommand())
    .addCommand(diffCommand())
    .addCommand(pauseCommand())
    .addCommand(resumeCommand())
}

function checkCommand(): Command {
  return new Command('check')
    .description('check the catalogue without network or database; exit code 2 when something is wrong')
    .argument('[file]', 'the catalogue (default: PARALLAX_SOURCES, else sources.yaml)', givenPath)
    .option('--json', 'print the outcome as JSON')
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const path = file ?? readConfig(process.env).sourcesFile
      const parsed = await parsedCatalogue(path)
      const problems = parsed.kind === 'invalid' ? parsed.problems : parsed.untidy
      if (parsed.kind === 'invalid' || problems.length > 0) {
        if (options.json) console.log(JSON.stringify({ kind: 'invalid', problems }))
        throw new UserError(problemsText(problems))
      }
      const counts = {
        kind: 'catalogue',
        sources: parsed.sources.length,
        feeds: parsed.sources.reduce((sum, { feeds }) => sum + feeds.length, 0),
        countries: new Set(parsed.sources.map(({ country }) => country)).size,
      }
      console.log(
        options.json
          ? JSON.stringify(counts)
          : `${path}: ${counts.sources} sources with ${counts.feeds} feeds from ${counts.countries} countries, no problem found.`,
      )
    })
}

function syncCommand(): Command {
  return new Command('sync')
    .description('bring the catalogue into the database: sources, feeds, ratings')
    .option('--json', 'print the counts as JSON')
    .action(async (options: { json?: boolean }) => {
      const { withRunning } = await import('./with-parts.ts')
      const { runSync } = await import('./run-stages.ts')
      const counts = await withRunning({}, async (running) =>
        runSync(running, await loadCatalogue(running.config.sourcesFile)),
      )
      if (options.json) console.log(JSON.stringify(counts))
    })
}

function schemaCommand(): Command {
  return new Command('schema')
    .description('print the JSON Schema of the catalogue, for editors that complete and check')
    .action(async () => {
      const { sourcesJsonSchema } = await import('../source/json-schema.ts')
      console.log(JSON.stringify(sourcesJsonSchema(), null, 2))
    })
}

import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import type { CatalogueProblem } from '../source/parse-catalogue.ts'
import type { Source } from '../source/source.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'
import { diffCommand } from './sources-diff.ts'
import { pauseCommand, resumeCommand } from './sources-pause.ts'
import { showCommand } from './sources-show.ts'

/** `parallax sources …`: the catalogue of outlets. */
export function sourcesCommand(): Command {
  return new Command('sources')
    .description('check sources.yaml and bring it into the database')
    .addCommand(checkCommand())
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
      const { parseCatalogue } = await import('../source/parse-catalogue.ts')
      const parsed = parseCatalogue(await readCatalogue(path), path)
      if (parsed.kind === 'invalid') {
        if (options.json) console.log(JSON.stringify(parsed))
        throw new UserError(problemsText(parsed.problems))
      }
      const counts = {
        kind: 'catalogue',
        sources: parsed.sources.length,
        feeds: feedCount(parsed.sources),
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

/** The sources of a catalogue file. @throws UserError that lists every problem with its place. */
export async function loadCatalogue(path: string): Promise<readonly Source[]> {
  const { parseCatalogue } = await import('../source/parse-catalogue.ts')
  const parsed = parseCatalogue(await readCatalogue(path), path)
  if (parsed.kind === 'catalogue') return parsed.sources
  throw new UserError(problemsText(parsed.problems))
}

async function readCatalogue(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(
      `${path}: ${error instanceof Error ? error.message : String(error)} (name another file in PARALLAX_SOURCES)`,
    )
  })
}

const feedCount = (sources: readonly Source[]) => sources.reduce((sum, { feeds }) => sum + feeds.length, 0)

const problemsText = (problems: readonly CatalogueProblem[]) =>
  [
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the catalogue`,
    ...problems.map(({ file, line, column, field, message }) => `${file}:${line}:${column}: ${field}: ${message}`),
  ].join('\n')

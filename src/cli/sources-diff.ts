import { Command } from 'commander'
import { readConfig } from '../config.ts'
import type { Difference, SourceDifference } from '../source/source-difference.ts'
import { givenPath } from './given-path.ts'

/** `parallax sources diff`: what was laid over the file, and what of it was not taken up. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('show how the database differs from the catalogue, source by source')
    .argument('[file]', 'the catalogue (default: PARALLAX_SOURCES, else sources.yaml)', givenPath)
    .option('--json', 'print as JSON, one document')
    .addHelpText(
      'after',
      '\n+ laid over the file: `parallax sources export --overlay` writes it back\n> stands in the file: `parallax sources sync` takes it up\n< was taken up and stands in the file no more: `parallax sources sync` retires it',
    )
    .action(async (file: string | undefined, { json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { loadCatalogue } = await import('./catalogue-file.ts')
      const { keptSources } = await import('../store/kept-sources.ts')
      const { differencesOf } = await import('../source/source-difference.ts')
      const { printable } = await import('./printable.ts')
      const declared = await loadCatalogue(file ?? readConfig(process.env).sourcesFile)
      const found = differencesOf(declared, await withStored(({ database }) => keptSources(database.db)))
      if (json) console.log(JSON.stringify(found))
      else console.log(found.flatMap(linesOf).map(printable).join('\n') || 'The database is as the file says.')
    })
}

const marks = { overlay: '+', file: '>', database: '<' } as const satisfies Record<Difference['kind'], string>

const linesOf = ({ id, differences }: SourceDifference) => [
  id,
  ...differences.map(({ kind, field, text }) => `  ${marks[kind]} ${field === 'source' ? '' : `${field}: `}${text}`),
]

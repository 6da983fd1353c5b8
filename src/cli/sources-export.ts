import { readFile, writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { readConfig } from '../config.ts'
import type { KeptSource } from '../source/kept-source.ts'
import type { OverlayText } from '../source/overlay-text.ts'
import { loadCatalogue, parsedCatalogue, problemsText } from './catalogue-file.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'

interface ExportOptions {
  readonly as: 'yaml' | 'opml' | 'csv'
  readonly overlay?: boolean
  readonly out?: string
  readonly inPlace?: boolean
}

/** `parallax sources export`: the catalogue with what was laid over it, or as a list of feeds for other programs. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write the catalogue with what was laid over it in the database, or as OPML 2.0 or CSV')
    .argument('[file]', 'the catalogue (default: PARALLAX_SOURCES, else sources.yaml)', givenPath)
    .option(
      '--overlay',
      'imported ratings, accepted suggestions, adopted addresses, pauses, learned items a day, put into its text',
    )
    .addOption(
      new Option('--as <format>', 'opml and csv are lists of feeds, without the overlay, and want no database')
        .choices(['yaml', 'opml', 'csv'])
        .default('yaml'),
    )
    .option('--out <file>', 'write here instead of to standard output', givenPath)
    .option('--in-place', 'rewrite the catalogue itself')
    .addHelpText('after', '\nExample: parallax sources export --overlay --in-place && git diff sources.yaml')
    .action(async (file: string | undefined, { overlay, as, out, inPlace }: ExportOptions) => {
      if (as !== 'yaml') return exportList(file, as, { overlay, out, inPlace })
      if (overlay !== true) throw new UserError('say what to write: --overlay, or --as opml or csv')
      if (inPlace === true && out !== undefined) throw new UserError('--in-place and --out: choose one of them')
      const path = file ?? readConfig(process.env).sourcesFile
      const { withStored } = await import('./with-parts.ts')
      const { keptSources } = await import('../store/kept-sources.ts')
      const kept = await withStored(({ database }) => keptSources(database.db))
      if (inPlace === true) return rewrite(path, kept)
      const written = await overlaid(path, await readFile(path, 'utf8'), kept)
      if (out === undefined) process.stdout.write(written.text)
      else await writeFile(out, written.text)
      await say(written, out ?? 'standard output')
    })
}

async function exportList(
  file: string | undefined,
  as: 'opml' | 'csv',
  { overlay, out, inPlace }: { [Key in 'overlay' | 'out' | 'inPlace']: ExportOptions[Key] | undefined },
): Promise<void> {
  if (overlay === true || inPlace === true)
    throw new UserError(`--as ${as} writes a list: leave --overlay and --in-place out`)
  const { csvOf, opmlOf } = await import('./feed-lists.ts')
  const sources = await loadCatalogue(file ?? readConfig(process.env).sourcesFile)
  const text = as === 'csv' ? csvOf(sources) : opmlOf(sources)
  if (out === undefined) process.stdout.write(text)
  else await writeFile(out, text)
}

async function rewrite(path: string, kept: readonly KeptSource[]): Promise<void> {
  const { rewriteFile } = await import('./rewrite-file.ts')
  await rewriteFile(path, async (text) => {
    if (text === null) throw new UserError(`${path}: no such file`)
    const written = await overlaid(path, text, kept)
    await say(written, path)
    return written.text === text ? null : written.text
  })
}

/** @throws UserError where the catalogue is not sound, before or after. */
async function overlaid(path: string, text: string, kept: readonly KeptSource[]): Promise<OverlayText> {
  const { overlayText } = await import('../source/overlay-text.ts')
  const { parseCatalogue } = await import('../source/parse-catalogue.ts')
  const parsed = await parsedCatalogue(path)
  if (parsed.kind === 'invalid') throw new UserError(problemsText(parsed.problems))
  const written = overlayText(text, parsed.sources, kept, parsed.raters)
  const again = parseCatalogue(written.text, path)
  if (again.kind === 'catalogue') return written
  throw new UserError(`what would be written is not sound, and nothing was written: ${problemsText(again.problems)}`, 1)
}

async function say({ changed, left }: OverlayText, where: string): Promise<void> {
  const { printable } = await import('./printable.ts')
  const lines = [`${changed.length} sources changed, written to ${where}`, ...left.map((why) => `left out: ${why}`)]
  process.stderr.write(`${lines.map(printable).join('\n')}\n`)
}

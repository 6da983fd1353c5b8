import { readFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { readConfig } from '../config.ts'
import { siteOf } from '../feed/feed-candidates.ts'
import type { Kind } from '../source/kind.ts'
import { kinds } from '../source/kind.ts'
import { type Reach, reaches, type Source } from '../source/source.ts'
import { parsedCatalogue, problemsText } from './catalogue-file.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'
import { rewriteFile } from './rewrite-file.ts'

interface ImportOptions {
  readonly country?: string
  readonly language?: string
  readonly kind: Kind
  readonly reach: Reach
  readonly dryRun?: true
  readonly json?: true
}

/** `parallax sources import FILE`: a list of feeds from elsewhere → entries of the catalogue, in place. */
export function importCommand(): Command {
  return new Command('import')
    .description('write the outlets of a list of feeds (OPML or CSV) into the catalogue, without network or database')
    .argument('<file>', 'an .opml or .csv file', givenPath)
    .option('--country <code>', 'country of outlets of which the list says none and whose domain tells none')
    .option('--language <tag>', 'language of outlets of which the list says none')
    .addOption(
      new Option('--kind <kind>', 'kind of outlets of which the list says none').choices(kinds).default('newspaper'),
    )
    .addOption(
      new Option('--reach <reach>', 'reach of outlets of which the list says none')
        .choices(reaches)
        .default('domestic'),
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', importHelp)
    .action(importList)
}

const importHelp = `
CSV has a first line that names its columns: feed (its address) and, where known, section, unverified (true), id, name,
home, country, languages (en or "en fr"), kind, reach, owner, ownership. OPML may have the last as attributes of outlines.
Feeds of one id, or else of one domain, become one outlet. What the catalogue has already is left alone. Ratings come by
"ratings import".

Example:
  parallax sources import feeds.opml --country US --language en`

async function importList(file: string, { dryRun, json, ...defaults }: ImportOptions): Promise<void> {
  const { sourcesFromListed } = await import('../source/from-listed.ts')
  const { renderSource } = await import('../source/render-source.ts')
  const { insertSources } = await import('../source/edit-catalogue.ts')
  const listed = await listedIn(file)
  const path = readConfig(process.env).sourcesFile
  const catalogue = await parsedCatalogue(path)
  if (catalogue.kind === 'invalid') throw new UserError(problemsText(catalogue.problems))
  const { sources, left } = sourcesFromListed(listed, defaults, catalogue.sources, siteOf)
  if (!dryRun && sources.length > 0) {
    const blocks = new Map(sources.map((source) => [source.id as string, renderSource(source, catalogue.raters)]))
    await rewriteFile(path, async (text) => {
      const edited = insertSources(text ?? '', blocks)
      if (edited.kind === 'refused') throw new UserError(`${path}: ${edited.why}`)
      return edited.text
    })
  }
  const counts = { feeds: listed.length, sources: sources.length, left }
  console.log(
    json ? JSON.stringify({ ...counts, written: !dryRun }) : importText(counts, sources, dryRun === true, path),
  )
}

function importText(
  { feeds, left }: { feeds: number; left: readonly string[] },
  sources: readonly Source[],
  isDry: boolean,
  path: string,
): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  return [
    ...left.map((why) => `left out: ${why}`),
    `${count(feeds, 'feed')} listed; ${count(sources.length, 'outlet')} ${isDry ? 'would be written' : 'written'} into ${path}, ${left.length} left out`,
  ].join('\n')
}

async function listedIn(file: string) {
  const { feedsOfCsv, feedsOfOpml } = await import('./feed-lists.ts')
  const readable = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UserError(`${file}: ${error.message}`)
  })
  if (/\.(opml|xml)$/i.test(file)) return feedsOfOpml(readable, file)
  if (/\.(csv|txt)$/i.test(file)) return feedsOfCsv(file)
  throw new UserError(`${file}: neither .opml nor .csv: name the file by what it holds`)
}

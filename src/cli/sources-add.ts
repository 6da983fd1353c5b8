import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import type { Finding, FoundSource } from '../../pipelines/find-source.ts'
import { readConfig } from '../config.ts'
import { kinds } from '../source/kind.ts'
import { ownerships } from '../source/ownership.ts'
import { reaches, type Source } from '../source/source.ts'
import type { SaidOfOutlet } from '../source/source-found.ts'
import { parsedCatalogue, problemsText, type SoundCatalogue } from './catalogue-file.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'
import { printable } from './printable.ts'
import { rewriteFile } from './rewrite-file.ts'

interface AddOptions extends SaidOfOutlet {
  readonly feed: string[]
  readonly file?: string
  readonly yes?: true
  readonly dryRun?: true
  readonly json?: true
}

/** `parallax sources add URL`: looks a site over and writes its entry. */
export function addCommand(): Command {
  const choice = (flags: string, text: string, values: readonly string[], otherwise: string) =>
    new Option(flags, text).choices(values).default(otherwise)
  return new Command('add')
    .description('find the feeds of a site, read what it says of itself, try three articles, and write its entry')
    .argument('<url>', 'its front page, any page of it, or one of its feeds')
    .option('--yes', 'write without asking')
    .option('--dry-run', 'show the entry and write nothing')
    .option('--id <id>', 'instead of its name in lower case')
    .option('--name <name>', 'instead of what the site says')
    .option('--country <code>', 'instead of what the site or its domain says')
    .option('--language <tag>', 'instead of what the site says')
    .option('--owner <name>', 'spelt as other outlets of the group spell it')
    .addOption(choice('--kind <kind>', 'sort of outlet', kinds, 'newspaper'))
    .addOption(choice('--reach <reach>', 'whom it writes for', reaches, 'domestic'))
    .addOption(choice('--ownership <ownership>', 'who holds it', ownerships, 'unknown'))
    .option('--feed <url>', 'take this feed, and look for none; may be repeated', collected, [])
    .option('--file <file>', 'the catalogue (default: PARALLAX_SOURCES, else sources.yaml)', givenPath)
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      '\nExample: parallax sources add https://www.example.org/ --owner "Example Press Group" --kind local',
    )
    .action(add)
}

const collected = (url: string, before: string[]) => [...before, url]

async function add(written: string, options: AddOptions): Promise<void> {
  const url = /^https?:\/\//i.test(written) ? written : `https://${written}`
  if (!URL.canParse(url)) throw new UserError(`“${written}” is no address: write one such as https://www.example.org/`)
  const path = options.file ?? readConfig(process.env).sourcesFile
  const catalogue = await parsedCatalogue(path)
  if (catalogue.kind === 'invalid') throw new UserError(problemsText(catalogue.problems))
  await refuseKnown(url, options, catalogue, path)
  const found = await look(url, options)
  const { sourceFound } = await import('../source/source-found.ts')
  const { renderSource } = await import('../source/render-source.ts')
  const { facts, feedLanguage, home, feeds } = found
  const about = { home, feeds, name: facts.name, country: facts.country, language: facts.language ?? feedLanguage }
  const source = sourceFound(about, options)
  if ('missing' in source) throw new UserError(source.missing, 1)
  await refuseKnown(
    source.home,
    { ...options, id: source.id, feed: source.feeds.map((feed) => feed.url) },
    catalogue,
    path,
  )
  const block = renderSource(source, catalogue.raters)
  if (!options.json)
    process.stderr.write(`${foundText(found)}

${block}
`)
  const isWritten = options.dryRun !== true && (options.yes === true || (await agreed(source, path)))
  const line = isWritten ? await write(path, source.id, block) : null
  if (options.json) console.log(JSON.stringify({ written: isWritten, line, source, found }))
  else
    console.log(
      isWritten ? `${source.id} stands in ${path} on line ${line}: the next round polls it.` : 'Nothing was written.',
    )
}

/** @throws UserError where the outlet, its id or a feed is in the catalogue, naming the line. */
async function refuseKnown(
  url: string,
  { id, feed, name }: Pick<AddOptions, 'id' | 'feed' | 'name'>,
  { sources }: SoundCatalogue,
  path: string,
): Promise<void> {
  const { addressKey } = await import('../source/address-key.ts')
  const { siteOf } = await import('../feed/feed-candidates.ts')
  const feeds = new Set([url, ...feed].map(addressKey))
  const outlet = siteOf(url)
  const isMeant = (source: Source) =>
    source.id === id ||
    source.feeds.some((one) => feeds.has(addressKey(one.url))) ||
    (id === undefined && name === undefined && siteOf(source.home) === outlet)
  const known = sources.find(isMeant)
  if (known === undefined) return
  const { listEntries } = await import('../source/edit-catalogue.ts')
  const { readFile } = await import('node:fs/promises')
  const line = listEntries(await readFile(path, 'utf8'))?.find((entry) => entry.id === known.id)?.line ?? 1
  throw new UserError(
    `${known.name} is in the catalogue: ${path}:${line}, id ${known.id}. Put more feeds there, or name another outlet of that site with --id and --name`,
    1,
  )
}

async function look(url: string, { feed }: AddOptions): Promise<FoundSource> {
  const { interruptSignal } = await import('./interrupt.ts')
  const { openOutside } = await import('./parts.ts')
  const { findSource } = await import('../../pipelines/find-source.ts')
  const { stageProgress } = await import('./stage-progress.ts')
  const signal = interruptSignal()
  const outside = await openOutside(readConfig(process.env))
  const stage = stageProgress('look')
  try {
    const finding: Finding = await findSource(outside, { url, given: feed }, { signal, progress: stage.progress })
    signal.throwIfAborted()
    stage.end(finding.kind === 'found' ? `${finding.source.feeds.length} feeds at ${finding.source.home}` : finding.why)
    if (finding.kind === 'found') return finding.source
    throw new UserError(finding.why, 1)
  } finally {
    await outside.close()
  }
}

function foundText({ feeds, tried, facts }: FoundSource): string {
  const newest = (at: Date | null) => (at === null ? '' : `, newest ${at.toISOString().slice(0, 16).replace('T', ' ')}`)
  return [
    ...feeds.map((feed) => `feed     ${feed.url} (${feed.by}; ${feed.items} items${newest(feed.newest)})`),
    ...tried.map(({ url, outcome }) =>
      outcome.kind === 'article'
        ? `article  “${outcome.title}”, ${outcome.words} words`
        : `article  ${url}: ${outcome.why}`,
    ),
    ...(facts.icon === null ? [] : [`icon     ${facts.icon}`]),
  ]
    .map(printable)
    .join('\n')
}

/** @throws UserError where nobody is there to be asked. */
async function agreed({ name }: Source, path: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UserError('nobody is there to be asked: say --yes to write it, or --dry-run')
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await asking.question(`Write ${name} into ${path}? [Y/n] `)
    return /^\s*(?:y|yes|)\s*$/i.test(answer)
  } finally {
    asking.close()
  }
}

/** @throws UserError where the catalogue would not be sound with it. */
async function write(path: string, id: string, block: string): Promise<number> {
  const { insertSource } = await import('../source/edit-catalogue.ts')
  const { parseCatalogue } = await import('../source/parse-catalogue.ts')
  let line = 0
  await rewriteFile(path, async (text) => {
    const edited = insertSource(text ?? 'sources: []\n', id, block)
    if (edited.kind === 'refused') throw new UserError(`${path}: ${edited.why}`)
    const parsed = parseCatalogue(edited.text, path)
    if (parsed.kind === 'invalid') throw new UserError(`nothing was written: ${problemsText(parsed.problems)}`, 1)
    line = edited.line
    return edited.text
  })
  return line
}

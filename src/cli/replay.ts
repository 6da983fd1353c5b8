import { userInfo } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import type { ReplayedPage } from '../../pipelines/replay.ts'
import { type ArticleField, articleFields } from '../article/difference.ts'
import { replayClusterCommand } from './replay-cluster.ts'
import type { Running } from './run-stages.ts'

const help = `
Takes the newest kept page of each article, and of each page that extraction rejected, and compares what this program's extractor
makes of it with what is stored. Prints each difference (- stored, + extracted now), then counts. Asks nothing of any server.

Writes nothing without --apply. With it, each page in a transaction of its own:
  changed              becomes the article's next version, as a correction does; its story gets a new bundle
  newly accepted       the rejected page becomes an article, or is found to be a duplicate of one
  rejected otherwise   the new reason is recorded
  newly rejected       is shown only: what was an article stays one, for stories and quotes may rest on it
  opt-outs             that are not on record are recorded; copies of pages that forbid them are deleted
The change log says who did it. A date or section that the page of a corrected article does not name stays as it was.
Pages are kept for PARALLAX_RAW_PAGE_DAYS; of an article that was corrected since from a page that was not kept (outdated), nothing is said.

--json prints one line a page, and the counts as the last:
  {"article","url","source","fetchedAt","kind","optOuts":[],"stored","was","reason","changes":{"title":{"before","after"},
   "text":[{"kind":"same"|"removed"|"added","paragraphs":[]}]}}
  {"pages","unchanged","changed","newly-accepted","newly-rejected","rejected-otherwise","outdated","unreadable","fields":{},
   "reasons":{},"optOuts":{},"stored":{"applied","overtaken","duplicate"}}
Ctrl-C ends it after the pages under way; what was stored stays.

Examples:
  parallax replay extract --source example-herald --limit 200
  parallax replay extract --since 2026-03-01 --only title authors --apply`

interface Options {
  readonly apply?: boolean
  readonly source?: string
  readonly since?: Date
  readonly until?: Date
  readonly limit?: number
  readonly only?: readonly ArticleField[]
  readonly json?: boolean
}

/** `parallax replay …`: a stage again over what is stored. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('run a stage again over what is stored, and see what would change')
    .addCommand(replayExtractCommand())
    .addCommand(replayClusterCommand())
}

function replayExtractCommand(): Command {
  return new Command('extract')
    .description('extract kept pages again and print what would change; writes nothing unless told to')
    .option('--apply', 'store what changed')
    .option('--source <id>', 'only pages of this source')
    .option('--since <day>', 'only pages fetched on this day (YYYY-MM-DD, UTC) or later', day)
    .option('--until <day>', 'only pages fetched on this day or earlier', day)
    .option('--limit <number>', 'no more pages than this', wholeNumber)
    .option('--only <field...>', `compare these only: ${articleFields.join(', ')}`, fields)
    .option('--json', 'print JSON lines')
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const { withRunning } = await import('./with-parts.ts')
      await withRunning({}, (running) => replayExtract(running, options))
    })
}

const DAY_MS = 86_400_000

async function replayExtract({ config, stored, outside, signal }: Running, options: Options): Promise<void> {
  const { replay } = await import('../../pipelines/replay.ts')
  const { countKeptPages } = await import('../store/kept-pages.ts')
  const { countsText } = await import('./replay-text.ts')
  const { stageProgress } = await import('./stage-progress.ts')
  const { openOutput } = await import('./output.ts')
  const { apply = false, json = false, source, since, until, limit = Number.POSITIVE_INFINITY } = options
  const { db } = stored.database
  const choice = { source, since, before: until && new Date(until.getTime() + DAY_MS) }
  const total = Math.min(limit, await countKeptPages(db, choice))
  const [stage, output] = [stageProgress('replay'), await openOutput(undefined)]
  const counts = await replay(
    { ...outside, db },
    {
      ...{ choice, limit, total, signal, progress: stage.progress, licensed: config.licensed },
      only: options.only ?? articleFields,
      applyAs: apply ? `operator:${userInfo().username}` : null,
      tell: await teller(json, output.line),
    },
  )
  stage.end(`${counts.pages} of ${total} pages`)
  if (json) await output.line(counts)
  else console.log(countsText(counts, apply))
  signal.throwIfAborted()
}

async function teller(json: boolean, line: (value: unknown) => Promise<void>) {
  const { replayLine, replayText } = await import('./replay-text.ts')
  if (json) return (page: ReplayedPage) => line(replayLine(page))
  const colours = process.stdout.isTTY === true && !process.env['NO_COLOR']
  return async (page: ReplayedPage) => {
    const text = replayText(page, colours)
    if (text === null) return
    clearProgress()
    console.log(`${text}\n`)
  }
}

/** On one terminal the bar gives way to what is printed, and is drawn again below it. */
function clearProgress(): void {
  if (process.stdout.isTTY && process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

function day(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError('it must be a day such as 2026-03-01.')
  return date
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('it must be a whole number from 1.')
  return Number(text)
}

function fields(text: string, before: readonly ArticleField[] = []): readonly ArticleField[] {
  const named = text.split(',').map((name) => articleFields.find((field) => field === name))
  const known = named.filter((field) => field !== undefined)
  if (known.length < named.length) throw new InvalidArgumentError(`it must be of ${articleFields.join(', ')}.`)
  return [...before, ...known]
}

import { createReadStream } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { isDay } from '../leaning/day.ts'
import type { ImportPlan } from '../leaning/plan-import.ts'
import { parseScale, type Scale } from '../leaning/rating-values.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'
import { operator } from './operator.ts'

interface ImportOptions {
  readonly rater: string
  readonly method: string
  readonly confidence: number
  readonly licence: string
  readonly validFrom: string
  readonly scale?: Scale
  readonly dryRun?: boolean
  readonly skipWrong?: boolean
  readonly json?: boolean
}

const help = `
Columns, named in the first line, in any order; other columns are not read. Separated by commas, tabs or semicolons.
  domain      or host, url, home, site, website: the outlet by its domain or any address of it
  source      or id: the outlet by its id in sources.yaml, instead of a domain
  value       or leaning, leaning5, bias, rating: one of
              left             far left
              lean-left        left-center, center-left, leans left
              center           centre, neutral, least biased
              lean-right       right-center, center-right, leans right
              right            far right
              or a number, where --scale says what it means. Empty, unknown, unrated: nobody rates it, the line is counted
  confidence  above 0, at most 1                              (else --confidence)
  valid_from  or date, since: first day, YYYY-MM-DD           (else --valid-from)
  method      how the rater came to it                        (else --method)
  licence     or license: SPDX name                           (else --licence)
  pages       opinion, where only its opinion pages are meant (else all)

A line with a domain is about every source whose home lies below its registrable domain; a line with a source's own host goes before
one with its domain, and one with its id before both.

Examples:
  parallax ratings import panel.csv --rater our-panel --method "newsroom panel" --licence own --valid-from 2026-01-01
  parallax ratings import survey.csv --rater survey --scale -42..42 --dry-run
  parallax ratings import ratings.tsv --rater mbfc --method "expert review" --licence Apache-2.0 --valid-from 2024-01-01`

export function importCommand(): Command {
  return new Command('import')
    .description('bring in a rater of your own or a licensed one from CSV; a sync of sources.yaml leaves them alone')
    .argument('<file>', 'the CSV or TSV file; - for standard input', (path: string) =>
      path === '-' ? path : givenPath(path),
    )
    .requiredOption('--rater <name>', 'short name of who rated, such as our-panel', filled)
    .option('--method <words>', 'how the rater came to it', filled, 'not stated')
    .option('--confidence <number>', 'weight against other raters: above 0, at most 1', confidence, 0.8)
    .option('--licence <name>', 'licence under which the ratings may be used', filled, 'not stated')
    .option('--valid-from <day>', 'first day on which they hold, YYYY-MM-DD', day, today())
    .option(
      '--scale <from..to>',
      'values are numbers: what is far left and what is far right, cut into five equal parts',
      scale,
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--skip-wrong', 'write the right lines although others are wrong')
    .option('--json', 'print as JSON')
    .addHelpText('after', help)
    .action(runImport)
}

async function runImport(path: string, options: ImportOptions): Promise<void> {
  const { withStored } = await import('./with-parts.ts')
  const { importRatings, saidBy } = await import('../store/ratings.ts')
  const { homesOfSources } = await import('../store/sources.ts')
  const { SourceIndex } = await import('../leaning/match-sources.ts')
  const { planImport } = await import('../leaning/plan-import.ts')
  const { readRatingLines } = await import('../leaning/rating-lines.ts')
  const { printable } = await import('./printable.ts')
  const { rater, method, confidence, licence, validFrom, scale, dryRun = false, skipWrong = false, json } = options
  const plan = await withStored(async ({ database: { db } }) => {
    const lines = readRatingLines(textOf(path), scale ?? null)
    const index = new SourceIndex(await homesOfSources(db))
    const planned = await planImport(lines, index, await saidBy(db, rater), {
      rater,
      method,
      confidence,
      licence,
      validFrom,
    })
    const writes = !dryRun && (planned.flaws.length === 0 || skipWrong)
    if (writes) await importRatings(db, planned.ratings, { actor: operator(), now: new Date() })
    return { ...planned, written: writes }
  })
  const { ratings: _, ...shown } = plan
  if (json) console.log(JSON.stringify(shown))
  else console.log(planLines(plan, options).map(printable).join('\n'))
  if (plan.flaws.length === 0) return
  const problems = flawLines(path, plan).map(printable).join('\n')
  if (!skipWrong) throw new UserError(problems)
  process.stderr.write(`${problems}\n`)
}

function planLines(
  { counts, unknown, ignoredColumns, written }: ImportPlan & { written: boolean },
  { rater, dryRun }: ImportOptions,
) {
  const outcome = written ? 'written' : dryRun ? 'would be written (dry run)' : 'nothing was written'
  return [
    `${counts.lines} lines state a leaning: ${counts.matched} of a source of the catalogue, ${counts.unknown} of unknown domains`,
    `${counts.sources} sources rated by ${rater}: ${counts.new} new, ${counts.unchanged} unchanged; ${outcome}`,
    ...(counts.unrated === 0 ? [] : [`${counts.unrated} lines without a leaning`]),
    ...(counts.wrong === 0 ? [] : [`${counts.wrong} wrong lines`]),
    ...(unknown.length === 0 ? [] : [`unknown: ${unknown.join(', ')}${counts.unknown > unknown.length ? ', …' : ''}`]),
    ...(ignoredColumns.length === 0 ? [] : [`columns not read: ${ignoredColumns.join(', ')}`]),
  ]
}

const flawsShown = 50

function flawLines(path: string, { flaws, counts: { wrong } }: ImportPlan): string[] {
  const shown = flaws.slice(0, flawsShown)
  const more = wrong - new Set(shown.map(({ line }) => line)).size
  return [
    `${wrong} wrong ${wrong === 1 ? 'line' : 'lines'} in ${path} (--skip-wrong brings in the others)`,
    ...shown.map(({ line, column, field, message }) => `${path}:${line}:${column}: ${field}: ${message}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ]
}

/** What is no UTF-8 arrives as U+FFFD, so that it can be blamed on its line. */
async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const bytes: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path)
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  yield decoder.decode()
}

function filled(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('it is blank.')
  return text.trim()
}

function confidence(text: string): number {
  const number = Number(text)
  if (number > 0 && number <= 1) return number
  throw new InvalidArgumentError('write a number above 0 and at most 1, such as 0.8.')
}

function day(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('write an existing day as YYYY-MM-DD.')
}

function scale(text: string): Scale {
  const ends = parseScale(text)
  if (ends !== null) return ends
  throw new InvalidArgumentError('write the number for far left and the one for far right, such as -2..2.')
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

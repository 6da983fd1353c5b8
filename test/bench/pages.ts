import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { createPageExtractor } from '../../src/outside/page-extractor.ts'
import { askChild } from '../ask-child.ts'
import { aligned, median, rounded } from './figures.ts'
import { type PageCase, pageCases } from './pages/cases.ts'
import { type ContenderName, contenderNames, loaded } from './pages/contenders.ts'
import type { PagesOrder, PagesReport } from './pages/process.ts'
import { hasNoSpaces, type PageScore, type Read, scoreOf } from './pages/score.ts'
import { wholeNumber } from './whole-number.ts'

interface PagesOptions {
  readonly runs: number
  readonly only?: ContenderName
  readonly failures?: true
  readonly inARow?: number
}

const meanings = {
  parallax: 'Parallax in its pool of threads',
  linkedom: 'linkedom and Readability, one process',
  script: 'new JSDOM and Readability, one process',
} satisfies Record<ContenderName, string>

export function pagesBench(): Command {
  return new Command('pages')
    .description(
      'Body, title, authors and time of 252 saved news pages in DATA_DIR against what is expected of them, and pages per second: Parallax, linkedom and Readability alone, and the obvious script.',
    )
    .option('--runs <n>', 'runs of each contender, in turn; figures are medians', wholeNumber, 5)
    .addOption(new Option('--only <name>', 'one contender alone').choices(contenderNames))
    .option('--failures', 'list the pages on which Parallax differs from what is expected')
    .option('--in-a-row <n>', 'instead: so many pages through one pool, and the memory of each tenth', wholeNumber)
    .action((options: PagesOptions) =>
      options.inARow === undefined ? benchPages(options) : manyInARow(options.inARow),
    )
}

interface PagesRun extends PagesReport {
  readonly name: ContenderName
}

async function benchPages({ runs, only, failures }: PagesOptions): Promise<void> {
  const cases = pageCases()
  const names = only === undefined ? contenderNames : [only]
  const done = await interleaved(names, runs)
  const readings = new Map(names.map((name) => [name, done.find((run) => run.name === name)?.reads ?? []]))
  const figures = Object.fromEntries(names.map((name) => [name, figuresOf(cases, done, name)]))
  if (failures) print(failureLines(cases, readings.get('parallax') ?? []))
  print(
    aligned([
      ['', ...Object.keys(Object.values(figures)[0] ?? {})],
      ...names.map((name) => [meanings[name], ...Object.values(figures[name] ?? {}).map(String)]),
    ]),
  )
  const own = readings.get('parallax')
  if (own !== undefined) print(`\n${groupTable(cases, own)}`)
  const speed = (name: ContenderName) => figures[name]?.pagesPerSecond ?? Number.NaN
  const ratios = {
    toScript: rounded(speed('parallax') / speed('script'), 2),
    toLinkedom: rounded(speed('parallax') / speed('linkedom'), 2),
  }
  if (only === undefined) {
    print(`\nParallax is ${ratios.toScript} times as fast as the script (bar 6).`)
    print(`Parallax is ${ratios.toLinkedom} times as fast as linkedom and Readability alone (bar 1, aim 2).\n`)
  }
  print(JSON.stringify({ bench: 'pages', pages: cases.length, contenders: figures, ...(only ? {} : { ratios }) }))
}

/** many pages → memory of the process, the mean over each tenth of them */
async function manyInARow(pages: number): Promise<void> {
  const extractor = createPageExtractor()
  const loadedPages = loaded(pageCases())
  const tenths: number[] = []
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const seen: number[] = []
    for (let at = 0; at < pages / 10; at += atOnce) {
      const batch = Array.from(
        { length: atOnce },
        (_, index) => loadedPages[(tenth * 1000 + at + index) % loadedPages.length],
      )
      await Promise.all(
        batch.map((page) => page && extractor.extract({ ...page, contentType: 'text/html', licensed: true })),
      )
      seen.push(process.memoryUsage.rss() / 1_000_000)
    }
    tenths.push(Math.round(mean(seen)))
    process.stderr.write(`tenth ${tenth + 1}: ${tenths.at(-1)} MB\n`)
  }
  await extractor.close()
  print(
    JSON.stringify({
      bench: 'pages in a row',
      pages,
      memoryMb: tenths,
      growth: rounded((tenths[9] ?? 0) / (tenths[0] ?? 1), 2),
    }),
  )
}

const atOnce = 8

/** Contenders take turns, so that a busy minute of the machine does not fall on one of them. */
async function interleaved(names: readonly ContenderName[], runs: number): Promise<PagesRun[]> {
  const done: PagesRun[] = []
  for (let run = 1; run <= runs; run += 1)
    for (const name of names) {
      const report = await inProcess(name)
      done.push({ name, ...report })
      process.stderr.write(
        `run ${run} of ${runs}: ${name} ${rounded(report.reads.length / report.seconds, 1)} pages/s\n`,
      )
    }
  return done
}

/** Each run in a process of its own. */
async function inProcess(name: ContenderName): Promise<PagesReport> {
  const child = fork(join(import.meta.dirname, 'pages/process.ts'), [name], { execArgv: ['--import', 'tsx'] })
  const ask = (order: PagesOrder) => askChild<PagesReport | null>(child, order)
  try {
    await ask({ kind: 'open', name })
    const report = await ask({ kind: 'read' })
    if (report === null) throw new Error('a run without a report')
    await ask({ kind: 'close' })
    return report
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
  }
}

function figuresOf(cases: readonly PageCase[], runs: readonly PagesRun[], name: ContenderName) {
  const own = runs.filter((run) => run.name === name)
  const reads = own[0]?.reads ?? []
  const scores = cases.map((page, index) => scoreOf(page, reads[index] ?? null))
  return {
    ...qualityOf(scores),
    pagesPerSecond: rounded(median(own.map(({ seconds }) => cases.length / seconds)), 1),
    cpuSeconds: rounded(median(own.map(({ cpuSeconds }) => cpuSeconds)), 1),
    peakMemoryMb: Math.max(...own.map(({ peakMemoryMb }) => peakMemoryMb)),
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const share = (values: readonly (boolean | null)[]) =>
  rounded(mean(values.filter((value) => value !== null).map(Number)), 3)

const qualityOf = (scores: readonly PageScore[]) => ({
  f1: rounded(mean(scores.map(({ f1 }) => f1)), 3),
  precision: rounded(mean(scores.map(({ precision }) => precision)), 3),
  recall: rounded(mean(scores.map(({ recall }) => recall)), 3),
  lost: scores.filter(({ lost }) => lost).length,
  title: share(scores.map(({ title }) => title)),
  time: share(scores.map(({ published }) => published)),
  authors: share(scores.map(({ authors }) => authors)),
})

/** By country and by script, so that a weak language is seen. */
function groupTable(cases: readonly PageCase[], reads: readonly (Read | null)[]): string {
  const groups = new Map<string, PageScore[]>()
  for (const [index, page] of cases.entries()) {
    const score = scoreOf(page, reads[index] ?? null)
    for (const group of [scriptOf(page), page.country]) groups.set(group, [...(groups.get(group) ?? []), score])
  }
  const rows = [...groups].toSorted(([a], [b]) => b.length - a.length || a.localeCompare(b))
  return aligned([
    ['group', 'pages', 'f1', 'precision', 'recall', 'lost', 'title', 'time', 'authors'],
    ...rows.map(([group, scores]) => [group, String(scores.length), ...Object.values(qualityOf(scores)).map(String)]),
  ])
}

const scripts = ['Latin', 'Cyrillic', 'Arabic', 'Hebrew', 'Hangul', 'Greek', 'Devanagari', 'Bengali', 'Tamil'] as const

function scriptOf({ paragraphs }: PageCase): string {
  const text = paragraphs.join(' ')
  if (hasNoSpaces(text)) return 'script without spaces'
  const letters = (script: string) => text.match(new RegExp(`\\p{sc=${script}}`, 'gu'))?.length ?? 0
  return `${scripts.toSorted((a, b) => letters(b) - letters(a))[0]} script`
}

function failureLines(cases: readonly PageCase[], reads: readonly (Read | null)[]): string {
  return cases
    .map((page, index) => ({ page, read: reads[index] ?? null, score: scoreOf(page, reads[index] ?? null) }))
    .toSorted((a, b) => a.score.f1 - b.score.f1)
    .flatMap(({ page, read, score }) => [
      ...(score.f1 < 0.95 || score.lost
        ? [`${page.html}: f1 ${score.f1.toFixed(2)} p ${score.precision.toFixed(2)} r ${score.recall.toFixed(2)}`]
        : []),
      ...(score.title === false ? [`${page.html}: title ${JSON.stringify([page.title, read?.title])}`] : []),
      ...(score.authors === false ? [`${page.html}: authors ${JSON.stringify([page.authors, read?.authors])}`] : []),
      ...(score.published === false ? [`${page.html}: time ${JSON.stringify([page.published, read?.published])}`] : []),
    ])
    .join('\n')
}

const print = (text: string) => process.stdout.write(`${text}\n`)

import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { kinds } from '../../src/source/kind.ts'
import { ratedLeanings } from '../../src/source/leaning.ts'
import { renderSource } from '../../src/source/render-source.ts'
import { type Source, sourceId } from '../../src/source/source.ts'
import { askChild } from '../ask-child.ts'
import { aligned, median, rounded } from './figures.ts'
import type { LoadFigures } from './sources-process.ts'
import { wholeNumber } from './whole-number.ts'

interface Options {
  readonly sources: number
  readonly runs: number
}

const bars = { validatedSeconds: 30, validatedMb: 1000, loadedSeconds: 2 }

export function sourcesBench(): Command {
  return new Command('sources')
    .description('How long a large catalogue takes to be checked the first time, and to be loaded from then on.')
    .option('--sources <n>', 'sources in the catalogue', wholeNumber, 20_000)
    .option('--runs <n>', 'runs of which the median is given', wholeNumber, 5)
    .action(benchSources)
}

async function benchSources({ sources, runs }: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
  try {
    const file = join(folder, 'sources.yaml')
    writeFileSync(file, catalogueOf(sources))
    const first: LoadFigures[] = []
    const again: LoadFigures[] = []
    for (let run = 0; run < runs; run += 1) {
      const order = { file, dir: join(folder, `run-${run}`) }
      first.push(await inProcess(order))
      again.push(await inProcess(order))
    }
    print(first, again)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function print(first: readonly LoadFigures[], again: readonly LoadFigures[]): void {
  const medianOf = (figures: readonly LoadFigures[], key: keyof LoadFigures) =>
    rounded(median(figures.map((one) => one[key])), 2)
  const validatedSeconds = medianOf(first, 'seconds')
  const validatedMb = medianOf(first, 'peakMb')
  const loadedSeconds = medianOf(again, 'seconds')
  const rows = [
    ['seconds to check it the first time', validatedSeconds, bars.validatedSeconds],
    ['MB at most meanwhile, with the program', validatedMb, bars.validatedMb],
    ['seconds to load it from then on', loadedSeconds, bars.loadedSeconds],
  ] as const
  const passed = rows.every(([, figure, bar]) => figure <= bar)
  const lines = rows.map(([means, figure, bar]) => [means, String(figure), `≤ ${bar}`, figure <= bar ? '' : 'MISSED'])
  process.stdout.write(`${aligned([['', 'figure', 'bar', ''], ...lines])}\n`)
  const figures = { sources: first[0]?.sources, validatedSeconds, validatedMb, loadedSeconds }
  process.stdout.write(`${JSON.stringify({ bench: 'sources', ...figures, passed })}\n`)
  if (!passed) process.exitCode = 1
}

const rater = { name: 'The Desk', method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2024-01-01' }

/** A catalogue like the one that is shipped: a third of the sources rated, one to three feeds each. */
export function catalogueOf(count: number): string {
  const sources = Array.from({ length: count }, (_, at): Source => {
    const id = `outlet-${String(at).padStart(6, '0')}`
    const { name: _name, ...shared } = rater
    const value = ratedLeanings[at % 5] ?? 'center'
    return {
      ...{ id: sourceId(id), name: `The Outlet of ${at}: Daily`, home: `https://${id}.example/`, country: 'US' },
      ...{ languages: ['en'], kind: kinds[at % kinds.length] ?? 'local', reach: 'domestic' },
      ...{ owner: `Group ${at % 4000}`, ownership: 'private' },
      ratings: at % 3 === 0 ? [{ rater: 'desk', value, ...shared }] : [],
      feeds: Array.from({ length: 1 + (at % 3) }, (_, feed) => ({ url: `https://${id}.example/feeds/${feed}.xml` })),
    }
  })
  const fields = Object.entries(rater).map(([key, value]) => `    ${key}: ${value}\n`)
  return `raters:\n  desk:\n${fields.join('')}\nsources:\n${sources.map((one) => renderSource(one, { desk: rater })).join('\n')}`
}

async function inProcess(order: { readonly file: string; readonly dir: string }): Promise<LoadFigures> {
  const child = fork(join(import.meta.dirname, 'sources-process.ts'), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, PARALLAX_DIR: order.dir },
  })
  try {
    return await askChild<LoadFigures>(child, order)
  } finally {
    child.disconnect()
  }
}

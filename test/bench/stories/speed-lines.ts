import { fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { askChild } from '../../ask-child.ts'
import { aligned, median, rounded } from '../figures.ts'
import { withOpenArticles } from './restart.ts'
import type { PieceName, SpeedFigures, SpeedOrder } from './speed.ts'

/** One line of the table: what was measured, the figure, and what it must be. */
export interface SpeedLine {
  readonly piece: PieceName
  readonly means: string
  readonly figure: number
  readonly bar: number | null
  readonly passes: boolean
  readonly details: SpeedFigures
}

/** Each piece in turn, each measurement in a process of its own. */
export async function speedLines(pieces: readonly PieceName[], runs: number): Promise<SpeedLine[]> {
  const lines: SpeedLine[] = []
  for (const piece of pieces) {
    lines.push(await measured[piece](runs))
    process.stderr.write(`${JSON.stringify(lines.at(-1))}\n`)
  }
  return lines
}

export function speedTable(lines: readonly SpeedLine[]): string {
  return aligned([
    ['', 'figure', 'bar', ''],
    ...lines.map(({ means, figure, bar, passes }) => [
      means,
      String(figure),
      String(bar ?? ''),
      passes ? '' : 'MISSED',
    ]),
  ])
}

const measured: Record<PieceName, (runs: number) => Promise<SpeedLine>> = {
  features: async (runs) => {
    const path = resolve(process.env['DATA_DIR'] ?? '../shared/data', 'stories/stream.jsonl.gz')
    const details = await medianOf(runs, () => ({ kind: 'features', path }))
    return atLeast(1500, 'features', 'features, articles/s of 3,000 characters', details['perSecond'], details)
  },
  assign: async (runs) => {
    const details = await medianOf(runs, (seed) => assignAt(20_000, 24_000, seed))
    return atLeast(5000, 'assign', 'assignment, articles/s at 20,000 open', details['perSecond'], details)
  },
  scale: async () => {
    const few = await medianOf(3, (seed) => assignAt(10_000, 12_000, seed))
    const many = await medianOf(1, (seed) => assignAt(300_000, 1_000_000, seed))
    const [least = 0, most = 0] = [few['microsecondsEach'], many['microsecondsEach']]
    const details = {
      fewOpen: few['open'] ?? 0,
      manyOpen: many['open'] ?? 0,
      microsecondsFew: least,
      microsecondsMany: most,
    }
    return atMost(3, 'scale', 'cost at 300,000 open of 1,000,000 to 10,000 open', most / least, details)
  },
  memory: async () => {
    const details = await inProcess({ kind: 'memory', open: 100_000, seed: 'memory' })
    return atMost(2048, 'memory', 'bytes per open article at 100,000 open', details['bytesEach'], details)
  },
  restart: async (runs) => {
    const details = await withOpenArticles({ open: 300_000, seed: 'restart' }, (url) =>
      medianOf(Math.min(runs, 5), () => ({ kind: 'restart', url })),
    )
    return atMost(20, 'restart', 'seconds to restart with 300,000 open, from Postgres', details['seconds'], details)
  },
  script: async (runs) => {
    const details = await medianOf(Math.min(runs, 3), (seed) => ({ kind: 'script', articles: 2000, seed }))
    return atLeast(null, 'script', 'times as fast as the script, at 2,000 articles', details['ratio'], details)
  },
  shuffle: async () => {
    const details = await inProcess({ kind: 'shuffle', articles: 10_000, seed: 'shuffle' })
    return atLeast(0.95, 'shuffle', 'B-cubed of 10,000 synthetic shuffled in days', details['bCubed'], details)
  },
}

function assignAt(open: number, passed: number, seed: string): SpeedOrder {
  return { kind: 'assign', open, passed, timed: 5000, seed }
}

type Line = readonly [piece: PieceName, means: string, figure: number | undefined, details: SpeedFigures]

const atLeast = (bar: number | null, ...line: Line) => lineOf(bar, (figure) => figure >= (bar ?? 0), line)
const atMost = (bar: number, ...line: Line) => lineOf(bar, (figure) => figure <= bar, line)

function lineOf(bar: number | null, passes: (figure: number) => boolean, line: Line): SpeedLine {
  const [piece, means, figure = Number.NaN, details] = line
  return { piece, means, figure: readable(figure), bar, passes: passes(figure), details: allReadable(details) }
}

const readable = (figure: number) => rounded(figure, Math.abs(figure) < 100 ? 3 : 0)
const allReadable = (figures: SpeedFigures) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, readable(figure)]))

async function medianOf(runs: number, order: (seed: string) => SpeedOrder): Promise<SpeedFigures> {
  const done: SpeedFigures[] = []
  for (let run = 1; run <= runs; run += 1) done.push(await inProcess(order(`run ${run}`)))
  const names = Object.keys(done[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, median(done.map((figures) => figures[name] ?? Number.NaN))]))
}

/** In a process of its own, with room for what a large index takes. */
async function inProcess(order: SpeedOrder): Promise<SpeedFigures> {
  const child = fork(join(import.meta.dirname, 'process.ts'), [], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=8000'],
  })
  try {
    return await askChild<SpeedFigures>(child, order)
  } finally {
    child.disconnect()
  }
}

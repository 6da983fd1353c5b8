import type { ContenderName } from './contender.ts'
import type { FeedsRun } from './feeds-run.ts'
import { aligned, median, rounded } from './figures.ts'

export interface ContenderFigures {
  /** Feeds per second of the second round. */
  readonly feedsPerSecond: number
  readonly runs: readonly number[]
  readonly firstRoundFeedsPerSecond: number
  readonly peakMemoryMb: number
  readonly cpuSeconds: number
  readonly farmCpuSeconds: number
}

export interface FeedsReport {
  readonly bench: 'feeds'
  readonly feeds: number
  readonly hosts: number
  readonly items: number
  readonly contenders: Partial<Record<ContenderName, ContenderFigures>>
  readonly ratios: { readonly toScript: number | null; readonly toUndici: number | null }
}

/** Medians over the runs of each contender; of memory the highest peak. */
export function reportOf(size: Pick<FeedsReport, 'feeds' | 'hosts' | 'items'>, runs: readonly FeedsRun[]): FeedsReport {
  const names = [...new Set(runs.map(({ name }) => name))]
  const figures = names.map(
    (name) =>
      [
        name,
        figuresOf(
          size.feeds,
          runs.filter((run) => run.name === name),
        ),
      ] as const,
  )
  const contenders: FeedsReport['contenders'] = Object.fromEntries(figures)
  const ratio = (to: ContenderName) => {
    const [own, other] = [contenders.parallax?.feedsPerSecond, contenders[to]?.feedsPerSecond]
    return own === undefined || other === undefined ? null : rounded(own / other, 2)
  }
  return { bench: 'feeds', ...size, contenders, ratios: { toScript: ratio('script'), toUndici: ratio('undici') } }
}

function figuresOf(feeds: number, runs: readonly FeedsRun[]): ContenderFigures {
  const speeds = runs.map(({ second }) => Math.round(feeds / second.seconds))
  return {
    feedsPerSecond: median(speeds),
    runs: speeds,
    firstRoundFeedsPerSecond: Math.round(median(runs.map(({ first }) => feeds / first.seconds))),
    peakMemoryMb: Math.max(...runs.map(({ second }) => second.peakMemoryMb)),
    cpuSeconds: rounded(median(runs.map(({ second }) => second.cpuSeconds)), 2),
    farmCpuSeconds: rounded(median(runs.map((run) => run.farmCpuSeconds)), 2),
  }
}

const meanings = {
  parallax: 'Parallax: fetched, parsed, de-duplicated, stored',
  script: 'rss-parser under p-limit, nothing stored',
  undici: 'undici with validators, bodies dropped',
} satisfies Record<ContenderName, string>

export function feedsTable({ contenders, ratios }: FeedsReport): string {
  const rows = Object.entries(contenders).map(([name, of]) => [
    meanings[name as ContenderName],
    String(of.feedsPerSecond),
    String(of.peakMemoryMb),
    String(of.cpuSeconds),
  ])
  const verdicts = [
    ratios.toScript === null ? [] : `${ratios.toScript} times as fast as the script (bar 2, aim 3)`,
    ratios.toUndici === null ? [] : `${ratios.toUndici} times as fast as undici alone (bar 0.3, aim 0.5)`,
  ].flat()
  const table = aligned([['', 'feeds/s', 'peak MB', 'CPU s'], ...rows])
  return `${table}\n${verdicts.map((verdict) => `\nParallax is ${verdict}.`).join('')}\n`
}

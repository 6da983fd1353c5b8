import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readArticles } from '../../../src/cli/read-articles.ts'
import { featuresOf } from '../../../src/story/features.ts'
import { storySettings } from '../../../src/story/settings.ts'
import { Grouping } from './grouping.ts'
import { restartTime } from './restart.ts'
import { ObviousScript, wordsOf } from './script.ts'
import { shuffleAgreement } from './shuffle.ts'
import { type SyntheticArticle, streamWithOpen } from './synthetic.ts'

export const pieceNames = ['features', 'assign', 'scale', 'memory', 'restart', 'script', 'shuffle'] as const
export type PieceName = (typeof pieceNames)[number]

/** What one process is asked to measure. Seeds differ from run to run. */
export type SpeedOrder =
  | { readonly kind: 'features'; readonly path: string }
  | {
      readonly kind: 'assign'
      readonly open: number
      readonly passed: number
      readonly timed: number
      readonly seed: string
    }
  | { readonly kind: 'memory'; readonly open: number; readonly seed: string }
  | { readonly kind: 'restart'; readonly url: string }
  | { readonly kind: 'script' | 'shuffle'; readonly articles: number; readonly seed: string }

export type SpeedFigures = Readonly<Record<string, number>>

/** One measurement; times are of the clock. Meant for a fresh process, whose heap and compiled code nobody else has shaped. */
export async function measure(order: SpeedOrder): Promise<SpeedFigures> {
  switch (order.kind) {
    case 'features':
      return featuresSpeed(order.path)
    case 'assign':
      return assignSpeed(order)
    case 'memory':
      return memoryPerArticle(order)
    case 'restart':
      return restartTime(order.url)
    case 'script':
      return againstScript(order)
    case 'shuffle':
      return { bCubed: shuffleAgreement(taken(stream(order.articles, order.seed), order.articles), order.seed) }
  }
}

const charactersRead = 3000

async function featuresSpeed(path: string): Promise<SpeedFigures> {
  const articles: { title: string; text: string; lang: string | null }[] = []
  for await (const { article } of readArticles(path)) {
    articles.push({ title: article.title, text: article.text.slice(0, charactersRead), lang: article.lang })
  }
  const read = () => articles.reduce((terms, article) => terms + featuresOf(article).body.hashes.length, 0)
  read()
  return { articles: articles.length, perSecond: articles.length / secondsOf(read) }
}

/**
 * `passed` articles go by, at a rate that keeps about `open` of them open; then the next `timed` are assigned. The past is
 * restored rather than assigned, except for its end, which compiles the code.
 */
function assignSpeed(order: { open: number; passed: number; timed: number; seed: string }): SpeedFigures {
  const articles = stream(order.open, order.seed)
  const grouping = new Grouping()
  const assigned = Math.min(2000, order.passed)
  restore(grouping, articles, order.passed - assigned)
  for (const row of taken(articles, assigned)) grouping.take(row)
  const rows = taken(articles, order.timed)
  const open = grouping.openArticles
  const seconds = secondsOf(() => {
    for (const row of rows) grouping.take(row)
  })
  return { open, perSecond: order.timed / seconds, microsecondsEach: (seconds / order.timed) * 1e6 }
}

function memoryPerArticle({ open, seed }: { open: number; seed: string }): SpeedFigures {
  const before = heapBytes()
  const grouping = restoredFrom(open, seed)
  const bytes = heapBytes() - before
  return { open: grouping.openArticles, bytesEach: bytes / grouping.openArticles }
}

// The generator and its words are garbage after this: what stays is what the stories hold.
function restoredFrom(open: number, seed: string): Grouping {
  const grouping = new Grouping()
  restore(grouping, stream(open, seed), open)
  return grouping
}

function againstScript({ articles, seed }: { articles: number; seed: string }): SpeedFigures {
  const rows = taken(stream(articles, seed), articles)
  const words = rows.map(wordsOf)
  const grouping = new Grouping()
  const script = new ObviousScript()
  const ours = secondsOf(() => {
    for (const row of rows) grouping.take(row)
  })
  const theirs = secondsOf(() => {
    for (const text of words) script.take(text)
  })
  return { perSecond: articles / ours, scriptPerSecond: articles / theirs, ratio: theirs / ours }
}

const stream = (open: number, seed: string) => streamWithOpen(open, storySettings.windowDays, seed)

function restore(grouping: Grouping, articles: Iterator<SyntheticArticle>, count: number): void {
  for (let at = 0; at < count; at++) {
    const { value } = articles.next()
    grouping.restore(value, value.event)
  }
}

function taken(articles: Iterator<SyntheticArticle>, count: number): SyntheticArticle[] {
  return Array.from({ length: count }, () => articles.next().value)
}

function secondsOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

/** What is held after a full collection, with buffers outside the heap. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

import type { Reading, Statement } from '../fact/readings.ts'
import type { Flaw } from '../fact/standing.ts'
import { stemsIn } from '../fact/stems.ts'
import { type Shares, statementCentrality } from './centrality.ts'

interface Candidate {
  readonly statement: Statement
  readonly score: number
}

const cost = {
  'too-short': 0.3,
  'too-long': 0.25,
  'no-sentence': 1,
  'page-furniture': 2,
  'bare-quotation': 1,
  dangling: 0.3,
  definite: 0.15,
  connects: 0.2,
  question: 0.3,
  'speaks-in-person': 0.3,
} as const satisfies Record<Flaw, number>

const lookedAt = 4

/**
 * The sentence near the top of an article that says most of what all reports say: who, what and, best, when.
 * Opinion pieces give it only where there is nothing else. Null where no article has a sentence.
 */
export function ledeOf(readings: readonly Reading[], shares: Shares, headline: string): Statement | null {
  const reporting = readings.filter((reading) => !reading.isOpinion)
  return best(reporting, shares, headline) ?? best(readings, shares, headline)
}

function best(readings: readonly Reading[], shares: Shares, headline: string): Statement | null {
  const candidates = readings.flatMap((reading) => candidatesOf(reading, shares, headline))
  const other = candidates.filter(({ statement }) => statement.sentence.text !== headline)
  const most = other.reduce<Candidate | null>(
    (found, one) => (found === null || one.score > found.score ? one : found),
    null,
  )
  return most?.statement ?? null
}

function candidatesOf(reading: Reading, shares: Shares, headline: string): readonly Candidate[] {
  const sound = reading.statements.filter(
    ({ flaws }) => !flaws.includes('page-furniture') && !flaws.includes('no-sentence'),
  )
  return sound
    .slice(0, lookedAt)
    .map((statement, at) => ({ statement, score: scoreOf(statement, at, shares, headline) + trust(reading) }))
}

/** Between sentences of one worth, a newswire's or a center outlet's is the plainer one. */
function trust({ article, side }: Reading): number {
  return (side === 'center' ? 0.03 : 0) + (article.source.kind === 'wire' ? 0.04 : 0)
}

function scoreOf(statement: Statement, at: number, shares: Shares, headline: string): number {
  const { mentions, flaws, sentence } = statement
  const dated = mentions.dates.length > 0 ? 0.06 : 0
  const named = mentions.names.length > 0 ? 0.04 : 0
  const titled = 0.15 * shareIn(stemsIn(headline), mentions.stems)
  const lacking = flaws.reduce((sum, flaw) => sum + cost[flaw], 0)
  const quotes = /[“"]/.test(sentence.text) ? 0.06 : 0
  const length = Math.max(0, sentence.text.length - 240) / 1_000
  return (
    statementCentrality(statement, shares) +
    dated +
    named +
    titled -
    0.05 * at -
    lacking -
    quotes -
    length -
    0.05 * mentions.loaded
  )
}

function shareIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  return some.size === 0 ? 0 : [...some].filter((stem) => all.has(stem)).length / some.size
}

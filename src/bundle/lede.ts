import type { Reading, Statement } from '../fact/readings.ts'
import { definiteHead, type Flaw } from '../fact/standing.ts'
import { stemsIn } from '../fact/stems.ts'
import { stemOf } from '../story/stem.ts'
import { type Shares, statementCentrality } from './centrality.ts'
import { tellsOfPast } from './tells-of-past.ts'

interface Candidate {
  readonly statement: Statement
  readonly tier: number
  readonly score: number
}

/** What keeps a sentence from opening a page: it needs one before it, or is somebody's and not the report's. */
const needsMore: ReadonlySet<Flaw> = new Set<Flaw>([
  'bare-quotation',
  'dangling',
  'connects',
  'question',
  'speaks-in-person',
])

const lookedAt = 5

/**
 * The sentence near the top of an article that says most of what all reports say: who, what and, best, when.
 * Opinion pieces give it only where there is nothing else. Null where no article has a sentence.
 */
export function ledeOf(readings: readonly Reading[], shares: Shares, headline: string): Statement | null {
  const reporting = readings.filter((reading) => !reading.isOpinion)
  return best(reporting, shares, headline) ?? best(readings, shares, headline)
}

/** The first tier that has a sentence gives it: one that stands alone, one about "the" something, any. */
function best(readings: readonly Reading[], shares: Shares, headline: string): Statement | null {
  const candidates = readings
    .flatMap((reading) => candidatesOf(reading, shares, headline))
    .filter(({ statement }) => statement.sentence.text !== headline)
    .sort((a, b) => a.tier - b.tier || b.score - a.score)
  return candidates[0]?.statement ?? null
}

function candidatesOf(reading: Reading, shares: Shares, headline: string): readonly Candidate[] {
  const above = stemsIn(headline)
  const sound = reading.statements.filter(
    ({ flaws }) => !flaws.includes('page-furniture') && !flaws.includes('no-sentence'),
  )
  return sound.slice(0, lookedAt).map((statement, at) => ({
    statement,
    tier: tierOf(statement, above),
    score:
      scoreOf(statement, at, shares, above) + trust(reading) - (tellsOfPast(statement, reading.article) ? 0.15 : 0),
  }))
}

function tierOf({ flaws, sentence }: Statement, above: ReadonlySet<string>): number {
  if (flaws.some((flaw) => needsMore.has(flaw))) return 2
  const head = definiteHead(sentence.text)
  return flaws.includes('definite') && !(head !== null && above.has(stemOf(head))) ? 1 : 0
}

/** Between sentences of one worth, a newswire's or a center outlet's is the plainer one. */
function trust({ article, side }: Reading): number {
  return (side === 'center' ? 0.08 : 0) + (article.source.kind === 'wire' ? 0.04 : 0)
}

function scoreOf(statement: Statement, at: number, shares: Shares, above: ReadonlySet<string>): number {
  const { mentions, flaws, sentence } = statement
  const dated = mentions.dates.length > 0 ? 0.06 : 0
  const named = mentions.names.length > 0 ? 0.04 : 0
  const titled = 0.15 * shareIn(above, mentions.stems)
  const lacking = (flaws.includes('too-short') ? 0.3 : 0) + (flaws.includes('too-long') ? 0.25 : 0)
  const quotes = /[“"]/.test(sentence.text) ? 0.06 : 0
  const length = Math.max(0, sentence.text.length - 240) / 1_000
  return (
    statementCentrality(statement, shares) +
    dated +
    named +
    titled -
    0.07 * at -
    lacking -
    quotes -
    length -
    0.05 * mentions.loaded
  )
}

function shareIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  return some.size === 0 ? 0 : [...some].filter((stem) => all.has(stem)).length / some.size
}

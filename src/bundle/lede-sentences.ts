import { isWeekday } from '../fact/mentions.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { passagesIn } from '../fact/speech.ts'
import { definiteHead, type Flaw } from '../fact/standing.ts'
import { termOf } from '../fact/stems.ts'
import type { Consensus } from './consensus.ts'
import { firstFlaws } from './first-flaws.ts'
import { repeats } from './repeats.ts'
import { mended, shortenings } from './shortened.ts'
import { tellsOfPast } from './tells-of-past.ts'

/** A sentence that a lede may tell: as its article has it, and as far as the lede tells it. */
export interface Told {
  readonly reading: Reading
  readonly statement: Statement
  readonly told: Statement
}

/** One that may open a lede. */
export interface Opener extends Told {
  /** 0 stands alone, 1 is about "the" something, 2 needs a sentence before it or is somebody's and not the report's. */
  readonly tier: number
  /** What it shares with all reports, less `penalty`. */
  readonly score: number
  readonly penalty: number
}

const needsMore: ReadonlySet<Flaw> = new Set<Flaw>([
  'bare-quotation',
  'dangling',
  'connects',
  'question',
  'speaks-in-person',
])
const neverSecond: ReadonlySet<Flaw> = new Set<Flaw>(['bare-quotation', 'question', 'speaks-in-person'])

const lookedAt = 3
/** Of so many openings the likeliest are tried, so that a story of hundreds of articles costs no more. */
export const tried = 12
/** Two sentences that share more of their words than this say one thing twice. */
const mostShared = 0.35
/** A sentence of which more is somebody's words tells little itself. */
const mostQuoted = 0.4

/** The first sentences of an article, whole and as far as their clause borders; `above` are the stems of the headline. */
export function openersOf(reading: Reading, consensus: Consensus, above: ReadonlySet<string>): Opener[] {
  return soundOf(reading)
    .slice(0, lookedAt)
    .flatMap((statement, place) =>
      tellingsOf(statement).map((told) => {
        const dated = told.mentions.dates.length > 0 ? 0.02 : 0
        const penalty = costOf(told, reading) + 0.01 * place - trustOf(reading) - dated
        const score = consensus.with(told.sentence.text) - penalty
        return { reading, statement, told, tier: tierOf(told, above), score, penalty }
      }),
    )
}

/**
 * What may stand behind an opener: the next sentence of its article, which may speak of what the opener named, and beginnings of
 * other reports that stand alone, say something else and less of what all say.
 */
export function followersOf({ reading, statement, told, score }: Opener, openers: readonly Opener[]): Told[] {
  const sound = soundOf(reading)
  const next = sound.find(({ sentence }) => sentence.index === statement.sentence.index + 1)
  // What a shortened opener no longer names, the next sentence cannot point to.
  const nexts = next === undefined || told !== statement ? [] : tellingsOf(next)
  const others = openers
    .filter(({ reading: other, tier, score: own }) => tier === 0 && own <= score && other.group !== reading.group)
    .slice(0, tried)
    .filter(
      (other) => sharedIn(other.told, told) <= mostShared && !repeats(other.statement.mentions, statement.mentions),
    )
  return [...nexts.map((one) => ({ reading, statement: next ?? one, told: one })), ...others].filter(mayFollow)
}

/** A sentence without a number or a day is often a scene of its report: who heard it from whom. */
export function isScene({ mentions: { figures, dates } }: Statement): boolean {
  return figures.length === 0 && dates.every(isWeekday)
}

/** A question, a call to the reader or a quotation tells nothing more of the event, and neither do a scene and "none" of unsaid people. */
function mayFollow({ told }: Told): boolean {
  const { text } = told.sentence
  const quoted = passagesIn(text).join(' ').length
  const isLoose = /^(?:None|Neither|Either|Another|Others?|Such|When)\b/.test(text)
  return quoted < mostQuoted * text.length && !isLoose && !firstFlaws(told).some((flaw) => neverSecond.has(flaw))
}

/** A loaded word weighs more than two words in common. */
export function costOf(told: Statement, { article }: Reading): number {
  const { flaws, mentions, sentence } = told
  const size = (flaws.includes('too-short') ? 0.06 : 0) + (flaws.includes('too-long') ? 0.05 : 0)
  const unlikeNews = unlike.filter((sign) => sign.test(sentence.text)).length
  return size + 0.04 * mentions.loaded + 0.06 * unlikeNews + (tellsOfPast(told, article) ? 0.06 : 0)
}

/** It sets a scene, tells what was before, or what its writer thinks of it. */
const unlike = [
  /^(?:When|While|As|If|Once|Jetzt|Endlich|Als|Wenn|Während)\b/,
  /\b(?:years?|months?|decades?) ago\b|\blast (?:year|month)\b/,
  /\b(?:finally|actually|really|of course|so-called|once again)\b/,
  // "… is no ware, a banner says": somebody's words, which German puts before a verb.
  /, (?:steht|heißt es|hieß es|sagt|sagte|meint|meinte|findet) /,
]

/** Between sentences of one worth, a newswire's or a center outlet's is the plainer one. */
const trustOf = ({ article, side }: Reading) =>
  (side === 'center' ? 0.02 : 0) + (article.source.kind === 'wire' ? 0.01 : 0)

/** The sentences of an article that may be shown; where none is whole, what is left of the first. */
function soundOf({ statements }: Reading): readonly Statement[] {
  const shown = statements.filter(({ flaws }) => !flaws.includes('page-furniture'))
  const whole = shown.filter(({ flaws }) => !flaws.includes('no-sentence'))
  return whole.length > 0 ? whole : shown.slice(0, 1).filter((statement) => mended(statement) !== null)
}

function tellingsOf(statement: Statement): readonly Statement[] {
  if (!statement.flaws.includes('no-sentence')) return [statement, ...shortenings(statement)]
  const told = mended(statement)
  return told === null ? [] : [told]
}

function sharedIn(one: Statement, other: Statement): number {
  const stems = [...one.mentions.stems]
  return stems.filter((stem) => other.mentions.stems.has(stem)).length / Math.max(1, stems.length)
}

function tierOf(told: Statement, above: ReadonlySet<string>): number {
  const flaws = firstFlaws(told)
  if (flaws.some((flaw) => needsMore.has(flaw))) return 2
  const head = definiteHead(told.sentence.text)
  return flaws.includes('definite') && !(head !== null && above.has(termOf(head))) ? 1 : 0
}

import type { Reading, Statement } from '../fact/readings.ts'
import { definiteHead, type Flaw } from '../fact/standing.ts'
import { stemsIn, termOf } from '../fact/stems.ts'
import { isDirected } from '../perspective/standings.ts'
import { bearingOf } from './bearing.ts'
import { Consensus } from './consensus.ts'
import { joined } from './joined.ts'
import { tellsOfPast } from './tells-of-past.ts'

/** One sentence, or two that are joined, as they open a page. */
export interface Lede {
  readonly text: string
  readonly statements: readonly Statement[]
}

interface Opener {
  readonly reading: Reading
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

const lookedAt = 3
/** Of so many openings the likeliest are tried with others, so that a story of hundreds of articles costs no more. */
const tried = 12
/** A lede is read at a glance. */
const mostWords = 85
/** Two sentences that share more of their words than this say one thing twice. */
const mostShared = 0.35

/**
 * The sentence near the top of an article that says most of what all reports say, joined with one that says what it leaves out:
 * the next one of the article, or the beginning of another report. What all say is measured by consensus. State media, whose first sentence
 * is a government's own word, and opinion pieces last give it only where there is nothing else. Null where no article has a sentence.
 */
export function ledeOf(readings: readonly Reading[], headline: string): Lede | null {
  const reporting = readings.filter((reading) => !reading.isOpinion)
  const free = reporting.filter((reading) => !isDirected(reading))
  return best(free, headline) ?? best(reporting, headline) ?? best(readings, headline)
}

/** What keeps a sentence from standing behind another is known of English ones alone. */
const mayBeJoined = ({ article: { lang } }: Reading) => lang === null || /^en\b/i.test(lang)

/** The first tier that has a sentence opens it: one that stands alone, one about "the" something, any. */
function best(readings: readonly Reading[], headline: string): Lede | null {
  const consensus = new Consensus(readings)
  const above = stemsIn(headline)
  const openers = readings
    .flatMap((reading) => openersOf(reading, consensus, above))
    .filter(({ statement }) => statement.sentence.text !== headline)
    .sort((a, b) => a.tier - b.tier || b.score - a.score)
  const alone = openers[0]
  if (alone === undefined) return null
  const plain = plainWords(readings)
  const most = openers.filter(({ tier, reading }) => tier === alone.tier && mayBeJoined(reading)).slice(0, tried)
  const pairs = most.flatMap((opener) =>
    followersOf(opener, openers).map((follower) => ({
      text: joined(opener.statement.sentence.text, follower.sentence.text, (word) => isPlain(word, follower, plain)),
      statements: [opener.statement, follower],
      penalty: penaltyOf(opener.reading, opener.statement) + 0.5 * flawsCost(follower),
    })),
  )
  let chosen: Lede = { text: alone.statement.sentence.text, statements: [alone.statement] }
  let highest = alone.score
  for (const { text, statements, penalty } of pairs) {
    if (text.split(/\s+/).length > mostWords) continue
    const score = consensus.with(text) - penalty
    if (score > highest && allBear(text, statements)) {
      chosen = { text, statements }
      highest = score
    }
  }
  return chosen
}

function openersOf(reading: Reading, consensus: Consensus, above: ReadonlySet<string>): Opener[] {
  return soundOf(reading)
    .slice(0, lookedAt)
    .map((statement) => ({
      ...{ reading, statement, tier: tierOf(statement, above) },
      score: consensus.with(statement.sentence.text) - penaltyOf(reading, statement),
    }))
}

/** The article's next sentence, and the beginnings of other reports that stand alone, say something else and less of what all say. */
function followersOf({ reading, statement, score }: Opener, openers: readonly Opener[]): Statement[] {
  const sound = soundOf(reading)
  const next = sound[sound.indexOf(statement) + 1]
  const isNext = next !== undefined && next.sentence.index === statement.sentence.index + 1
  const others = openers
    .filter(({ reading: other, tier, score: own }) => tier === 0 && own <= score && other.group !== reading.group)
    .slice(0, tried)
    .map((other) => other.statement)
    .filter((other) => sharedIn(other, statement) <= mostShared)
  return [...(isNext ? [next] : []), ...others]
}

/** Words that the reports write without a capital. */
function plainWords(readings: readonly Reading[]): ReadonlySet<string> {
  const texts = readings.flatMap(({ statements }) => statements.map(({ sentence }) => sentence.text))
  return new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+/gu) ?? []))
}

/** No name begins with it, not even one that is also a word: "Bill Hale" is no "bill Hale". */
function isPlain(word: string, { mentions, sentence }: Statement, plain: ReadonlySet<string>): boolean {
  const isNamed = mentions.names.some((name) => name.words[0] === word) || /^\S+ \p{Lu}/u.test(sentence.text)
  return !isNamed && plain.has(word.toLowerCase())
}

const soundOf = ({ statements }: Reading) =>
  statements.filter(({ flaws }) => !flaws.includes('page-furniture') && !flaws.includes('no-sentence'))

function sharedIn(one: Statement, other: Statement): number {
  const stems = [...one.mentions.stems]
  return stems.filter((stem) => other.mentions.stems.has(stem)).length / Math.max(1, stems.length)
}

function tierOf({ flaws, sentence }: Statement, above: ReadonlySet<string>): number {
  if (flaws.some((flaw) => needsMore.has(flaw))) return 2
  const head = definiteHead(sentence.text)
  return flaws.includes('definite') && !(head !== null && above.has(termOf(head))) ? 1 : 0
}

/** Between sentences of one worth, a newswire's or a center outlet's is the plainer one, and the first of its article. */
function penaltyOf(reading: Reading, statement: Statement): number {
  const { article, side } = reading
  const trust = (side === 'center' ? 0.02 : 0) + (article.source.kind === 'wire' ? 0.01 : 0)
  const past = tellsOfPast(statement, article) ? 0.06 : 0
  return flawsCost(statement) + past + 0.01 * soundOf(reading).indexOf(statement) - trust
}

function flawsCost({ flaws, mentions }: Statement): number {
  return (flaws.includes('too-short') ? 0.06 : 0) + (flaws.includes('too-long') ? 0.05 : 0) + 0.02 * mentions.loaded
}

/** Whether the verifier will find each sentence in what is joined of them. */
function allBear(text: string, statements: readonly Statement[]): boolean {
  const evidence = statements.map(({ article, sentence }) => ({ article, quote: sentence.text }))
  return bearingOf({ text, evidence }).borne.length === statements.length
}

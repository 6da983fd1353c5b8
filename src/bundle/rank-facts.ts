import type { ArticleId } from '../article/article.ts'
import { bearsOut } from '../fact/bears-out.ts'
import type { Fact } from '../fact/facts.ts'
import { isGerman } from '../fact/german.ts'
import { shareBorneOut } from '../fact/matter.ts'
import type { Mentions } from '../fact/mentions.ts'
import { isTelling, type Point } from '../fact/points.ts'
import { type Reading, type Statement, wordingOfStatement } from '../fact/readings.ts'
import { passagesIn } from '../fact/speech.ts'
import { definiteHead } from '../fact/standing.ts'
import { termOf } from '../fact/stems.ts'
import { type Shares, statementCentrality } from './centrality.ts'
import { tellsOfPast } from './tells-of-past.ts'

export interface RankedFact {
  readonly statement: Statement
  /** One sentence of each other report that says all that the statement says. */
  readonly corroboration: readonly Statement[]
  /** 0 is best: reporting that stands alone; then reporting that speaks of "the" something; then opinion. */
  readonly tier: number
  readonly score: number
}

interface Ground {
  readonly readings: ReadonlyMap<ArticleId, Reading>
  readonly shares: Shares
  readonly fullNames: ReadonlyMap<string, string>
  /** Stems of what stands above the facts: what is named there may be "the" something here. */
  readonly above: ReadonlySet<string>
  /** How many independent reports give a number, by its value. */
  readonly givers: ReadonlyMap<string, number>
  /** Of a statement, how many independent reports have each point of it that stands nowhere above. */
  readonly shared: ReadonlyMap<Statement, readonly number[]>
}

const mostCorroboration = 3

/** The sentences of a fact that can be shown: sentences that share much may still state two things, such as a sum and a date. */
export function ranked(fact: Fact, ground: Ground): readonly RankedFact[] {
  return fact.statements.flatMap((statement) => rankedBy(statement, fact, ground) ?? [])
}

function rankedBy(statement: Statement, fact: Fact, ground: Ground): RankedFact | null {
  const reading = ground.readings.get(statement.article)
  const tier = reading === undefined ? null : tierOf(statement, reading, ground.above)
  if (reading === undefined || tier === null) return null
  const elsewhere = fact.statements.filter((one) => groupOf(one, ground) !== reading.group)
  if (elsewhere.some((one) => quotes(one, statement))) return null
  const corroboration = onePerGroup(
    elsewhere.filter((one) => bearsOut(wordingOfStatement(one), wordingOfStatement(statement))),
    ground,
  )
  const score =
    scoreOf(statement, ground.shares) +
    supportOf([statement, ...corroboration], ground) +
    0.5 *
      Math.log2(
        1 +
          onePerGroup(
            elsewhere.filter((one) => touches(one, statement)),
            ground,
          ).length,
      ) +
    0.5 * Math.log2(giversOf(statement, ground)) +
    (reading.side === 'center' ? 0.2 : 0) -
    // What was before is context, however many tell it.
    (tellsOfPast(statement, reading.article) ? 0.6 : -sharing * sharedBy(statement, ground)) -
    (surnameAlone(statement, ground.fullNames) ? 0.4 : 0)
  return { statement, corroboration: corroboration.slice(0, mostCorroboration), tier, score }
}

const groupOf = ({ article }: Statement, { readings }: Ground) => readings.get(article)?.group

/** A reprint adds nothing, nor does an outlet's second article. */
function onePerGroup(statements: readonly Statement[], ground: Ground): readonly Statement[] {
  return [...new Map(statements.toReversed().map((one) => [groupOf(one, ground), one])).values()].reverse()
}

/** A number that several reports give matters, in whatever words they give it. */
function giversOf({ mentions }: Statement, { givers }: Ground): number {
  return Math.max(1, ...mentions.figures.map(({ value }) => givers.get(value) ?? 1))
}

export function giversIn(readings: readonly Reading[]): ReadonlyMap<string, number> {
  const groups = new Map<string, Set<number>>()
  for (const { statements, group } of readings) {
    for (const { value, sort } of statements.flatMap(({ mentions }) => mentions.figures)) {
      const isTelling = sort !== 'year' && sort !== 'day' && (Number(value) > 12 || value.includes('.'))
      if (isTelling) groups.set(value, (groups.get(value) ?? new Set()).add(group))
    }
  }
  return new Map([...groups].map(([value, giving]) => [value, giving.size]))
}

/** What a point is worth each time that the number of reports which have it doubles. */
const sharing = 0.7
const mostPoints = 2

/** The best two points of a statement, by how many times over they are told. */
function sharedBy(statement: Statement, { shared }: Ground): number {
  const owners = (shared.get(statement) ?? []).toSorted((a, b) => b - a).slice(0, mostPoints)
  return owners.reduce((sum, count) => sum + Math.log2(count), 0)
}

/** Of each statement the points that several reports have, unless they stand in what was `said`. */
export function sharedIn(
  points: readonly Point[],
  said: ReadonlySet<Mentions>,
): ReadonlyMap<Statement, readonly number[]> {
  const shared = new Map<Statement, number[]>()
  for (const { kind, told, owners } of points) {
    // A name is mostly whoever said it.
    if (kind === 'name' || told.some(({ mentions }) => said.has(mentions))) continue
    for (const one of told) shared.set(one, [...(shared.get(one) ?? []), owners])
  }
  return shared
}

/** Independent reports and sides that say the same. */
function supportOf(saying: readonly Statement[], { readings }: Ground): number {
  const sides = new Set(saying.map(({ article }) => readings.get(article)?.side)).size
  return Math.log2(saying.length) * 1.2 + 0.4 * (Math.min(sides, 3) - 1)
}

/** What another report puts between quotation marks is somebody's words, though a page may have lost the marks. */
function quotes(one: Statement, other: Statement): boolean {
  const words = other.sentence.text.replace(/[.!]+$/, '')
  return passagesIn(one.sentence.text).some((passage) => passage.includes(words))
}

/** Speaks of the same thing, though perhaps of another side of it: a sign that the fact matters, no evidence for it. */
function touches(one: Statement, other: Statement): boolean {
  const figures = new Set(other.mentions.figures.filter(({ value }) => Number(value) > 3).map(({ value }) => value))
  return shareBorneOut(other, one) >= 0.5 || one.mentions.figures.some(({ value }) => figures.has(value))
}

/** "Marquez said": a reader who comes to the sentence first does not know who that is. */
export function surnameAlone({ mentions }: Statement, fullNames: ReadonlyMap<string, string>): boolean {
  const whole = new Set(mentions.names.filter(({ words }) => words.length > 1).flatMap(({ words }) => words))
  return mentions.names.some(({ words: [only, more] }) => {
    return only !== undefined && more === undefined && fullNames.has(only) && !whole.has(only)
  })
}

function tierOf({ flaws, mentions, sentence }: Statement, reading: Reading, above: ReadonlySet<string>): number | null {
  const hard = flaws.filter((flaw) => flaw !== 'definite')
  if (hard.length > 0 || mentions.figures.length + mentions.names.length === 0) return null
  if (reading.isOpinion) return 2
  // German writes every noun like a name: there a number or a day must make a sentence specific.
  if (isGerman(reading.article.lang) && mentions.figures.length + mentions.dates.length === 0) return 1
  const head = definiteHead(sentence.text)
  const isIntroduced = head !== null && above.has(termOf(head))
  return flaws.length > 0 && !isIntroduced ? 1 : 0
}

/** Figures, names and days count; speech, loose words and length cost. */
function scoreOf(statement: Statement, shares: Shares): number {
  const { mentions, sentence } = statement
  const figures = mentions.figures.filter(({ sort }) => sort !== 'year' && sort !== 'day' && sort !== 'time')
  const telling = figures.filter(isTelling).length
  const specific =
    0.4 * Math.min(telling, 2) +
    0.2 * Math.min(figures.length - telling, 2) +
    (mentions.names.length > 0 ? 0.4 : 0) +
    (mentions.dates.length > 0 ? 0.25 : 0)
  const speech = /[“"]/.test(sentence.text) ? 1.6 : 0
  const length = Math.max(0, sentence.text.length - 200) / 200
  return (
    specific +
    2.5 * statementCentrality(statement, shares) -
    speech -
    loosenessOf(sentence.text) -
    length -
    0.8 * mentions.loaded
  )
}

const loose = [
  /\b(?:it|they|them|he|she|him|also)\b/,
  /\b(?:this (?:morning|afternoon|evening|week)|today|tonight|yesterday|tomorrow)\b/i,
  /\b(?:may|might|could)\b/,
  /^(?:Fraglich|Offen|Unbekannt|Ungewiss|Unklar) (?:ist|sind|bleibt|blieb|war)\b/,
  /, (?:steht|stand|heißt es|hieß es) /,
]

function loosenessOf(text: string): number {
  return loose.filter((sign) => sign.test(text)).length * 0.35
}

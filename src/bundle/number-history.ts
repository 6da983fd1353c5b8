import { outletName } from '../article/outlet-name.ts'
import type { Figure } from '../fact/figures.ts'
import { Likeness } from '../fact/likeness.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { stemsIn } from '../fact/stems.ts'
import { computed, evidenceOf, readable } from './claims.ts'
import { dayInWords } from './days.ts'
import type { Claim } from './document.ts'
import { isShown } from './earlier-chapters.ts'

/** A number as a sentence gives it, and of what: the stems of the words after it, the first the nearest. */
interface Quantity {
  readonly figure: Figure
  /** "$1,100 a ton" */
  readonly text: string
  readonly unit: readonly string[]
}

interface Given {
  readonly quantity: Quantity
  readonly statement: Statement
  readonly reading: Reading
}

const mostClaims = 2
/** How much of two sentences must be the same for their numbers to count one thing; numbers aside, 0 to 1. */
const sameThingAt = 0.3
/** Of sentences that share no name. */
const sameThingWithoutNameAt = 0.5

/** Where the words that say what is counted end. */
const unitEnds =
  /[,.;:()“”"–—\d$£€¥]|\b(?:to|from|and|or|in|on|for|at|by|with|after|before|than|who|that|which|were|was|are|is)\b/u
/** A time is no quantity that a story follows, and the step by which a number rose is not the number. */
const timeUnit = /^(?:second|minut|hour|dai|day|week|month|year|decad|centuri|mile|kilomet|km)/
const isStep =
  /\b(?:by|another|rose|rise|fell|slip(?:ped|s)?|gain(?:ed|s)?|jump(?:ed|s)?|drop(?:ped|s)?|up|down|added|lost|climbed|slid)(?: (?:nearly|about|some|around|almost|more than))?\s*$/
/** "Category 4", "Route 29": the number is part of a name. */
const isLabel = /\p{Lu}[\p{L}.]*\s$/u
const labels = /\b\p{Lu}[\p{L}.]*(?=\s\d)/gu
const supposed = /\b(?:if|unless|would|could|may|might|should|nearly half)\b/

/**
 * What earlier chapters gave for a number of this story: another number of the same sort, for the same thing, in a sentence that says
 * much the same and names nobody else. Numbers of sentences that are `shown` on the page come first. Strict on purpose: mostly nothing
 * is found.
 */
export function numberHistory(
  shown: readonly Statement[],
  readings: readonly Reading[],
  earlier: readonly Reading[],
): Claim[] {
  if (earlier.length === 0) return []
  const before = earlier.filter(({ isOpinion }) => !isOpinion).flatMap((reading) => given(reading, reading.statements))
  const isShownAlready = new Set(shown)
  const now = readings
    .filter(({ isOpinion }) => !isOpinion)
    .flatMap((reading) => given(reading, reading.statements))
    .sort((a, b) => Number(isShownAlready.has(b.statement)) - Number(isShownAlready.has(a.statement)))
  const alike = comparing([...now, ...before])
  const claims: Claim[] = []
  const told = new Set<string>()
  for (const one of now) {
    if (claims.length === mostClaims) break
    const latest = before
      .filter((other) => isSameThing(one.quantity, other.quantity) && isFollowed(one, other))
      .filter((other) => alike(one, other) >= (sharesName(one, other) ? sameThingAt : sameThingWithoutNameAt))
      .toSorted((a, b) => timeOf(b) - timeOf(a))[0]
    if (latest === undefined || told.has(latest.statement.sentence.text)) continue
    told.add(latest.statement.sentence.text)
    claims.push(historyClaim(one, latest))
  }
  return claims
}

/** A sentence that gives the other number as well tells the history itself, and what might be is no later state of what is. */
function isFollowed(one: Given, other: Given): boolean {
  const has = ({ statement }: Given, { quantity }: Given) =>
    statement.mentions.figures.some(({ value }) => value === quantity.figure.value)
  const [a, b] = [one.statement.sentence.text, other.statement.sentence.text]
  return !has(one, other) && !has(other, one) && supposed.test(a) === supposed.test(b) && !namesOthers(one, other)
}

/** "Category 4" tells no storm from another. */
function namesOf({ statement: { mentions, sentence } }: Given): readonly string[] {
  const numbered = new Set(sentence.text.match(labels))
  return mentions.names.flatMap(({ words }) => words).filter((word) => !numbered.has(word))
}

const sharesName = (one: Given, other: Given) => namesOf(one).some((word) => namesOf(other).includes(word))

/** Both say whom they are about, and it is not the same. */
function namesOthers(one: Given, other: Given): boolean {
  return namesOf(one).length > 0 && namesOf(other).length > 0 && !sharesName(one, other)
}

const timeOf = ({ reading }: Given) => reading.article.publishedAt?.getTime() ?? 0

function given(reading: Reading, statements: readonly Statement[]): Given[] {
  if (reading.article.publishedAt === null) return []
  return statements
    .filter(({ flaws, sentence }) => !flaws.includes('page-furniture') && isShown(sentence.text))
    .flatMap((statement) => quantitiesIn(statement).map((quantity) => ({ quantity, statement, reading })))
}

/** A sentence that gives two numbers for one thing ("950 from 1,400") tells its own history. */
function quantitiesIn({ sentence, mentions }: Statement): Quantity[] {
  const found = mentions.figures
    .filter(({ sort }) => sort === 'count' || sort === 'money' || sort === 'percent')
    .filter(({ text }) => !isStepOrLabel(sentence.text, text))
    .map((figure) => ({ figure, ...unitAfter(sentence.text, figure) }))
    .filter(({ figure, unit }) => figure.sort !== 'count' || (unit[0] !== undefined && !timeUnit.test(unit[0])))
  return found.filter((one) => !found.some((other) => other !== one && isSameThing(one, other)))
}

function isStepOrLabel(text: string, written: string): boolean {
  const before = text.slice(0, text.indexOf(written))
  return isStep.test(before) || (isLabel.test(before) && /^\d/.test(written))
}

function unitAfter(text: string, { text: written }: Figure): Pick<Quantity, 'text' | 'unit'> {
  const after = text.slice(text.indexOf(written) + written.length)
  const words = after
    .slice(0, unitEnds.exec(after)?.index ?? after.length)
    .trim()
    .split(/\s+/)
    .slice(0, 4)
  const unit = [...stemsIn(words.join(' '))].slice(0, 2)
  const named = words.findIndex((word) => stemsIn(word).size > 0)
  return { unit, text: [written, ...words.slice(0, named + 1)].join(' ') }
}

function isSameThing(one: Quantity, other: Quantity): boolean {
  if (one.figure.sort !== other.figure.sort || one.figure.value === other.figure.value) return false
  if (one.figure.sort === 'count' || one.unit.length === 0 || other.unit.length === 0)
    return one.unit[0] === other.unit[0]
  return one.unit.some((stem) => other.unit.includes(stem))
}

/** Likeness of the sentences without their numbers, which differ. */
function comparing(all: readonly Given[]): (one: Given, other: Given) => number {
  const statements = [...new Set(all.map(({ statement }) => statement))]
  const bare = statements.map((one) => ({ ...one, mentions: { ...one.mentions, figures: [] } }))
  const likeness = new Likeness(bare)
  const of = new Map(likeness.weighed.map((weighed, at) => [statements[at], weighed]))
  return (one, other) => {
    const [a, b] = [of.get(one.statement), of.get(other.statement)]
    return a === undefined || b === undefined ? 0 : likeness.between(a, b)
  }
}

function historyClaim(now: Given, then: Given): Claim {
  const [outlet, former] = [now, then].map(({ reading }) => outletName(reading.article.source))
  const [day, formerDay] = [now, then].map(({ reading }) => dayInWords(reading.article.publishedAt ?? new Date(0)))
  const text = `Where ${outlet} gives ${now.quantity.text} on ${day}, ${former === outlet ? 'it' : former} gave ${then.quantity.text} on ${formerDay}: “${readable(then.statement.sentence.text)}”`
  const matter = [now, then].map(({ quantity }) => quantity.figure.text)
  return computed(text, 'number-history', matter, [evidenceOf(now.statement), evidenceOf(then.statement)])
}

import { nameOneTime } from './periods.ts'
import { type Given, type Quantity, quantitiesOf } from './quantities.ts'
import { openingWordsOf, type Reading } from './readings.ts'
import { lastCount } from './recounts.ts'
import { termOf } from './stems.ts'
import { senseOf } from './synonyms.ts'

/** What a bare number counts is said at most so many sentences before it. */
const reach = 2
/** Of two reports with one smaller number, each may count something else. */
const leastTelling = 10
/** Of the counts of one noun in a report only so many are looked at: a hostile text has thousands. */
const mostCounts = 40

/**
 * Do two reports that number one action count the same things? By what each counts beside it: who gives another number of
 * them, for one time, that the other gives too counts the same, under whatever name; whose things have other names, and no
 * number alike, counts others. Null where the reports do not tell.
 */
export function countSameThings(one: Given, other: Given): boolean | null {
  if (giveOneNumber(countsOfIts(one), countsOfIts(other))) return mayBeOfAll(one, other) ? true : null
  const [ours, theirs] = [thingsOf(one), thingsOf(other)]
  return ours !== null && theirs !== null && senseOf(ours) !== senseOf(theirs) ? false : null
}

/** Whom only one of the two names is whom the other's report is about, and neither is of somebody who is not named at all. */
export function nameOneDoer(one: Given, other: Given): boolean {
  if (ofSomebody.test(one.quantity.part) || ofSomebody.test(other.quantity.part)) return false
  return isKnownTo(one, other) && isKnownTo(other, one)
}

/** "A dealer sold 1,200", and not "A total of 1,200 were sold". */
const ofSomebody = /^(?:an?|one)\s(?!(?:total|record|combined)\b)/i

function isKnownTo({ quantity: { names } }: Given, { quantity, reading }: Given): boolean {
  const words = names.size === 0 ? names : openingWordsOf(reading)
  return [...names].every((name) => quantity.names.has(name) || words.has(name))
}

function giveOneNumber(ours: readonly Quantity[], theirs: readonly Quantity[]): boolean {
  return ours.some(
    ({ key, value, period }) =>
      value >= leastTelling && theirs.some((one) => one.key === key && nameOneTime(one.period, period)),
  )
}

/** The counts of its report that are of the same noun: of a bare number's those of the noun that it leaves out. */
function countsOfIts(given: Given): readonly Quantity[] {
  const noun = given.quantity.counted ?? countBefore(given)?.counted ?? null
  if (noun === null) return []
  return countsIn(given.reading)
    .filter(({ counted }) => counted !== null && senseOf(counted) === senseOf(noun))
    .slice(0, mostCounts)
}

const countsKnown = new WeakMap<Reading, readonly Quantity[]>()

function countsIn(reading: Reading): readonly Quantity[] {
  const known = countsKnown.get(reading)
  if (known !== undefined) return known
  const counts = reading.statements
    .filter(({ mentions }) => mentions.figures.length > 0)
    .flatMap((statement) => quantitiesOf(statement, reading.article))
    .filter(isCount)
  countsKnown.set(reading, counts)
  return counts
}

const isCount = ({ unit, counted, per }: Quantity) => unit === '' && counted !== null && per === null

/** "The plan asks for 30,000 vans. In May dealers sold 1,200": the last thing counted, if only one was. */
function countBefore({ quantity, reading: { statements, article } }: Given): Quantity | null {
  const own = quantitiesOf(quantity.statement, article)
  const before = own.slice(0, Math.max(0, own.indexOf(quantity))).filter(isCount)
  if (before.length > 0) return before.length === 1 ? (before[0] ?? null) : null
  const at = statements.indexOf(quantity.statement)
  return lastCount(statements.slice(Math.max(0, at - reach), Math.max(0, at)), article)
}

/** Stem of the things to which it was done: "sales of vans", "van sales", else what was counted before; null where neither says so. */
function thingsOf(given: Given): string | null {
  const { counted, words, part } = given.quantity
  if (counted === null) return countBefore(given)?.counted ?? null
  const of = /^ of (?:\p{Ll}+ ){0,3}?(\p{Ll}{2,}s)\b/u.exec(part.slice(part.indexOf(words) + words.length))?.[1]
  const before = /\s(\p{Ll}{3,})\s\p{Ll}+$/u.exec(words)?.[1]
  if (of !== undefined) return termOf(of)
  if (before !== undefined && isThing(before, given.reading)) return termOf(before)
  const last = countBefore(given)?.counted ?? null
  return last === counted ? null : last
}

/** "Van sales" are of vans where the report writes of vans; "net sales" are of anything. */
const isThing = (word: string, { statements }: Reading) =>
  statements.some(({ mentions }) => mentions.words.includes(`${word}s`))

/** Of one among those who do it, named before: its own number is not that of all. */
const ofOne =
  /\b(?:it|he|she|they|we|its|his|her|their|our|another|others?|rivals?|competitors?|largest|biggest|smallest|leading)\b|\bthe (?:company|firm|group|business|corporation|agency|authority|ministry|department|office|council|state|city|county|province|district|region|town|village)\b/i

/** A number set beside that of all is of all, unless the words say of whom. */
const mayBeOfAll = (one: Given, other: Given) => ![one, other].some(({ quantity }) => ofOne.test(quantity.part))

import { areDone, isDoneAndNamed } from './actions.ts'
import { mayAgree } from './hedges.ts'
import { measureOf, measureStems } from './measures.ts'
import { exceedsItsWhole } from './parts.ts'
import { mayBeOneTime, nameOneSpan, nameOneTime } from './periods.ts'
import type { Given, Quantity } from './quantities.ts'
import { differInSense } from './senses.ts'
import { termOf, wordsOf } from './stems.ts'
import { senseOf } from './synonyms.ts'
import { countSameThings, nameOneDoer } from './what-is-counted.ts'

/** How rare a stem is among the statements of the story, 0 to 1. */
export type Rarity = (stem: string) => number

/** Numbers of which one is more often than this as large as the other count two things. */
const largestRatio = 3
/** Where no word is shared, who counts the same again comes nearer than that; further off is the number of some of them. */
const largestRatioUnworded = 1.5
/** From so much on, two quantities are of one thing; see `nearness`. */
const oneThing = 1.5
/** An event has one number of dead and one of hurt: fewer words have to agree. */
const oneToll = 1.2
/** Nearly everything has a length: sizes are compared only where nearly all words around them agree. */
const leastOfSize = 0.55
const anyone: ReadonlySet<string> = new Set([
  'people',
  'men',
  'women',
  'person',
  'victim',
  'mensch',
  'personen',
  'other',
])

/** Do two quantities of different reports give two numbers for one thing, which cannot both be right? */
export function contradicts(ours: Given, theirs: Given, rarity: Rarity): boolean {
  const [one, other] = [ours.quantity, theirs.quantity]
  const published = [ours.reading.article.publishedAt, theirs.reading.article.publishedAt]
  if (one.unit !== other.unit || one.per !== other.per || one.key === other.key) return false
  if (one.unit === 'vote') return votesDiffer(one, other, published, rarity)
  if (ratioOf(one, other) > largestRatio || mayAgree(one, other)) return false
  if (one.measure !== null && other.measure !== null && one.measure !== other.measure) return false
  if (!mayCountOne(one, other) || !mayBeOneTime(one.period, other.period, published)) return false
  if (differInSense(one, other) || !shareNames(one, other)) return false
  if (isSize(one) && exceedsItsWhole(ours, theirs)) return true
  return nearness(one, other, tieOf(ours, theirs), rarity) >= (isToll(one) && isToll(other) ? oneToll : oneThing)
}

const ratioOf = ({ value: one }: Quantity, { value: other }: Quantity) => Math.max(one, other) / Math.min(one, other)

/**
 * How two numbers are bound by an action that both count: not at all; `open`, where what else they say has to show that it
 * was done to the same things; `alike`, where their reports count the same things; `apart`, where others, or at another time.
 */
type Tie = 'none' | 'open' | 'alike' | 'apart'

function tieOf(ours: Given, theirs: Given): Tie {
  const [one, other] = [ours.quantity, theirs.quantity]
  const isNamed = isDoneAndNamed(one, other)
  if (!isNamed && !areDone(one, other)) return 'none'
  const isOfOneTime = nameOneSpan(one.period, other.period) && nameOneDoer(ours, theirs)
  const same = isOfOneTime ? countSameThings(ours, theirs) : false
  if (same === true) return 'alike'
  if (!isNamed) return 'none'
  return same === null ? 'open' : 'apart'
}

/** What both have in common: the measure, what is counted, the rate, the time, the words around them. */
function nearness(one: Quantity, other: Quantity, tie: Tie, rarity: Rarity): number {
  const measured =
    (one.measure !== null && one.measure === other.measure) || isSize(one) || tie === 'open' || tie === 'alike'
  const counted = one.counted !== null && other.counted !== null
  const { share, stems } = context(one, other, rarity)
  const words = (stems === 0 ? 0 : 2 * share) + (tolls(one) && tolls(other) ? 0.5 : 0)
  if (isSize(one) && share < leastOfSize) return 0
  if (tie === 'apart' || (tie === 'open' && stems === 0)) return 0
  if (tie === 'alike' && stems === 0 && ratioOf(one, other) > largestRatioUnworded) return 0
  if (!measured)
    return stems >= 3 || (stems >= 2 && share >= 0.7) ? words + (counted ? countedWorth(one, other) : 0) : 0
  return (
    1 +
    words +
    (counted ? countedWorth(one, other) : 0) +
    (one.per === null ? 0 : 0.5) +
    (nameOneTime(one.period, other.period) ? 0.5 : 0)
  )
}

/** "The death toll": there is one of an event. */
const tolls = ({ part }: Quantity) => /\b(?:toll|death count)\b/i.test(part)

function countedWorth({ counted }: Quantity, other: Quantity): number {
  return isAnyone(counted) || isAnyone(other.counted) ? 0 : 0.75
}

/** The share of the shorter part's words that both have, rare ones counting more; measures and what is counted are left out. */
function context(one: Quantity, other: Quantity, rarity: Rarity): { share: number; stems: number } {
  const [small, large] = [wordsAround(one), wordsAround(other)].sort((a, b) => a.length - b.length)
  if (small === undefined || large === undefined || small.length === 0) return { share: 0, stems: 0 }
  const known = new Set(large.map(senseOf))
  const shared = small.filter((stem) => known.has(senseOf(stem)))
  const sum = (stems: readonly string[]) => stems.reduce((total, stem) => total + rarity(stem), 0)
  const size = isToll(one) && isToll(other) ? sum(small) : (sum(small) + sum(large)) / 2
  return { share: sum(shared) / Math.max(0.01, size), stems: shared.length }
}

function wordsAround({ part, matter, counted, action, lang }: Quantity): readonly string[] {
  const measures = new Set(
    wordsOf(part)
      .filter((word) => measureOf(word, lang) !== null)
      .map(termOf),
  )
  return [...matter].filter((stem) => !measures.has(stem) && stem !== counted && stem !== action)
}

/** "Tiere" and "Nutztiere" are one noun; "people" may be miners, but three firefighters are not the twelve people. */
function mayCountOne(first: Quantity, second: Quantity): boolean {
  const [one, other] = [first.counted, second.counted]
  if (one === other || (isAnyone(one) && isAnyone(other))) return true
  if (one === null || other === null) return isDoneAndNamed(first, second)
  if (senseOf(one) === senseOf(other)) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && long.endsWith(short)
}

const isSize = ({ unit }: Quantity) => / (?:long|high|wide|deep|thick|across)$/.test(unit)

const isToll = ({ measure, counted }: Quantity) => (measure === 'killed' || measure === 'injured') && isAnyone(counted)

/** Nobody in particular, or whom the measure names already: "marchers", "passengers". */
const isAnyone = (counted: string | null) => counted === null || anyone.has(counted) || measureStems.has(counted)

/** Where both name somebody or some place, one of them is named by both. */
function shareNames({ names: one }: Quantity, { names: other }: Quantity): boolean {
  return one.size === 0 || other.size === 0 || [...one].some((name) => other.has(name))
}

const bodies =
  /\b(?:senat|house|council|committee|court|parliament|assembly|union|board|kreistag|bundestag|commission|commons)/gi

/** A step on the way to a law has a vote of its own. */
const votedOn = (text: string) =>
  (text.toLowerCase().match(/\b(?:rule|amendment|motion|resolution|nomination|procedural|cloture)\b/g) ?? [])
    .sort()
    .join(' ')

/** Two counts of one vote differ by a few; other numbers are another vote's. */
function votesDiffer(one: Quantity, other: Quantity, published: readonly (Date | null)[], rarity: Rarity): boolean {
  const cast = ({ key }: Quantity) => key.split('-').reduce((sum, votes) => sum + Number(votes), 0)
  if (Math.abs(cast(one) - cast(other)) > 0.1 * Math.max(cast(one), cast(other))) return false
  if (Math.abs(one.value - other.value) > 0.1 * one.value) return false
  const [ours, theirs] = [one, other].map(
    ({ part, statement }) => new Set(`${part} ${statement.sentence.text}`.toLowerCase().match(bodies) ?? []),
  )
  if (ours === undefined || theirs === undefined) return false
  if (ours.size > 0 && theirs.size > 0 && ![...ours].some((body) => theirs.has(body))) return false
  const [matter, against] = [one, other].map(({ statement }) => votedOn(statement.sentence.text))
  if (matter !== against) return false
  if (!mayBeOneTime(one.period, other.period, published) || !shareNames(one, other)) return false
  const opposite =
    /reject|defeat|fail/i.test(one.statement.sentence.text) !==
    /reject|defeat|fail/i.test(other.statement.sentence.text)
  const { share, stems } = context(one, other, rarity)
  return !opposite && stems >= 2 && share >= 0.3
}

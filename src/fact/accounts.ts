import { actionOf } from './actions.ts'
import { growing, type Measure } from './measures.ts'
import { type Given, type Quantity, quantitiesOf, votesOf } from './quantities.ts'
import { openingWordsOf, type Reading, stemsOfReading } from './readings.ts'
import { type Recount, recountsIn } from './recounts.ts'
import { contradicts } from './same-thing.ts'
import { sharesOf } from './shares.ts'
import type { Flaw } from './standing.ts'

/** One number that reports give, with the statements that give it: one of each report. */
export interface Account {
  readonly key: string
  /** The first of them as written: "at least 12 people". */
  readonly words: string
  readonly quantities: readonly Quantity[]
}

/** Numbers for one thing that do not go together. */
export interface Disagreement {
  /** `grew`: the larger numbers are of later reports, and counts of this kind grow. */
  readonly kind: 'differ' | 'grew'
  readonly measure: Measure | null
  /** Words that the statements share, where no measure is named. */
  readonly about: readonly string[]
  /** The best founded first; of what grew, the oldest first. */
  readonly accounts: readonly Account[]
}

const unfit: ReadonlySet<Flaw> = new Set<Flaw>(['page-furniture', 'no-sentence', 'question', 'bare-quotation'])
/** Of what more quantities are of than these only the first are compared: all with all costs the square. */
const mostCompared = 240

/** The numbers on which independent reports of a story disagree. Opinion pieces count for other things and are not heard. */
export function disagreementsOf(readings: readonly Reading[]): readonly Disagreement[] {
  const given = readings.filter(({ isOpinion }) => !isOpinion).flatMap(givenBy)
  const rarity = rarityIn(readings)
  const said = figuresByGroup(readings)
  const pairs: [Given, Given][] = []
  for (const bucket of buckets(given)) {
    const some = bucket.slice(0, mostCompared)
    for (const [at, one] of some.entries()) {
      for (const other of some.slice(at + 1)) if (disagree(one, other, said, rarity)) pairs.push([one, other])
    }
  }
  return together([...pairs, ...recounted(given, readings, said)])
}

/** What a report sets against a number stands against every report that gives this number. */
function recounted(
  given: readonly Given[],
  readings: readonly Reading[],
  said: ReadonlyMap<number, ReadonlySet<string>>,
): [Given, Given][] {
  const recounts = readings
    .filter(({ isOpinion }) => !isOpinion)
    .flatMap((reading) =>
      recountsIn(reading).map((recount) => ({ recount, instead: { quantity: recount.instead, reading } })),
    )
  return recounts.flatMap(({ recount, instead }) =>
    given
      .filter((one) => one.reading.group !== instead.reading.group && isSame(one.quantity, recount))
      .filter((one) => said.get(one.reading.group)?.has(instead.quantity.key) !== true)
      .map((one): [Given, Given] => [one, instead]),
  )
}

const isSame = ({ key, unit, counted }: Quantity, { doubted }: Recount) =>
  key === doubted.key && unit === doubted.unit && counted === doubted.counted

function givenBy(reading: Reading): Given[] {
  return reading.statements
    .filter(({ mentions, flaws }) => mentions.figures.length > 0 && !flaws.some((flaw) => unfit.has(flaw)))
    .flatMap((statement) => [quantitiesOf, votesOf, sharesOf].flatMap((of) => of(statement, reading.article)))
    .map((quantity) => ({ quantity, reading }))
}

/** Only quantities of one unit and rate are compared, and plain counts of one measure or of one noun. */
function buckets(given: readonly Given[]): Iterable<Given[]> {
  const found = new Map<string, Given[]>()
  const add = (key: string, one: Given) => {
    const bucket = found.get(key)
    if (bucket === undefined) found.set(key, [one])
    else bucket.push(one)
  }
  for (const one of given) {
    const { unit, per, measure, counted, action } = one.quantity
    const rate = `${unit} ${per ?? ''}`
    if (unit !== '') add(rate, one)
    else if (measure !== null) add(`${rate} m:${measure}`, one)
    const what = counted ?? action
    if (unit === '' && what !== null) add(`${rate} c:${actionOf(what)}`, one)
  }
  return found.values()
}

function disagree(
  one: Given,
  other: Given,
  said: ReadonlyMap<number, ReadonlySet<string>>,
  rarity: (stem: string) => number,
) {
  const [a, b] = [one.reading, other.reading]
  if (a.group === b.group) return false
  const knows = ({ group }: Reading, { key }: Quantity) => said.get(group)?.has(key) === true
  // Who gives both numbers tells of two things, or of two times.
  if (knows(a, other.quantity) || knows(b, one.quantity)) return false
  if (other.quantity.names.size === 0 && !mayMean(one, b)) return false
  if (one.quantity.names.size === 0 && !mayMean(other, a)) return false
  return contradicts(one, other, rarity)
}

/**
 * May a number of one report be meant where another speaks of no name? Only if what the one names is what the other
 * report is about: the dead of a province are not those of the storm, nor those of an attack of another year.
 */
function mayMean({ quantity }: Given, other: Reading): boolean {
  if (quantity.names.size === 0 || quantity.measure === null || !growing.has(quantity.measure)) return true
  const words = openingWordsOf(other)
  return [...quantity.names].some((name) => words.has(name))
}

function figuresByGroup(readings: readonly Reading[]): ReadonlyMap<number, ReadonlySet<string>> {
  const said = new Map<number, Set<string>>()
  for (const { group, statements, article } of readings) {
    const own = said.get(group) ?? new Set<string>()
    said.set(group, own)
    for (const statement of statements) {
      for (const { value } of statement.mentions.figures) own.add(value)
      if (statement.mentions.figures.length < 2) continue
      for (const { key } of [...votesOf(statement, article), ...sharesOf(statement, article)]) own.add(key)
    }
  }
  return said
}

/** Added to the number of reports: what both of two reports say is not common for that. */
const fewReports = 6

function rarityIn(readings: readonly Reading[]): (stem: string) => number {
  const spread = new Map<string, number>()
  for (const reading of readings) {
    for (const stem of stemsOfReading(reading)) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  }
  const all = readings.length + fewReports
  return (stem) => Math.max(0.15, Math.log((1 + all) / (spread.get(stem) ?? 1)) / Math.log(1 + all))
}

/** Pairs that share a quantity are one disagreement. */
function together(pairs: readonly [Given, Given][]): readonly Disagreement[] {
  const clusters: Set<Given>[] = []
  for (const [one, other] of pairs) {
    const touched = clusters.filter((cluster) => cluster.has(one) || cluster.has(other))
    const merged = new Set([one, other, ...touched.flatMap((cluster) => [...cluster])])
    for (const cluster of touched) clusters.splice(clusters.indexOf(cluster), 1)
    clusters.push(merged)
  }
  return clusters.map((cluster) => disagreementOf([...cluster])).sort((a, b) => weightOf(b) - weightOf(a))
}

function disagreementOf(given: readonly Given[]): Disagreement {
  const byKey = new Map<string, Given[]>()
  for (const one of given) byKey.set(one.quantity.key, [...(byKey.get(one.quantity.key) ?? []), one])
  const measures = new Set(given.map(({ quantity }) => quantity.measure))
  const measure = measures.size === 1 ? (given[0]?.quantity.measure ?? null) : null
  const accounts = [...byKey.values()].map((same) => ({ same, account: accountOf(same) }))
  const grew = measure !== null && growing.has(measure) && isGrowth(accounts.map(({ same }) => same))
  const ordered = accounts
    .sort((a, b) =>
      grew ? amountOf(a.same) - amountOf(b.same) : b.account.quantities.length - a.account.quantities.length,
    )
    .map(({ account }) => account)
  return { kind: grew ? 'grew' : 'differ', measure, about: sharedWords(given), accounts: ordered }
}

function accountOf(given: readonly Given[]): Account {
  const first = new Map<number, Quantity>()
  for (const { quantity, reading } of given) if (!first.has(reading.group)) first.set(reading.group, quantity)
  const [one] = given
  return { key: one?.quantity.key ?? '', words: one?.quantity.words.trim() ?? '', quantities: [...first.values()] }
}

const amountOf = (given: readonly Given[]) => given[0]?.quantity.value ?? 0

/** All reports of a larger number are younger than all of a smaller one. */
function isGrowth(accounts: readonly (readonly Given[])[]): boolean {
  const timed = accounts.map((given) => {
    const times = given.map(({ reading }) => reading.article.publishedAt?.getTime() ?? Number.NaN)
    return { value: amountOf(given), first: Math.min(...times), last: Math.max(...times) }
  })
  return timed
    .sort((a, b) => a.value - b.value)
    .every((one, at, all) => at === 0 || (all[at - 1]?.last ?? Number.NaN) < one.first)
}

function sharedWords(given: readonly Given[]): readonly string[] {
  const [first, ...others] = given.map(({ quantity }) => quantity)
  if (first === undefined) return []
  return [...first.matter].filter((stem) => others.every(({ matter }) => matter.has(stem)))
}

function weightOf({ accounts, kind }: Disagreement): number {
  return accounts.reduce((sum, { quantities }) => sum + quantities.length, 0) - (kind === 'grew' ? 0.5 : 0)
}

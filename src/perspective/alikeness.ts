import { raschRates } from './rasch.ts'
import type { Trait } from './traits.ts'

/** What some reports of a story, by their positions, have in common beyond chance, in nats; see `alikenessOf`. */
export type Alikeness = (members: readonly number[]) => number

/** Reports that can be compared with one another: the products below stay within a double. */
export const mostCompared = 80

/** Whether a group chooses a trait in its own way or as the whole story does is open until its members are seen. */
const ownWay = 0.5

interface Row extends Trait {
  /** Chance of the trait in each report, for how common it is and how much the report carries. */
  readonly rates: readonly number[]
}

/**
 * How much likelier the traits of some reports are if these choose what they carry at rates of their own than at the story's. The story's
 * are those of the Rasch model: each trait is as common, each report carries as much, as it does. The group's own rate of a trait has
 * a beta prior with the story's as its mean, worth one observation: for words that stand or do not the informative Dirichlet prior of
 * Monroe, Colaresi and Quinn (2008), with the unit of information that the BIC stands for (Kass and Wasserman 1995). Each trait is
 * as likely to be one that the group chooses its own way as not. Of each gain its mean over reports taken at random is subtracted, so that
 * any reports have about 0, however many traits a story has.
 */
export function alikenessOf(reports: number, traits: readonly Trait[]): Alikeness {
  const rates = raschRates(traits.map(({ has }) => has))
  const rows = traits.map((trait, at): Row => ({ ...trait, rates: rates[at] ?? [] }))
  const atRandom = gainsAtRandom(reports)
  const gain = (members: readonly number[], row: Row): number => {
    return row.weight * (gainOf(factorOf(members, row)) - atRandom(members.length, row.having))
  }
  return (members) => (members.length < 2 ? 0 : rows.reduce((sum, row) => sum + gain(members, row), 0))
}

function factorOf(members: readonly number[], { has, rates }: Row): number {
  let having = 0
  let mean = 0
  let asStory = 1
  for (const index of members) {
    const rate = rates[index] ?? 0.5
    mean += rate / members.length
    if (has[index]) having += 1
    asStory *= has[index] ? rate : 1 - rate
  }
  return ownRates(mean, having, members.length) / asStory
}

/** Chance of one sequence with so many successes under a beta prior of this mean that is worth one observation. */
function ownRates(mean: number, having: number, all: number): number {
  let chance = 1
  for (let one = 0; one < having; one += 1) chance *= (mean + one) / (one + 1)
  for (let one = 0; one < all - having; one += 1) chance *= (1 - mean + one) / (having + one + 1)
  return chance
}

/** A trait in which a group may go its own way or not. */
const gainOf = (factor: number) => Math.log(1 - ownWay + ownWay * factor)

/** The mean gain of so many reports taken at random, of a trait that so many of all have. */
function gainsAtRandom(all: number): (size: number, having: number) => number {
  const known = new Map<number, number>()
  return (size, having) => {
    const key = size * (all + 1) + having
    const found = known.get(key) ?? gainAtRandom(all, size, having)
    known.set(key, found)
    return found
  }
}

function gainAtRandom(all: number, size: number, having: number): number {
  const mean = having / all
  let sum = 0
  for (let drawn = Math.max(0, size - (all - having)); drawn <= Math.min(size, having); drawn += 1) {
    const chance = (choose(having, drawn) * choose(all - having, size - drawn)) / choose(all, size)
    sum += chance * gainOf(ownRates(mean, drawn, size) / (mean ** drawn * (1 - mean) ** (size - drawn)))
  }
  return sum
}

function choose(from: number, count: number): number {
  let ways = 1
  for (let one = 0; one < count; one += 1) ways *= (from - one) / (one + 1)
  return ways
}

import type { Cell } from './cells.ts'
import { ownersOf } from './owners.ts'
import type { Standing } from './standings.ts'

/** The cells that one label takes, of those that no label before it took. */
export interface Part {
  readonly label: Label
  readonly cells: readonly Cell[]
}

export type Partition = readonly Part[]

/** What a group may be named after: one standing, opinion pieces of a side, international media of all kinds, or whatever is left. */
export type Label = Standing | 'left-opinion' | 'right-opinion' | 'abroad' | 'other'

interface Rule {
  readonly label: Label
  readonly takes: (cell: Cell) => boolean
}

const mostGroups = 5
/** Of more countries than this the smaller ones are told apart by nothing. */
const mostCountries = 3
const kinds = ['wires', 'local', 'business', 'broadcasters', 'international'] as const
const sides = ['left', 'right'] as const
const mustTake: ReadonlySet<Label> = new Set<Label>(['state', ...sides])

/**
 * All ways to part the articles of a story into one to five groups that one label each is true of. Each way takes some of the labels
 * that apply, in one order: what a government directs, a kind of press before the sides, opinion of a side, the sides, a kind of press
 * among the rest, center, countries. Left and right are always among them. The more telling labels come first. "Other" is a label
 * only where five others are too few.
 */
export function partitionsOf(cells: readonly Cell[]): readonly Partition[] {
  const rules = rulesFor(cells)
  const telling = partitionsBy(
    rules.filter(({ label }) => label !== 'other'),
    cells,
  )
  return telling.length > 0 ? telling : partitionsBy(rules, cells)
}

function partitionsBy(rules: readonly Rule[], cells: readonly Cell[]): readonly Partition[] {
  const found: Partition[] = []
  const choose = (at: number, free: readonly Cell[], parts: Partition): void => {
    const rule = rules[at]
    if (rule === undefined) {
      if (free.length === 0 && isFair(parts)) found.push(parts)
      return
    }
    const taken = free.filter(rule.takes)
    if (taken.length > 0 && parts.length < mostGroups) {
      const left = free.filter((cell) => !taken.includes(cell))
      choose(at + 1, left, [...parts, { label: rule.label, cells: taken }])
    }
    if (taken.length === 0 || !mustTake.has(rule.label)) choose(at + 1, free, parts)
  }
  choose(0, cells, [])
  return found
}

function rulesFor(cells: readonly Cell[]): readonly Rule[] {
  const rule = (label: Label, takes: Rule['takes']): Rule[] => (cells.some(takes) ? [{ label, takes }] : [])
  const simple = (standing: Standing) => rule(standing, (cell) => has(cell, standing))
  const sided = kinds.filter((kind) => cells.some((cell) => has(cell, kind) && isSided(cell)))
  return [
    ...simple('state'),
    ...sided.flatMap(simple),
    ...sides.flatMap((side) => (opinionStandsApart(side, cells) ? opinionRule(side) : [])),
    ...sides.flatMap(simple),
    ...simple('state-funded'),
    ...kinds.filter((kind) => !sided.includes(kind)).flatMap(simple),
    ...sided.flatMap((kind) => rule(kind, (cell) => has(cell, kind) && !isSided(cell))),
    ...rule('abroad', (cell) => abroad.some((kind) => has(cell, kind))),
    ...(['official', 'aggregators', 'center'] as const).flatMap(simple),
    ...countriesOf(cells).slice(0, mostCountries).flatMap(simple),
    ...rule('unrated', (cell) => cell.standings.some((one) => one === 'unrated' || one.startsWith('country:'))),
    ...rule('other', () => true),
  ]
}

const abroad = ['wires', 'broadcasters', 'international'] as const
const has = ({ standings }: Cell, standing: Standing) => standings.includes(standing)
const isSided = (cell: Cell) => sides.some((side) => has(cell, side))

const opinionRule = (side: 'left' | 'right'): Rule[] => [
  { label: `${side}-opinion`, takes: (cell) => has(cell, side) && cell.isOpinion },
]

/** Where it and the reporting both rest on two independent owners. */
function opinionStandsApart(side: 'left' | 'right', cells: readonly Cell[]): boolean {
  const own = cells.filter((cell) => has(cell, side))
  const owners = (isOpinion: boolean) =>
    ownersOf(own.filter((cell) => cell.isOpinion === isOpinion).flatMap(({ members }) => members))
  return owners(true) >= 2 && owners(false) >= 2
}

/** By how many articles are of each, most first. */
function countriesOf(cells: readonly Cell[]): readonly Standing[] {
  const sizes = new Map<Standing, number>()
  for (const { standings, members } of cells) {
    for (const one of standings) if (one.startsWith('country:')) sizes.set(one, (sizes.get(one) ?? 0) + members.length)
  }
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([country]) => country)
}

/** A kind of press that takes outlets out of their sides rests on two independent owners, and leaves each of these sides a group of its own. */
function isFair(parts: Partition): boolean {
  return parts.every(({ label, cells }) => {
    if (!kinds.some((kind) => kind === label)) return true
    const taken = sides.filter((side) => cells.some((cell) => has(cell, side)))
    if (taken.length > 0 && ownersOf(cells.flatMap(({ members }) => members)) < 2) return false
    return taken.every((side) => parts.some((part) => part.label === side))
  })
}

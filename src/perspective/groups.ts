import type { Reading } from '../fact/readings.ts'
import { labelOf, reasonOf } from './labels.ts'
import { type Standing, standingOf } from './standings.ts'

/** Articles of a story that stand together. */
export interface Group {
  readonly label: string
  /** Why these articles stand together, for readers. */
  readonly reason: string
  readonly members: readonly Reading[]
  /** Pieces of independent reporting among the members. */
  readonly owners: number
}

export interface Cell {
  readonly standings: readonly Standing[]
  readonly opinion: 'opinion' | 'reporting' | 'mixed'
  readonly members: readonly Reading[]
}

const mostGroups = 5
const abroadOnly = /^(?:wires|broadcasters|international)$/
const order: readonly string[] = [
  'left',
  'right',
  'center',
  'wires',
  'broadcasters',
  'international',
  'state',
  'state-funded',
  'business',
]

/** The articles of a story in one to five groups, left and right first and side by side; each article in exactly one. */
export function groupsOf(readings: readonly Reading[]): readonly Group[] {
  const cells = cellsOf(readings)
  const fewer = reduced(cells)
  const split = fewer.flatMap(splitOpinion)
  return (split.length <= mostGroups ? split : fewer).map((cell) => ({
    label: labelOf(cell),
    reason: reasonOf(cell),
    members: cell.members,
    owners: ownersOf(cell.members),
  }))
}

export function ownersOf(members: readonly Reading[]): number {
  return new Set(members.map((member) => member.group)).size
}

function cellsOf(readings: readonly Reading[]): readonly Cell[] {
  const byStanding = new Map<Standing, Reading[]>()
  for (const reading of readings) {
    const standing = standingOf(reading)
    byStanding.set(standing, [...(byStanding.get(standing) ?? []), reading])
  }
  return [...byStanding].map(([standing, members]) => cellOf([standing], members)).sort(bySide)
}

function cellOf(standings: readonly Standing[], members: readonly Reading[]): Cell {
  const opinions = members.filter((member) => member.isOpinion).length
  const opinion = opinions === 0 ? 'reporting' : opinions === members.length ? 'opinion' : 'mixed'
  return { standings, opinion, members }
}

/** Groups beyond five are joined, newswires with international press first, then the smallest; the sides never are. */
function reduced(cells: readonly Cell[]): readonly Cell[] {
  if (cells.length <= mostGroups) return cells
  const abroad = cells.filter((cell) => cell.standings.every((one) => abroadOnly.test(one)))
  if (abroad.length > 1) return reduced(joined(cells, abroad))
  const free = cells.filter((cell) => !cell.standings.some((one) => one === 'left' || one === 'right'))
  const smallest = [...free].sort((a, b) => sizeAsOther(a) - sizeAsOther(b) || -bySide(a, b)).slice(0, 2)
  return reduced(joined(cells, smallest))
}

/** What was joined before takes in the next one too: readers are shown one "Other press", not two. */
function sizeAsOther(cell: Cell): number {
  return cell.standings.some((one) => !abroadOnly.test(one)) && cell.standings.length > 1 ? 0 : cell.members.length
}

function joined(cells: readonly Cell[], together: readonly Cell[]): readonly Cell[] {
  const standings = together.flatMap((cell) => cell.standings)
  const rest = cells.filter((cell) => !together.includes(cell))
  return [
    ...rest,
    cellOf(
      standings,
      together.flatMap((cell) => cell.members),
    ),
  ].sort(bySide)
}

/** A side's opinion pieces stand apart where they and the reporting both rest on two independent owners. */
function splitOpinion(cell: Cell): readonly Cell[] {
  const isSide = cell.standings.length === 1 && (cell.standings[0] === 'left' || cell.standings[0] === 'right')
  const opinion = cell.members.filter((member) => member.isOpinion)
  const reporting = cell.members.filter((member) => !member.isOpinion)
  if (!isSide || ownersOf(opinion) < 2 || ownersOf(reporting) < 2) return [cell]
  return [cellOf(cell.standings, reporting), cellOf(cell.standings, opinion)]
}

function bySide(a: Cell, b: Cell): number {
  return rankOf(a) - rankOf(b) || b.members.length - a.members.length
}

function rankOf(cell: Cell): number {
  if (cell.standings.length > 1) return order.length + 1
  const rank = order.indexOf(cell.standings[0] ?? '')
  return rank < 0 ? order.length : rank
}

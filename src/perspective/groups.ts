import type { Fact } from '../fact/facts.ts'
import type { Reading } from '../fact/readings.ts'
import type { Voice } from '../fact/voices.ts'
import { cellsOf } from './cells.ts'
import { choiceOf } from './choose.ts'
import { type Facet, facetsOf, labelOf, reasonOf } from './labels.ts'
import { ownersOf } from './owners.ts'
import { type Label, type Part, partitionsOf } from './partitions.ts'

/** Articles of a story that stand together. */
export interface Group {
  readonly label: string
  /** Why these articles stand together, for readers. */
  readonly reason: string
  readonly members: readonly Reading[]
  /** Pieces of independent reporting among the members. */
  readonly owners: number
}

/** A story's groups, and why these. */
export interface Grouping {
  readonly groups: readonly Group[]
  /** What the labels tell apart, simplest first. */
  readonly by: readonly Facet[]
  /** In how many ways labels could have parted the story. */
  readonly ways: number
  /** The group whose reports are most alike beyond chance, if any, and how many facts, voices and words they alone share. */
  readonly alikest: { readonly label: string; readonly shared: number } | null
}

/** The articles of a story in one to five groups, left and right first and side by side; each article in exactly one. See `choiceOf`. */
export function groupingOf(readings: readonly Reading[], facts: readonly Fact[], voices: readonly Voice[]): Grouping {
  const cells = cellsOf(readings)
  const choice = choiceOf(partitionsOf(cells), cells, facts, voices)
  if (choice === null) return { groups: [], by: [], ways: 0, alikest: null }
  const { partition, ways, alikest } = choice
  const groups = [...partition].sort(byRank).map((part) => {
    const own = new Set(part.cells.flatMap((cell) => cell.members))
    const members = readings.filter((reading) => own.has(reading))
    return { label: labelOf(part), reason: reasonOf(part), members, owners: ownersOf(members) }
  })
  const nearest = alikest === null ? null : { label: labelOf(alikest.part), shared: alikest.shared }
  return { groups, by: facetsOf(partition), ways, alikest: nearest }
}

const order: readonly Label[] = [
  'left',
  'left-opinion',
  'right',
  'right-opinion',
  'center',
  'wires',
  'broadcasters',
  'international',
  'abroad',
  'state',
  'state-funded',
  'business',
  'local',
  'official',
  'aggregators',
]
const last: readonly Label[] = ['unrated', 'other']

/** Countries, the larger ones first, stand before what is left over. */
function byRank(a: Part, b: Part): number {
  return rankOf(a) - rankOf(b) || sizeOf(b) - sizeOf(a)
}

function rankOf({ label }: Part): number {
  const rank = order.indexOf(label)
  return rank < 0 ? order.length + 1 + last.indexOf(label) : rank
}

const sizeOf = ({ cells }: Part) => cells.reduce((sum, { members }) => sum + members.length, 0)

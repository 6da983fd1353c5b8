import type { Fact } from '../fact/facts.ts'
import type { Reading } from '../fact/readings.ts'
import type { Voice } from '../fact/voices.ts'
import { alikenessOf, mostCompared } from './alikeness.ts'
import type { Cell } from './cells.ts'
import type { Label, Part, Partition } from './partitions.ts'
import { piecesOf } from './pieces.ts'
import { type Report, type Trait, traitsOf } from './traits.ts'

/** The way to part a story that was taken, and how it stands against the others. */
export interface Choice {
  readonly partition: Partition
  /** How many ways there were. */
  readonly ways: number
  /** Of its parts the one whose reports are most alike, if any are more alike than by chance, and how many traits they alone share. */
  readonly alikest: { readonly part: Part; readonly shared: number } | null
}

/** What labels cost, where one is the standing of all members: two where it names two kinds of press; more where it says little. */
const costs: Partial<Record<Label, number>> = { abroad: 2, unrated: 2, other: 4 }
/** Sums of the same figures in another order differ by less; of equal ways the first one has the more telling labels. */
const equal = 1e-9

/**
 * Of all ways to part a story the one that explains most of what its reports differ in with the fewest and simplest labels: what the
 * members of its parts have in common beyond chance, less half the logarithm of the number of reports for each label (the Bayesian
 * information criterion, Schwarz 1978). Parts whose reports are no more alike than any explain nothing, and nothing is held against them.
 * Null where there is no way.
 */
export function choiceOf(
  partitions: readonly Partition[],
  cells: readonly Cell[],
  facts: readonly Fact[],
  voices: readonly Voice[],
): Choice | null {
  const [only, another] = partitions
  if (only === undefined) return null
  if (another === undefined) return { partition: only, ways: 1, alikest: null }
  const reports = comparedIn(cells)
  const traits = traitsOf(reports, facts, voices)
  const explained = explainedBy(reports, traits)
  const perLabel = Math.log(reports.length) / 2
  const partition = best(partitions, (parts) =>
    parts.reduce((sum, part) => sum + explained(part) - perLabel * (costs[part.label] ?? 1), 0),
  )
  const [part] = partition.toSorted((a, b) => explained(b) - explained(a))
  const isAlike = part !== undefined && explained(part) > 0
  return {
    partition,
    ways: partitions.length,
    alikest: isAlike ? { part, shared: sharedAlone(positionsOf(part, reports), traits) } : null,
  }
}

function best(partitions: readonly Partition[], worthOf: (partition: Partition) => number): Partition {
  let found: { readonly partition: Partition; readonly worth: number } | undefined
  for (const partition of partitions) {
    const worth = worthOf(partition)
    if (found === undefined || worth > found.worth + equal) found = { partition, worth }
  }
  return found?.partition ?? []
}

/** Many partitions have the same parts. */
function explainedBy(reports: readonly Report[], traits: readonly Trait[]): (part: Part) => number {
  const alike = alikenessOf(reports.length, traits)
  const numbers = new Map<Cell, number>()
  const known = new Map<string, number>()
  return (part) => {
    for (const cell of part.cells) if (!numbers.has(cell)) numbers.set(cell, numbers.size)
    const key = part.cells.map((cell) => numbers.get(cell)).join(' ')
    const found = known.get(key) ?? Math.max(0, alike(positionsOf(part, reports)))
    known.set(key, found)
    return found
  }
}

function positionsOf({ cells }: Part, reports: readonly Report[]): readonly number[] {
  const members = new Set(cells.flatMap((cell) => cell.members))
  return reports.flatMap((report, at) => (report.some((one) => members.has(one)) ? [at] : []))
}

/** Traits that two of these reports have and no other. */
function sharedAlone(at: readonly number[], traits: readonly Trait[]): number {
  return traits.filter(({ has, having }) => at.filter((report) => has[report]).length === having).length
}

/** The reports that are compared, of larger stories so many: the first of each cell, then the second ones. */
function comparedIn(cells: readonly Cell[]): readonly Report[] {
  const cellOf = new Map(cells.flatMap((cell) => cell.members.map((one): [Reading, Cell] => [one, cell])))
  const seen = new Map<Cell | undefined, number>()
  const placed = piecesOf(cells.flatMap(({ members }) => members)).map((piece) => {
    const cell = piece[0] === undefined ? undefined : cellOf.get(piece[0])
    const turn = seen.get(cell) ?? 0
    seen.set(cell, turn + 1)
    return { piece, turn }
  })
  return placed
    .sort((a, b) => a.turn - b.turn)
    .slice(0, mostCompared)
    .map(({ piece }) => piece)
}

import type { RatedSide } from './coverage.ts'
import type { Carrier, ToldStory } from './told-facts.ts'

/** A fact as the sides carry it beside one telling. */
export interface FactTold {
  /** Independent tellings that carry it, by side. */
  readonly by: Readonly<Record<RatedSide, number>>
  /** The telling's own sentence; null where it leaves the fact out. */
  readonly own: Carrier | null
}

export interface ToldBeside {
  /** Independent tellings of each side. */
  readonly tellings: Readonly<Record<RatedSide, number>>
  /** Facts that at least one of them carries: what nobody else says can be compared with nobody. */
  readonly facts: readonly FactTold[]
}

/**
 * What rated sources told of a story beside one of its tellings, by that telling's number. Pieces of reporting are counted, not
 * tellings: what two papers reprint is one telling of each of their sides, and who prints the same piece as the telling itself
 * is left out.
 */
export function factsBeside(
  { tellings, facts }: ToldStory,
  sides: readonly (RatedSide | undefined)[],
): (telling: number) => ToldBeside {
  const piecesOf = (numbers: Iterable<number>) => {
    const pieces: Piece[] = []
    for (const number of numbers) {
      const [side, group] = [sides[number], tellings[number]?.group]
      if (side === undefined || group === undefined) continue
      // Most facts have one carrier or two: an array is looked through faster than a set is made.
      if (!pieces.some((piece) => piece.side === side && piece.group === group)) pieces.push({ side, group })
    }
    return pieces
  }
  const all = piecesOf(tellings.keys())
  const told = facts.map((carriers) => ({ carriers, pieces: piecesOf(carriers.map(({ telling }) => telling)) }))
  return (telling) => {
    const own = tellings[telling]?.group
    return {
      tellings: countOf(all, own),
      facts: told.flatMap(({ carriers, pieces }) => {
        const by = countOf(pieces, own)
        if (by.left + by.center + by.right === 0) return []
        return [{ by, own: carriers.find((carrier) => carrier.telling === telling) ?? null }]
      }),
    }
  }
}

/** A piece of reporting on a side that it was printed on. */
interface Piece {
  readonly side: RatedSide
  readonly group: number
}

function countOf(pieces: readonly Piece[], without: number | undefined): Record<RatedSide, number> {
  const count = { left: 0, center: 0, right: 0 }
  for (const { side, group } of pieces) if (group !== without) count[side] += 1
  return count
}

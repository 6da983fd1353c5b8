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
 * What rated sources told of a story beside one of its tellings. Pieces of reporting are counted, not tellings: what two papers
 * reprint is one telling of each of their sides, and who prints the same piece as the telling itself is left out.
 */
export function factsBeside(at: number, story: ToldStory, sides: readonly (RatedSide | undefined)[]): ToldBeside {
  const ownGroup = story.tellings[at]?.group
  const others = story.tellings.map(({ group }, number) => ({
    group,
    side: group === ownGroup ? undefined : sides[number],
  }))
  const count = (numbers: Iterable<number>): Record<RatedSide, number> => {
    const groups = { left: new Set<number>(), center: new Set<number>(), right: new Set<number>() }
    for (const number of numbers) {
      const other = others[number]
      if (other?.side !== undefined) groups[other.side].add(other.group)
    }
    return { left: groups.left.size, center: groups.center.size, right: groups.right.size }
  }
  return {
    tellings: count(others.keys()),
    facts: story.facts.flatMap((carriers) => {
      const by = count(carriers.map(({ telling }) => telling))
      if (by.left + by.center + by.right === 0) return []
      return [{ by, own: carriers.find(({ telling }) => telling === at) ?? null }]
    }),
  }
}

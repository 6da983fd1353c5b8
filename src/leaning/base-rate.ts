import { type Leaning, sideOf } from '../source/leaning.ts'
import type { SourceId } from '../source/source.ts'
import { type RatedSide, ratedSides, type SideState, type SideStates } from './coverage.ts'
import { chanceOfSoFew } from './exact-test.ts'

/** A declared source, and what was heard of it while a story ran. */
export interface WatchedSource {
  readonly id: SourceId
  readonly owner: string | null
  readonly leaning: Leaning
  /** A feed of its answered meanwhile. */
  readonly isHeard: boolean
  /** Its feeds were asked meanwhile, and none answered. */
  readonly hasFailed: boolean
  /** It published in the story's language and section. */
  readonly isActive: boolean
  /** Its feeds announced pages, and none of them could be read. */
  readonly isUnreadable: boolean
}

/** Publishers of one side, sources of one owner being one: how many carried a story, of how many that could have. */
export interface SideBase {
  readonly covering: number
  /** Those that were heard and published in its section meanwhile, and those that carried it. */
  readonly active: number
  /** Those whose feeds or pages could not be read: whether they carried it is not known. */
  readonly unread: number
}
export type SideBases = Readonly<Record<RatedSide, SideBase>>

export const standings = ['covering', 'silent', 'unread', 'elsewhere'] as const
/** `silent`: heard and active, and without the story; `elsewhere`: heard, with nothing in its section. */
export type Standing = (typeof standings)[number]

export function standingOfSource(source: WatchedSource, covering: ReadonlySet<SourceId>): Standing {
  if (covering.has(source.id)) return 'covering'
  if (!source.isHeard || source.isUnreadable) return 'unread'
  return source.isActive ? 'silent' : 'elsewhere'
}

/** What a publisher did is the best that is known of its sources. */
const rank = { covering: 0, silent: 1, unread: 2, elsewhere: 3 } as const satisfies Record<Standing, number>

/** Who could have carried a story, by side. Publishers and not sources: what one newsroom decides for six titles is one decision. */
export function sideBases(watched: readonly WatchedSource[], covering: ReadonlySet<SourceId>): SideBases {
  const publishers = new Map<string, { side: RatedSide; standing: Standing }>()
  for (const source of watched) {
    const side = sideOf(source.leaning)
    if (side === 'unknown') continue
    const key = `${side} ${source.owner ?? `source ${source.id}`}`
    const standing = standingOfSource(source, covering)
    const known = publishers.get(key)
    if (known === undefined || rank[standing] < rank[known.standing]) publishers.set(key, { side, standing })
  }
  const baseOf = (side: RatedSide): SideBase => {
    const own = [...publishers.values()].filter((one) => one.side === side)
    const count = (wanted: Standing) => own.filter(({ standing }) => standing === wanted).length
    return { covering: count('covering'), active: count('covering') + count('silent'), unread: count('unread') }
  }
  return { left: baseOf('left'), center: baseOf('center'), right: baseOf('right') }
}

/** What could be heard of each side while a story ran; of a side that nobody asked since it began, what can be heard `now`. */
export function statesWhile(watched: readonly WatchedSource[], now: SideStates): SideStates {
  const stateOf = (side: RatedSide): SideState => {
    const own = watched.filter(({ leaning }) => sideOf(leaning) === side)
    if (own.some(({ isHeard, isUnreadable }) => isHeard && !isUnreadable)) return 'readable'
    return own.some(({ hasFailed, isUnreadable }) => hasFailed || isUnreadable) ? 'feeds-down' : now[side]
  }
  return { left: stateOf('left'), center: stateOf('center'), right: stateOf('right') }
}

/** A side that carried a story so much more seldom than the others that it is no chance. */
export interface BlindSpotOfSide {
  readonly side: RatedSide
  readonly own: SideBase
  readonly others: SideBase
  /** The chance of so few, were sides alike; also if all that could not be read had carried it. */
  readonly chance: number
}

/** One story in a hundred may be flagged by chance, whichever of the three sides it is. */
export const blindSpotAt = 0.01 / ratedSides.length

/**
 * Sides that left a story out: among the publishers that could have carried it, so few of the side did that it is no chance, and
 * still none if every publisher of the side that could not be read had carried it.
 */
export function blindSpotsOfSides(bases: SideBases): BlindSpotOfSide[] {
  return ratedSides.flatMap((side) => {
    const own = bases[side]
    const others = sumOf(ratedSides.filter((other) => other !== side).map((other) => bases[other]))
    const chance = chanceOf(own, others)
    return chance <= blindSpotAt ? [{ side, own, others, chance }] : []
  })
}

export function chanceOf(own: SideBase, others: SideBase): number {
  const drawn = own.active + own.unread
  return chanceOfSoFew({
    ...{ hits: own.covering + own.unread, drawn },
    ...{ marked: own.covering + own.unread + others.covering, all: drawn + others.active },
  })
}

function sumOf(bases: readonly SideBase[]): SideBase {
  const sum = (of: keyof SideBase) => bases.reduce((all, base) => all + base[of], 0)
  return { covering: sum('covering'), active: sum('active'), unread: sum('unread') }
}

import { type RatedSide, ratedSides } from './coverage.ts'
import type { SuggestSource } from './suggest.ts'

/** A source is compared on so many stories: more of them say little more, and cost as much again. */
const storiesOfSource = 100
/** Of each side, and of those that are to be judged. */
const sourcesOfSide = 8

interface Known {
  /** Rated ones and those that are to be judged; undefined for any other. */
  readonly sourceOf: (sourceId: string) => SuggestSource | undefined
  /** On how many stories a source was compared already. */
  readonly storiesOf: (sourceId: string) => number
}

/**
 * Of a story's sources, those whose articles are to be read for its facts, the least compared ones first; none where nobody's
 * choice would be seen that was not seen often enough.
 */
export function sourcesToCompare<Id extends string>(tellers: readonly Id[], { sourceOf, storiesOf }: Known): Id[] {
  const known = tellers.flatMap((id) => {
    const source = sourceOf(id)
    return source === undefined ? [] : [{ id, owner: source.owner ?? source.id, side: source.side }]
  })
  const owners = ratedSides.map((side) => new Set(known.filter((one) => one.side === side).map(({ owner }) => owner)))
  const sidesBeside = (owner: string) => owners.filter((own) => own.size > (own.has(owner) ? 1 : 0)).length
  if (!known.some(({ id, owner }) => sidesBeside(owner) >= 2 && storiesOf(id) < storiesOfSource)) return []
  const ofSide = (side: RatedSide | null) =>
    known
      .filter((one) => one.side === side)
      .map(({ id }) => id)
      .sort((a, b) => storiesOf(a) - storiesOf(b))
      .slice(0, sourcesOfSide)
  return [...ratedSides, null].flatMap(ofSide)
}

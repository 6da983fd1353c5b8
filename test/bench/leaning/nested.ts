import type { SuggestSource } from '../../../src/leaning/suggest.ts'
import { type Judged, scoreOf } from './judged.ts'

/** An owner's outlets, judged by all other sources that have a side, under a ridge. */
export type Judge = (owner: string, sources: readonly SuggestSource[], ridge: number) => readonly Judged[]

/** The stronger first: of two that do equally well it is taken. */
const ridges = [30, 10, 5, 3, 1, 0.3]

/** The ridge that does best on the other owners' outlets, each owner of them left out in turn; the owner itself has no say. */
export function chosenRidge(
  owner: string,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  sources: readonly SuggestSource[],
  judge: Judge,
): number {
  const rest = sources.filter((source) => source.owner !== owner)
  const worth = ridges.map((ridge) =>
    worthOf(
      [...owners].flatMap(([other, ids]) =>
        other === owner ? [] : judge(other, rest, ridge).filter(({ suggestion }) => ids.has(suggestion.sourceId)),
      ),
    ),
  )
  return ridges[worth.indexOf(Math.max(...worth))] ?? 1
}

/** A wrong side costs as much as a right one brings, the opposite side twice that, an abstention nothing. */
function worthOf(judged: readonly Judged[]): number {
  const { said, right, opposite } = scoreOf(judged)
  return said === 0 ? 0 : right - (said - right) - Math.round(opposite * said)
}

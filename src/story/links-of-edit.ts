import type { ArticleId } from '../article/article.ts'
import type { Constraints, Contradiction, PairConstraint } from './constraints.ts'

export type Planned =
  | { kind: 'planned'; links: Omit<PairConstraint, 'id'>[] }
  | { kind: 'contradicts'; contradiction: Contradiction }

/** What an edit wants. */
export interface Wanted {
  /** Are to be in one story. */
  readonly together: readonly ArticleId[]
  /** Are in that story already: nothing of `together` may be forbidden to meet them. */
  readonly meeting?: readonly ArticleId[]
  /** Stay in another story. */
  readonly apart?: readonly ArticleId[]
}

/**
 * The links that an edit needs so that a replay from nothing obeys it, none that follows from others. `together` is tied by a
 * chain: closure reaches everybody whatever the order of arrival. Its first is kept apart from the first of `apart` alone: whoever
 * wants it kept from each of them ties those, too. The constraints gain what is planned.
 */
export function planLinks(constraints: Constraints, { together, meeting = [], apart = [] }: Wanted): Planned {
  const standing = contradictionOf(constraints, { together, meeting, apart })
  if (standing) return { kind: 'contradicts', contradiction: standing }
  const links: Omit<PairConstraint, 'id'>[] = []
  const [first, stays] = [together[0], apart[0]]
  const wanted = [
    ...together.slice(1).map((article, index) => pairOf('must-link', together[index] ?? article, article)),
    ...(first === undefined || stays === undefined ? [] : [pairOf('cannot-link', first, stays)]),
  ]
  for (const next of wanted) {
    const contradiction = constraints.contradiction(next)
    if (contradiction) return { kind: 'contradicts', contradiction }
    if (follows(constraints, next)) continue
    constraints.add(next)
    links.push({ kind: next.kind, articles: next.articles })
  }
  return { kind: 'planned', links }
}

/** What stands against the edit as a whole, asked before any of its own links is there to be blamed. */
function contradictionOf(
  constraints: Constraints,
  { together, meeting, apart }: Required<Wanted>,
): Contradiction | null {
  const staying = new Map(apart.map((article) => [constraints.together(article), article]))
  const met = [...together, ...meeting]
  for (const article of together) {
    const stays = staying.get(constraints.together(article))
    if (stays !== undefined) return constraints.contradiction(pairOf('cannot-link', article, stays))
    if (constraints.forbids(article, met) === null) continue
    const other = met.find((one) => !constraints.mayMeet(article, one))
    if (other !== undefined) return constraints.contradiction(pairOf('must-link', article, other))
  }
  return null
}

const pairOf = (kind: PairConstraint['kind'], one: ArticleId, other: ArticleId): PairConstraint => ({
  ...{ id: `${kind} ${one} ${other}`, kind, articles: [one, other] },
})

function follows(constraints: Constraints, { kind, articles: [one, other] }: PairConstraint): boolean {
  if (kind === 'cannot-link') return !constraints.mayMeet(one, other)
  return one === other || constraints.together(one) === constraints.together(other)
}

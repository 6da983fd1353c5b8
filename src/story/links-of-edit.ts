import type { ArticleId } from '../article/article.ts'
import type { Constraints, Contradiction, PairConstraint } from './constraints.ts'

export type Planned =
  | { kind: 'planned'; links: Omit<PairConstraint, 'id'>[] }
  | { kind: 'contradicts'; contradiction: Contradiction }

/**
 * The links that an edit needs so that a replay from nothing obeys it, none that follows from others. `together` is tied by a
 * chain: closure reaches everybody whatever the order of arrival. Its first is kept apart from each of `apart`, not from one of
 * them alone, since those are not tied to one another and must each be kept away.
 * The constraints gain what is planned.
 */
export function planLinks(
  constraints: Constraints,
  { together, apart }: { together: readonly ArticleId[]; apart: readonly ArticleId[] },
): Planned {
  const standing = contradictionOf(constraints, together, apart)
  if (standing) return { kind: 'contradicts', contradiction: standing }
  const links: Omit<PairConstraint, 'id'>[] = []
  const [first] = together
  const wanted = [
    ...together.slice(1).map((article, index) => pairOf('must-link', together[index] ?? article, article)),
    ...apart.flatMap((article) => (first === undefined ? [] : [pairOf('cannot-link', first, article)])),
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
  together: readonly ArticleId[],
  apart: readonly ArticleId[],
): Contradiction | null {
  const staying = new Map(apart.map((article) => [constraints.linked(article), article]))
  for (const article of together) {
    const stays = staying.get(constraints.linked(article))
    if (stays !== undefined) return constraints.contradiction(pairOf('cannot-link', article, stays))
    if (constraints.forbids(article, together) === null) continue
    const other = together.find((one) => constraints.forbids(article, [one]) !== null)
    if (other !== undefined) return constraints.contradiction(pairOf('must-link', article, other))
  }
  return null
}

const pairOf = (kind: PairConstraint['kind'], one: ArticleId, other: ArticleId): PairConstraint => ({
  ...{ id: `${kind} ${one} ${other}`, kind, articles: [one, other] },
})

function follows(constraints: Constraints, { kind, articles: [one, other] }: PairConstraint): boolean {
  if (kind === 'cannot-link') return constraints.forbids(one, [other]) !== null
  return one === other || constraints.linked(one) === constraints.linked(other)
}

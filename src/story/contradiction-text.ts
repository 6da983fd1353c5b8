import type { ArticleId } from '../article/article.ts'
import type { Contradiction, PairConstraint } from './constraints.ts'

/** Names what contradicts what, in words, by the articles' titles. */
export function contradictionText({ next, against }: Contradiction, titleOf: (id: ArticleId) => string): string {
  const named = (id: ArticleId) => `“${titleOf(id)}” (article ${id})`
  const [first, ...others] = against
  if (first === undefined) return `${named(next.articles[0])} cannot be kept apart from itself`
  if (next.kind === 'must-link') {
    const since = others.length === 0 ? '' : `, since ${listed(others.map((link) => saidOf(link, named)))}`
    return `${saidOf(next, named)}: this contradicts that ${saidOf(first, named)}${since}`
  }
  return `${saidOf(next, named)}: this contradicts that ${listed(against.map((link) => saidOf(link, named)))}`
}

function saidOf({ kind, articles: [one, other] }: PairConstraint, named: (id: ArticleId) => string): string {
  return `${named(one)} ${kind === 'must-link' ? 'belongs' : 'does not belong'} with ${named(other)}`
}

const SHOWN = 3

function listed(sayings: readonly string[]): string {
  if (sayings.length <= SHOWN) return sayings.join(', and ')
  return `${sayings.slice(0, SHOWN).join(', and ')} (and ${sayings.length - SHOWN} more links)`
}

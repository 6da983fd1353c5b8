import type { Article } from '../article/article.ts'
import { creditedAgency } from '../article/credits.ts'

/** Is one of the two a wire, or do both credit the same agency? Then what they share was written there. */
export function fromOneWire(a: Article, b: Article): boolean {
  if (a.source.kind === 'wire' || b.source.kind === 'wire') return true
  const credited = creditedAgency(a.text)
  return credited !== null && credited === creditedAgency(b.text)
}

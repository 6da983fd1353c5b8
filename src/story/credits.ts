import type { Article } from '../article/article.ts'

/** A dateline with its agency: "PORT CALDER, March 10 (Meridian Wire) -", "WASHINGTON (AP) —". */
const dateline = /^[^()]{0,80}\(([^()]{2,40})\)\s*[-–—]/u
const opening = 200

/** The agency that a text's dateline credits, in lower case; null where it names none. */
export function creditedAgency(text: string): string | null {
  return dateline.exec(text.slice(0, opening))?.[1]?.trim().toLowerCase() ?? null
}

/** Is one of the two a wire, or do both credit the same agency? Then what they share was written there. */
export function fromOneWire(a: Article, b: Article): boolean {
  if (a.source.kind === 'wire' || b.source.kind === 'wire') return true
  const credited = creditedAgency(a.text)
  return credited !== null && credited === creditedAgency(b.text)
}

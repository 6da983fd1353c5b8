import type { BundleDocument, Claim } from './document.ts'

/** A claim and its place in the document: `part` names the list ("facts", "perspectives.1.framing"), `position` counts in it. */
export interface ClaimPlace {
  readonly part: string
  readonly position: number
  readonly claim: Claim
}

/** Every sentence of a bundle, in reading order. */
export function claimsOf(document: BundleDocument): ClaimPlace[] {
  return [
    ...placed('headline', [document.headline]),
    ...placed('lede', [document.lede]),
    ...placed('facts', document.facts),
    ...placed('context', document.context),
    ...placed('grouping', document.grouping === undefined ? [] : [document.grouping]),
    ...placed('differences', document.differences ?? []),
    ...placed(
      'factTable',
      (document.factTable ?? []).map(({ claim }) => claim),
    ),
    ...document.perspectives.flatMap((perspective, index) => [
      ...placed(`perspectives.${index}.framing`, perspective.framing),
      ...placed(`perspectives.${index}.blindSpot`, perspective.blindSpot),
      ...placed(`perspectives.${index}.quotations`, perspective.quotations),
    ]),
    ...placed(
      'coverage.blindspots',
      (document.coverage.blindspots ?? []).map(({ claim }) => claim),
    ),
  ]
}

const placed = (part: string, claims: readonly Claim[]): ClaimPlace[] =>
  claims.map((claim, position) => ({ part, position, claim }))

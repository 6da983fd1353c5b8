import type { BundleDocument, Claim } from './document.ts'
import { sentenceKey } from './held-background.ts'
import { sharesSpan, type WordedPart, type Wording, type WordingPlace } from './wordings.ts'

/**
 * Which words that editors said in bundles of merged stories stand in this one, too, and where: in the place of the same sentence, as
 * a statement among facts and context, else in the same part and under the same label. What an editor says in this bundle stays, and
 * of two who worded one sentence the first named is followed. Headline and lede are followed in a story's first bundle only, which
 * nobody read with others.
 */
export function followingWordings<Said extends Wording>(
  document: BundleDocument,
  wordings: readonly Said[],
  { isFirst }: { readonly isFirst: boolean },
): Said[] {
  const places = placesOf(document)
  const taken = new Set<Claim>()
  return wordings.flatMap((said) => {
    const open = places.filter(({ claim, place }) => !taken.has(claim) && mayStand(said, place, isFirst))
    const found =
      open.find(({ claim }) => sentenceKey(claim.text) === sentenceKey(said.replaced.text)) ??
      open.find(({ claim }) => isSameQuote(claim, said.replaced))
    if (found === undefined) return []
    taken.add(found.claim)
    return [{ ...said, ...found.place, replaced: found.claim }]
  })
}

interface Place {
  readonly place: WordingPlace
  readonly claim: Claim
}

function placesOf({ headline, lede, facts, differences = [], context, perspectives }: BundleDocument): Place[] {
  const listed = (part: WordingPlace['part'], claims: readonly Claim[], label = ''): Place[] =>
    claims.map((claim, position) => ({ claim, place: { part, label, position } }))
  const all = [
    ...[...listed('headline', [headline]), ...listed('lede', [lede]), ...listed('facts', facts)],
    ...[...listed('differences', differences), ...listed('context', context)],
    ...perspectives.flatMap(({ label, framing, blindSpot }) => [
      ...listed('framing', framing, label),
      ...listed('blindSpot', blindSpot, label),
    ]),
  ]
  return all.filter(({ claim }) => claim.basis !== 'editor')
}

const statements: readonly WordedPart[] = ['facts', 'context']

function mayStand(said: WordingPlace, { part, label }: WordingPlace, isFirst: boolean): boolean {
  if (part === 'headline' || part === 'lede') return isFirst && said.part === part
  if (statements.includes(part)) return statements.includes(said.part)
  return said.part === part && said.label === label
}

/** Of counts and comparisons two may rest on one span and say different things. */
const isSameQuote = (one: Claim, other: Claim) =>
  one.basis === 'quoted' && other.basis === 'quoted' && sharesSpan(one, other)

import type { BundleDocument, Claim, Evidence, Perspective } from './document.ts'
import { acceptedRule } from './held-background.ts'

export const wordedParts = ['headline', 'lede', 'facts', 'differences', 'context', 'framing', 'blindSpot'] as const
export type WordedPart = (typeof wordedParts)[number]

/** Where a sentence stands in a bundle, in whatever version: of a perspective by its label, whose place may change. */
export interface WordingPlace {
  readonly part: WordedPart
  /** Of the perspective; empty elsewhere. */
  readonly label: string
  /** In its list, from 0. */
  readonly position: number
}

/** What an editor says at a place until it is released. */
export interface Wording extends WordingPlace {
  readonly text: string
  /** The sentence that stood there. */
  readonly replaced: Claim
}

const mostFacts = 3

/**
 * A bundle with what editors say in it: in the place where they said it, instead of the sentence that they replaced wherever
 * that one stands now. What was said in a perspective that the bundle has no more waits for it to come back.
 */
export function withWordings(document: BundleDocument, wordings: readonly Wording[]): BundleDocument {
  const inOrder = wordings.toSorted((a, b) => a.position - b.position)
  const at = (part: WordedPart, label = '') => inOrder.filter((one) => one.part === part && one.label === label)
  const listed = (claims: readonly Claim[], part: WordedPart, label = '') =>
    worded(claims, at(part, label), document.articles)
  return {
    ...document,
    headline: listed([document.headline], 'headline')[0] ?? document.headline,
    lede: listed([document.lede], 'lede')[0] ?? document.lede,
    facts: listed(document.facts, 'facts').slice(0, mostFacts),
    ...withDifferences(document, at('differences')),
    context: listed(document.context, 'context'),
    perspectives: document.perspectives.map((perspective): Perspective => {
      const { label, framing, blindSpot } = perspective
      return {
        ...perspective,
        framing: listed(framing, 'framing', label),
        blindSpot: listed(blindSpot, 'blindSpot', label),
      }
    }),
  }
}

/** No difference gives way to an editor's line, and what disputes a shared statement is found where it stands now. */
function withDifferences(
  { differences, factTable, articles }: BundleDocument,
  wordings: readonly Wording[],
): Pick<BundleDocument, 'differences' | 'factTable'> {
  if (wordings.length === 0) return {}
  const rest = [...(differences ?? [])]
  const lines = rest.map((claim) => ({ claim, of: claim }))
  const said = wordings.map(({ text, replaced, position }) => {
    const of = removeOne(rest, replaced)
    return { position, of, claim: of === null ? editorsClaim(text, replaced, articles) : editorsLine(text, of) }
  })
  const kept: { claim: Claim; of: Claim | null }[] = lines.filter(({ of }) => rest.includes(of))
  for (const { position, ...line } of said) kept.splice(Math.min(position, kept.length), 0, line)
  const placeNow = (before: number | null) => {
    const place = kept.findIndex(({ of }) => of !== null && before !== null && of === differences?.[before])
    return place < 0 ? null : place
  }
  return {
    differences: kept.map(({ claim }) => claim),
    ...(factTable && { factTable: factTable.map((row) => ({ ...row, disputedBy: placeNow(row.disputedBy) })) }),
  }
}

/** The sentences that give the numbers stay beside it. */
const editorsLine = (text: string, { evidence }: Claim): Claim => ({ text, basis: 'editor', evidence })

function worded(claims: readonly Claim[], wordings: readonly Wording[], articles: BundleDocument['articles']): Claim[] {
  const rest = [...claims]
  for (const { replaced } of wordings) removeOne(rest, replaced)
  const surplus = wordings.length - (claims.length - rest.length)
  for (const { position, text, replaced } of wordings)
    rest.splice(Math.min(position, rest.length), 0, editorsClaim(text, replaced, articles))
  // What was replaced is not in its list any more: then the editor's sentence takes the place of another one.
  return rest.length > claims.length ? withoutLast(rest, surplus) : rest
}

/** The same words, else another wording of the same span. */
function removeOne(claims: Claim[], replaced: Claim): Claim | null {
  const same = claims.findIndex(({ text }) => text === replaced.text)
  const at = same >= 0 ? same : claims.findIndex((claim) => sharesSpan(claim, replaced))
  return at < 0 ? null : (claims.splice(at, 1)[0] ?? null)
}

/** What editors said or accepted stays, so that of the others the last ones go. */
function withoutLast(claims: readonly Claim[], count: number): Claim[] {
  const going = new Set(claims.filter(({ basis, rule }) => basis !== 'editor' && rule !== acceptedRule).slice(-count))
  return claims.filter((claim) => !going.has(claim))
}

/** An editor answers for the words; the articles are those that the sentence rested on and that the story still has. */
function editorsClaim(text: string, replaced: Claim, articles: BundleDocument['articles']): Claim {
  const known = new Set(articles.map(({ id }) => id))
  const ids = [...new Set(replaced.evidence.map(({ article }) => article))].filter((id) => known.has(id))
  return { text, basis: 'editor', evidence: ids.map((article) => ({ article })) }
}

export function sharesSpan(one: Claim, other: Claim): boolean {
  return one.evidence.some((span) => other.evidence.some((its) => isSameSpan(span, its)))
}

const isSameSpan = (one: Evidence, other: Evidence) =>
  one.quote !== undefined && one.quote === other.quote && one.article === other.article

/** A bundle with an editor's words in the place of the sentence that stands there; nothing else changes. */
export function withWordsAt(document: BundleDocument, place: WordingPlace, text: string): BundleDocument {
  const { part, label, position } = place
  const put = (claims: readonly Claim[]) =>
    claims.map((claim, at) => (at === position ? editorsClaim(text, claim, document.articles) : claim))
  switch (part) {
    case 'headline':
    case 'lede':
      return { ...document, [part]: editorsClaim(text, document[part], document.articles) }
    case 'facts':
    case 'context':
      return { ...document, [part]: put(document[part]) }
    case 'differences': {
      const lines = document.differences?.map((claim, at) => (at === position ? editorsLine(text, claim) : claim))
      return lines === undefined ? document : { ...document, differences: lines }
    }
    case 'framing':
    case 'blindSpot': {
      const perspectives = document.perspectives.map((one) =>
        one.label === label ? { ...one, [part]: put(one[part]) } : one,
      )
      return { ...document, perspectives }
    }
  }
}

/** The sentence at a place of a bundle; null where it has none. */
export function claimAt(document: BundleDocument, { part, label, position }: WordingPlace): Claim | null {
  switch (part) {
    case 'headline':
    case 'lede':
      return position === 0 ? document[part] : null
    case 'facts':
    case 'context':
      return document[part][position] ?? null
    case 'differences':
      return document.differences?.[position] ?? null
    case 'framing':
    case 'blindSpot':
      return document.perspectives.find((one) => one.label === label)?.[part][position] ?? null
  }
}

/**
 * "lede", "facts.2" or "perspectives.1.framing.1", counted from 1 as readers see them → the place in this bundle; null where
 * it names no sentence.
 */
export function placeNamed(document: BundleDocument, name: string): WordingPlace | null {
  const [, within, part = '', number = '1'] =
    /^(?:perspectives\.(\d{1,3})\.)?(headline|lede|facts|differences|context|framing|blindSpot)(?:\.(\d{1,3}))?$/.exec(
      name,
    ) ?? []
  const known = wordedParts.find((one) => one === part)
  if (known === undefined || (within !== undefined) !== (known === 'framing' || known === 'blindSpot')) return null
  const label = within === undefined ? '' : (document.perspectives[Number(within) - 1]?.label ?? '')
  const place = { part: known, label, position: Number(number) - 1 }
  return claimAt(document, place) === null ? null : place
}

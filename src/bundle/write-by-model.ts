import { citedIn, refusalOfWritten, type WrittenRefusal } from './check-written.ts'
import { writtenRule } from './claims.ts'
import type { BundleDocument, Claim } from './document.ts'
import type { Dossier } from './dossier.ts'
import { sentencesOf, type Written, type WrittenPlace } from './written.ts'

export interface RefusedSentence {
  readonly place: WrittenPlace
  readonly reason: WrittenRefusal
}

/** Whether background waits for an editor, or is published at once. */
export type Background = 'hold' | 'publish'

/** Which sentences of an answer do not hold, and why. */
export function refusedIn(written: Written, dossier: Dossier): RefusedSentence[] {
  return sentencesOf(written).flatMap((place) => {
    const reason = refusalOfWritten(place, dossier)
    return reason === null ? [] : [{ place, reason }]
  })
}

/** A bundle with what a model wrote, and what of it waits for an editor. */
export interface ModelBundle {
  readonly document: BundleDocument
  readonly counts: WrittenCounts
  /** Sentences of the model's own knowledge, held or published. */
  readonly known: readonly string[]
}

/** How much of a bundle a model wrote. */
export interface WrittenCounts {
  /** Sentences that stand in it. */
  readonly written: number
  /** Sentences that did not hold, by reason; the extractive ones stand in their places. */
  readonly refused: Readonly<Record<string, number>>
}

/**
 * The extractive bundle with those sentences of the model that hold put in place of its own: headline and lede each by itself, the facts
 * where all three hold, context and framings sentence by sentence. What the model did not write, coverage, blind spots and quotations,
 * stays. No sentence comes through that `refusalOfWritten` refuses, and none of background where that is held.
 */
export function withWritten(
  document: BundleDocument,
  written: Written,
  dossier: Dossier,
  background: Background,
): ModelBundle {
  const refused: Record<string, number> = {}
  let taken = 0
  const sound = sentencesOf(written).flatMap((place) => {
    const reason = refusalOfWritten(place, dossier)
    if (reason === null) return [{ place, claim: claimOf(place, dossier) }]
    refused[reason] = (refused[reason] ?? 0) + 1
    return []
  })
  const of = (part: WrittenPlace['part'], group: number | null = null): Claim[] =>
    sound
      .filter(({ place, claim }) => place.part === part && place.group === group && claim.basis !== 'background')
      .map(({ claim }) => claim)
  const known = sound.map(({ claim }) => claim).filter(({ basis }) => basis === 'background')
  const use = (claims: Claim[], least: number, instead: Claim[]): Claim[] => {
    if (claims.length < least) return instead
    taken += claims.length
    return claims
  }
  const [headline = document.headline] = use(of('headline'), 1, [])
  const [lede = document.lede] = use(of('lede'), 1, [])
  const counted = document.context.filter(({ basis }) => basis === 'computed')
  return {
    document: {
      ...document,
      ...{ headline, lede, facts: use(of('facts'), 3, document.facts) },
      context: [
        ...use(
          of('context'),
          1,
          document.context.filter(({ basis }) => basis !== 'computed'),
        ),
        ...(background === 'publish' ? use(known, 1, []) : []),
        ...counted,
      ],
      perspectives: document.perspectives.map((perspective, group) => ({
        ...perspective,
        framing: use(of('framing', group), 1, perspective.framing),
      })),
    },
    counts: { written: taken, refused },
    known: known.map(({ text }) => text),
  }
}

function claimOf({ sentence }: WrittenPlace, dossier: Dossier): Claim {
  const text = sentence.text.replace(/\s+/g, ' ').trim()
  if (sentence.background === true) return { text, basis: 'background', evidence: [] }
  const cited = citedIn(sentence.cites, dossier) ?? []
  const evidence = cited.map(({ article, text: quote }) => ({ article, quote }))
  return { text, basis: 'quoted', rule: writtenRule, evidence }
}

import type { BundleDocument, Claim } from './document.ts'

/** The rule of background that a model wrote and an editor accepted. */
export const acceptedRule = 'accepted-by-editor'

/** What a model wrote from its own knowledge, for an editor to accept or to reject. */
export interface ModelBackground {
  /** The model's name. */
  readonly model: string
  /** Whether it waits for an editor, or stands in the context already. */
  readonly state: 'held' | 'published'
  readonly sentences: readonly string[]
}

/** What editors made of a bundle's background, sentence by sentence. */
export interface DecidedBackground {
  /** In the order in which they came. */
  readonly accepted: readonly string[]
  readonly rejected: readonly string[]
}

/** What a sentence is known by: the same whatever its case, spaces and punctuation. */
export function sentenceKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** A bundle with what editors accepted in its context, once and marked, before what is counted there; and without what they rejected. */
export function withDecided(document: BundleDocument, { accepted, rejected }: DecidedBackground): BundleDocument {
  const decided = new Set([...accepted, ...rejected].map(sentenceKey))
  const rest = document.context.filter(({ basis, text }) => basis !== 'background' || !decided.has(sentenceKey(text)))
  const counted = rest.findIndex(({ basis }) => basis === 'computed')
  const at = counted < 0 ? rest.length : counted
  const claims = accepted.map((text): Claim => ({ text, basis: 'background', rule: acceptedRule, evidence: [] }))
  return { ...document, context: [...rest.slice(0, at), ...claims, ...rest.slice(at)] }
}

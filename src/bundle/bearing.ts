import { bearsOut, contentOf, type Wording, wordingOf } from '../fact/bears-out.ts'
import { figuresIn } from '../fact/figures.ts'
import { passagesIn } from '../fact/speech.ts'
import type { Claim, Evidence } from './document.ts'

export interface Bearing {
  readonly borne: readonly Evidence[]
  readonly idle: readonly Evidence[]
}

const mustStand = 0.75

/**
 * A quoted claim's evidence, told apart: what bears the sentence out, and what only speaks of the same matter. Where no
 * span does so alone the sentence was composed: then spans count that it says again in full, if together they hold it.
 */
export function bearingOf({ text, evidence }: Pick<Claim, 'text' | 'evidence'>): Bearing {
  const claim = wordingOf(text)
  const spans = evidence.map((one) => ({ one, span: wordingOf(one.quote ?? '') }))
  const alone = spans.filter(({ span }) => bearsOut(span, claim))
  const parts = alone.length > 0 ? alone : spans.filter(({ span }) => bearsOut(claim, span))
  const holds =
    alone.length > 0 ||
    together(
      parts.map(({ span }) => span),
      claim,
    )
  const borne = holds ? parts.map(({ one }) => one) : []
  return { borne, idle: evidence.filter((one) => !borne.includes(one)) }
}

function together(spans: readonly Wording[], claim: Wording): boolean {
  const stems = new Set(spans.flatMap(contentOf))
  const content = contentOf(claim)
  return content.filter((stem) => stems.has(stem)).length >= content.length * mustStand
}

/**
 * A computed sentence that shows somebody's words shows what each span beside it states: "two reports carry this: “…”".
 * Where only a number is said to be shared, each has the number.
 */
export function saysWhatItCounts({ text, rule = '', evidence }: Omit<Claim, 'basis'>): boolean {
  const passages = passagesIn(text).map(wordingOf)
  const spans = evidence.flatMap(({ quote }) => (quote === undefined ? [] : wordingOf(quote)))
  const counts = rule.startsWith('absent-figures') || rule.startsWith('number-history')
  const numbers = counts ? figuresIn(rule).map(({ value }) => value) : []
  const has = ({ mentions }: Wording) => mentions.figures.some(({ value }) => numbers.includes(value))
  return passages.length === 0 || spans.every((span) => has(span) || passages.some((one) => bearsOut(span, one)))
}

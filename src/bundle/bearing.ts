import { bearsOut, contentOf, type Wording, wordingOf } from '../fact/bears-out.ts'
import { figuresIn } from '../fact/figures.ts'
import { repeatsQuotation } from '../fact/quotations.ts'
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
 * Of a quotation, each span prints its words. Where only a number, a date, a name or a term is said to be shared, each span has it; where numbers are set against
 * each other, each span has one of them, and each of them stands in a span.
 */
export function saysWhatItCounts({ text, rule = '', evidence }: Omit<Claim, 'basis'>): boolean {
  const spansOf = () => evidence.flatMap(({ quote }) => (quote === undefined ? [] : wordingOf(quote)))
  if (/^(?:absent-(?:figures|dates|names|terms|others)|shared-point|accounts-differ|count-grew)/.test(rule)) {
    const [claim, spans, items] = [wordingOf(text), spansOf(), matterOf(rule).map(wordingOf)]
    const told = items.every((item) => spans.some((span) => mentions(span, item)) && mentions(claim, item))
    return told && items.length > 0 && spans.every((span) => items.some((item) => mentions(span, item)))
  }
  if (rule.startsWith('absent-quotations')) {
    const [words = '', ...more] = passagesIn(text)
    return more.length === 0 && spansOf().every((span) => repeatsQuotation(span.text, words))
  }
  const passages = passagesIn(text).map(wordingOf)
  const numbers = rule.startsWith('number-history') ? figuresIn(rule).map(({ value }) => value) : []
  const has = ({ mentions: found }: Wording) => found.figures.some(({ value }) => numbers.includes(value))
  return passages.length === 0 || spansOf().every((span) => has(span) || passages.some((one) => bearsOut(span, one)))
}

/** What a rule was applied to: "absent-figures(47 people)" → "47 people". */
function matterOf(rule: string): readonly string[] {
  return /\((.*)\)$/s.exec(rule)?.[1]?.split('; ') ?? []
}

function mentions({ text, mentions: found }: Wording, item: Wording): boolean {
  const { figures, stems } = item.mentions
  if (figures.length > 0) return figures.some(({ value }) => found.figures.some((figure) => figure.value === value))
  const last = item.text.split(' ').at(-1) ?? item.text
  return text.includes(last) || (stems.size > 0 && [...stems].every((stem) => found.stems.has(stem)))
}

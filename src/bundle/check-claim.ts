import type { Article } from '../article/article.ts'
import { figuresIn } from '../fact/figures.ts'
import { namesIn } from '../fact/names.ts'
import { passagesIn } from '../fact/speech.ts'
import { rules } from './claims.ts'
import type { Claim } from './document.ts'

/** Why the verifier refuses a claim: the closed list under which it is counted. */
export const refusals = [
  'quoted-without-evidence',
  'evidence-without-quote',
  'quote-not-verbatim',
  'number-not-in-quotes',
  'name-not-in-quotes',
  'quoted-words-not-in-quotes',
  'span-says-something-else',
  'not-borne-out',
  'no-direct-speech',
  'computed-without-rule',
  'computed-without-articles',
  'unknown-article',
  'not-a-member',
  'background-outside-context',
  'archive-says-otherwise',
] as const
export type Refusal = (typeof refusals)[number]

type Articles = ReadonlyMap<string, Article>

/**
 * Why a claim does not hold, or null where it does. `within` are the articles that may carry a quoted claim: a
 * perspective's own members, the whole story elsewhere.
 */
export function checkClaim(claim: Claim, inContext: boolean, within: Articles, story: Articles): Refusal | null {
  switch (claim.basis) {
    case 'editor':
      return brokenEvidence(claim, story)
    case 'background':
      return inContext ? brokenEvidence(claim, story) : 'background-outside-context'
    case 'computed':
      return checkComputed(claim) ?? brokenEvidence(claim, story) ?? quotedWordsMissing(claim)
    case 'quoted':
      return checkQuoted(claim) ?? brokenEvidence(claim, story) ?? foreign(claim, within) ?? checkMatter(claim)
  }
}

function checkComputed({ rule, evidence }: Claim): Refusal | null {
  const name = /^[a-z-]+/.exec(rule ?? '')?.[0]
  if (!rules.some((known) => known === name)) return 'computed-without-rule'
  return evidence.length === 0 ? 'computed-without-articles' : null
}

function checkQuoted({ evidence }: Claim): Refusal | null {
  if (evidence.length === 0) return 'quoted-without-evidence'
  return evidence.some(({ quote }) => quote === undefined) ? 'evidence-without-quote' : null
}

function brokenEvidence({ evidence }: Claim, story: Articles): Refusal | null {
  for (const { article, quote } of evidence) {
    const found = story.get(article)
    if (found === undefined) return 'unknown-article'
    if (quote === undefined) continue
    if (quote.trim() === '' || !(found.title.includes(quote) || found.text.includes(quote))) return 'quote-not-verbatim'
  }
  return null
}

function foreign({ evidence }: Claim, within: Articles): Refusal | null {
  return evidence.every(({ article }) => within.has(article)) ? null : 'not-a-member'
}

/** Numbers, names and words between quotation marks of the sentence must stand in the quotes. */
function checkMatter(claim: Claim): Refusal | null {
  const quotes = claim.evidence.flatMap(({ quote }) => quote ?? [])
  const numbers = new Set(quotes.flatMap((quote) => figuresIn(quote).map((figure) => figure.value)))
  if (figuresIn(claim.text).some((figure) => !numbers.has(figure.value))) return 'number-not-in-quotes'
  const words = quotes.join('\n').toLowerCase()
  const names = namesIn(claim.text).flatMap((name) => name.words)
  if (names.some((name) => !words.includes(name.toLowerCase()))) return 'name-not-in-quotes'
  return quotedWordsMissing(claim)
}

function quotedWordsMissing({ text, evidence }: Claim): Refusal | null {
  const quotes = evidence.map(({ quote }) => plain(quote ?? '')).join('\n')
  const missing = passagesIn(text).some((passage) => !quotes.includes(plain(passage)))
  return missing ? 'quoted-words-not-in-quotes' : null
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

import { type Mentions, mentionsIn } from './mentions.ts'
import { isOppositeOf, opposed } from './opposites.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { isAttributed, passagesIn, withoutPassages } from './speech.ts'
import { stemsIn, termOf, wordsOf } from './stems.ts'

/** A sentence or a span, with what it mentions. */
export interface Wording {
  readonly text: string
  readonly mentions: Mentions
}

/** What it mentions is found when it is asked for: of spans that are a claim's own words nobody asks. */
export function wordingOf(text: string): Wording {
  let found: Mentions | undefined
  return {
    text,
    get mentions() {
      found ??= mentionsIn(text)
      return found
    },
  }
}

/** Of a sentence's content words, the share that may be missing in a span that says the same. */
const mayBeMissing = 0.2
const negation =
  /\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|hardly|den(?:y|ies|ied)|refus(?:es?|ed)|reject(?:s|ed)?|fail(?:s|ed)?|false(?:ly)?|wrong(?:ly)?)\b|n['’]t\b/i
const supposition =
  /\b(?:if|unless|whether|would|could|may|might|should|plan(?:s|ned)?|expect(?:s|ed)?|hop(?:es?|ed)|want(?:s|ed)?|propos(?:es?|ed|al)|alleg\p{L}+|claim(?:s|ed|ing)?|reportedly)\b/iu
const pronoun = /\b(?:he|she|it|they|him|them)\b/gi
/** Verbs in the past, as far as their form tells. */
const past =
  /^(?:\p{Ll}{2,}ed|won|lost|rose|fell|shot|met|left|led|held|kept|built|broke|chose|drew|drove|fought|grew|hit|cut|paid|ran|sent|sold|bought|spent|struck|took|threw|began|became|found|brought|caught|taught|sought|stood|spoke|wrote|withdrew|forbade|quit|fled|went)$/u

/**
 * Does the span by itself state what the claim states? It has all names and numbers of it, in their order, nearly all
 * of its other words and every verb of them; it denies and supposes where the claim does; it says nothing opposite; no
 * "it" of its own stands for what it leaves unsaid; and it does not put into somebody's mouth what the claim says
 * outright. Strict on purpose: a span that is refused costs a number beside a sentence, one that is let in says that
 * somebody wrote what he did not.
 */
export function bearsOut(span: Wording, claim: Wording): boolean {
  if (plain(span.text) === plain(claim.text)) return true
  const isOutright = !isAttributed(claim.text) && passagesIn(span.text).length > 0
  const own = isOutright ? wordingOf(withoutPassages(span.text)) : span
  return plain(own.text).includes(plain(claim.text)) || statesAgain(own, claim)
}

function statesAgain(span: Wording, claim: Wording): boolean {
  if (contentOf(claim).length === 0) return false
  const { words } = span.mentions
  return (
    hasInOrder(figureValues(span), figureValues(claim)) &&
    hasInOrder(words, namesInOrder(claim, words)) &&
    hasMatter(new Set(words.map(termOf)), claim) &&
    hasSpeech(span.text, claim.text) &&
    sameSense(span.text, claim.text) &&
    !saysOpposite(words, claim.mentions.words) &&
    !addsPronoun(span.text, claim.text)
  )
}

const figureValues = ({ mentions }: Wording) => mentions.figures.map(({ value }) => value)

/** The first word has a capital whatever it is, and is taken for a name: that it stands in the span is asked elsewhere. */
function namesInOrder({ mentions }: Wording, words: readonly string[]): readonly string[] {
  const names = mentions.names.flatMap(({ text }) => wordsOf(text))
  const [first = ''] = mentions.words
  const opens = !ordinaryWords.has(first) && words.includes(first) && names[0] !== first
  return opens ? [first, ...names] : names
}

/** "A sued B" does not bear out that B sued A, nor "5 of 9" that it was 9 of 5. */
function hasInOrder(all: readonly string[], wanted: readonly string[]): boolean {
  let at = 0
  for (const one of all) if (one === wanted[at]) at += 1
  return at === wanted.length
}

function hasMatter(stems: ReadonlySet<string>, claim: Wording): boolean {
  const content = contentOf(claim)
  const missing = content.filter((stem) => !stems.has(stem))
  const essentials = essentialsOf(claim.mentions.words)
  return missing.length <= content.length * mayBeMissing && !missing.some((stem) => essentials.has(stem))
}

/** Stems of the content words; numerals are left out, being compared by their value. */
export function contentOf({ mentions }: Wording): readonly string[] {
  const numerals = stemsIn(mentions.figures.map((figure) => figure.text).join(' '))
  return [...mentions.stems].filter((stem) => !numerals.has(stem))
}

/** What may not be missing: the verbs, words that have an opposite, and the first word, which may be a name. */
function essentialsOf(words: readonly string[]): ReadonlySet<string> {
  const essential = words.filter(
    (word, at) => (at === 0 || past.test(word) || opposed(word)) && !ordinaryWords.has(word),
  )
  return new Set(essential.map(termOf))
}

/** What the claim puts between quotation marks is said in just these words. */
function hasSpeech(span: string, claim: string): boolean {
  const letters = lettersOf(span)
  return passagesIn(claim).every((passage) => letters.includes(lettersOf(passage)))
}

/** Quotation marks, commas and spaces differ between reports of one speech. */
const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export function sameSense(one: string, other: string): boolean {
  return negation.test(one) === negation.test(other) && supposition.test(one) === supposition.test(other)
}

function saysOpposite(words: readonly string[], claimed: readonly string[]): boolean {
  const said = new Set(claimed)
  return claimed.some((word) => opposed(word) && words.some((other) => !said.has(other) && isOppositeOf(other, word)))
}

function addsPronoun(span: string, claim: string): boolean {
  const known = new Set(claim.toLowerCase().match(pronoun))
  return (span.toLowerCase().match(pronoun) ?? []).some((one) => !known.has(one))
}

/** Without what joining sentences changes: the capital of a first word and the last point. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[.;"”’']+$/, '')
}

import { eld } from 'eld/extrasmall'
import type { Found } from './found.ts'
import { firstFound } from './found.ts'
import { type Head, metaContents } from './head.ts'
import { asList } from './json-ld.ts'

/** Fewer characters say too little of a language against the page's own word. */
const fewestChars = 300
/** Codes of one language, and languages that the detector takes for each other. */
const alike = [
  'no nb nn da sv',
  'he iw',
  'id in ms jv su',
  'hr sr bs sh sl',
  'cs sk',
  'es ca gl pt',
  'ru uk be bg mk',
  'tl fil',
  'fa prs ur',
  'nl af',
  'de gsw lb als',
  'hi mr ne',
  'az tr',
].map((codes) => new Set(codes.split(' ')))

/** The language of a text as an ISO 639-1 code; null where the text does not tell reliably. */
export function detectLanguage(text: string): string | null {
  const detected = eld.detect(text.slice(0, 2000))
  return detected.isReliable() && detected.language !== '' ? detected.language : null
}

/** The primary language that a page declares, in lower case. */
export function declaredLanguage(head: Head): Found<string> | null {
  const root = head.document.documentElement
  return firstFound(
    ['html', () => primary([root.getAttribute('lang'), root.getAttribute('xml:lang')])],
    ['json-ld', () => primary(asList(head.article?.['inLanguage']))],
    ['meta', () => primary(metaContents(head, 'content-language'))],
    ['open-graph', () => primary(metaContents(head, 'og:locale'))],
    ['meta', () => primary(metaContents(head, 'dc.language', 'language'))],
  )
}

/**
 * Whether a text is surely in another language than declared. Languages that the detector confuses, and those that it
 * does not know, never disagree.
 */
export function languagesDisagree(declared: string | null, detected: string | null, text: string): boolean {
  if (declared === null || detected === null || declared === detected || text.length < fewestChars) return false
  return detectable.has(declared) && !alike.some((group) => group.has(declared) && group.has(detected))
}

const detectable = new Set([...Object.values(eld.info().Languages), ...alike.flatMap((group) => [...group])])

function primary(values: readonly unknown[]): string | null {
  for (const value of values) {
    const code = typeof value === 'string' ? /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(value)?.[1] : undefined
    if (code !== undefined) return code.toLowerCase()
  }
  return null
}

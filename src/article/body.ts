import { agreed } from './agreement.ts'
import { cleanParagraphs, type Known } from './clean-paragraphs.ts'
import { removeClutter } from './clutter.ts'
import { withGapsFilled, withStandfirst } from './complete.ts'
import { fallbackTexts, proseLength } from './fallback.ts'
import type { Head } from './head.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { readableParagraphs } from './readable.ts'

/**
 * The article's paragraphs: Readability's, unless it missed most of what the page itself declares as its body or of
 * the largest block of prose. Takes the document apart. Empty where there is no prose.
 */
export function bodyOf(head: Head, known: Known): readonly Paragraph[] {
  removeClutter(head.document)
  const page = paragraphsOf(head.document.body, { kinds: true })
  const { declared, marked, block } = fallbackTexts(head)
  const texts = [readableParagraphs(head.document), declared, marked, block].map((text) => cleanParagraphs(text, known))
  const enough = enoughProse(texts.map(proseLength))
  const body = texts.find((text) => proseLength(text) >= enough) ?? []
  return withStandfirst(agreed(withGapsFilled(body, page, known), declared), page, head)
}

// The largest block asks for less, for it may hold a second article or the comments.
function enoughProse([_readable = 0, declared = 0, marked = 0, block = 0]: readonly number[]): number {
  return Math.max(0.6 * declared, 0.6 * marked, 0.45 * block, 1)
}

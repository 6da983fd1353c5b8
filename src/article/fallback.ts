import { isSentence } from './clean-paragraphs.ts'
import type { Head } from './head.ts'
import { asList } from './json-ld.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { plainLine, unescapeLine } from './plain-text.ts'

export interface FallbackTexts {
  /** JSON-LD articleBody. */
  readonly declared: readonly Paragraph[]
  /** itemprop=articleBody. */
  readonly marked: readonly Paragraph[]
  /** The smallest element that holds nearly all prose. */
  readonly block: readonly Paragraph[]
}

/** What the page itself calls its body, and what looks like it. */
export function fallbackTexts(head: Head): FallbackTexts {
  return { declared: declaredBody(head), marked: markedBody(head.document), block: largestBlock(head.document) }
}

/** Characters in paragraphs that are surely prose. */
export function proseLength(paragraphs: readonly Paragraph[]): number {
  const prose = paragraphs.filter((paragraph) => isSentence(paragraph) && paragraph.text.length > 60)
  return prose.reduce((sum, paragraph) => sum + paragraph.text.length, 0)
}

function declaredBody(head: Head): Paragraph[] {
  const body = asList(head.article?.['articleBody']).find((value) => typeof value === 'string') ?? ''
  const lines = body
    .replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]{0,1000}>/g, '')
    .split('\n')
  return lines.map((line) => ({ text: unescapeLine(line), tag: 'P', linked: 0 })).filter(({ text }) => text !== '')
}

function markedBody(document: Document): Paragraph[] {
  const marked = [...document.querySelectorAll('[itemprop~="articleBody"]')]
  const outermost = marked.filter((element) => !element.parentElement?.closest('[itemprop~="articleBody"]'))
  const bodies = outermost.map((element) => paragraphsOf(element))
  return bodies.toSorted((a, b) => proseLength(b) - proseLength(a))[0] ?? []
}

function largestBlock(document: Document): Paragraph[] {
  const held = new Map<Element, number>()
  let total = 0
  for (const element of document.body.querySelectorAll('p, div, section, article, td, span')) {
    const length = ownProse(element)
    total += length
    for (let above = element.parentElement; above && length > 0; above = above.parentElement) {
      held.set(above, (held.get(above) ?? 0) + length)
    }
  }
  // Those that hold most of it lie within each other, so the innermost is the one that contains none of them.
  const holders = [...held].filter(([, length]) => length >= total * 0.8).map(([element]) => element)
  const innermost = holders.find((element) => !holders.some((other) => other !== element && element.contains(other)))
  return innermost === undefined ? [] : paragraphsOf(innermost)
}

/** Characters of prose in the element itself: all of a p, of another element only the bare text in it. */
function ownProse(element: Element): number {
  if (element.nodeName.toUpperCase() === 'P') return proseLength(paragraphsOf(element))
  const bare = [...element.childNodes].filter((node) => node.nodeType === 3)
  return proseLength(bare.map((node) => ({ text: plainLine(node.textContent ?? ''), tag: 'DIV', linked: 0 })))
}

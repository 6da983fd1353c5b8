import SentenceTokenizer from 'natural/lib/natural/tokenizers/sentence_tokenizer.js'
import { datelineLength } from './dateline.ts'
import { belongTogether, maskFalseBorders, openQuotes } from './sentence-borders.ts'

/** One sentence of a text: `text` is `source.slice(start, end)`, word for word. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Number of its paragraph, from 0. */
  readonly paragraph: number
  /** Number among the text's sentences, from 0. */
  readonly index: number
  /** A quotation that began in an earlier sentence or goes on after this one: the words are somebody's, unsaid whose. */
  readonly insideQuotation: boolean
}

interface Span {
  readonly start: number
  readonly end: number
}

/** A hostile paragraph is cut: whether a quotation is open is looked at again for every sentence of a paragraph. */
const longestPiece = 4_000
/** The tokenizer's work grows with the square of the marks that it is given at once. */
const fewMarks = /(?:[^.?!…]*[.?!…]+["'”’)}\]]*\s*){1,16}|[^.?!…]+$/gu

/** Article text → its sentences in order; datelines are left out, quotations of several sentences are kept whole. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (const [number, paragraph] of paragraphsOf(text).entries()) {
    let open = false
    for (const span of sentenceSpans(text, paragraph)) {
      const words = text.slice(span.start, span.end)
      const stillOpen = openQuotes(words) > 0
      const insideQuotation = open || stillOpen
      open = stillOpen || (open && !/[”"]/.test(words))
      sentences.push({ text: words, ...span, paragraph: number, index: sentences.length, insideQuotation })
    }
  }
  return sentences
}

function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    for (let start = match.index; start < match.index + match[0].length; ) {
      const end = cutAt(text, start, match.index + match[0].length)
      spans.push({ start, end })
      start = end
    }
  }
  return spans
}

function cutAt(text: string, start: number, end: number): number {
  if (end - start <= longestPiece) return end
  const space = text.lastIndexOf(' ', start + longestPiece)
  return space > start ? space : start + longestPiece
}

function sentenceSpans(text: string, paragraph: Span): Span[] {
  const start = paragraph.start + datelineLength(text.slice(paragraph.start, paragraph.end))
  const words = text.slice(start, paragraph.end)
  return joinCut(words, pieceSpans(words))
    .map((span) => trimmed(text, { start: start + span.start, end: start + span.end }))
    .filter((span) => span.end > span.start)
}

/** The masked copy has the length of the words, so the lengths of the tokenizer's pieces are offsets. */
function pieceSpans(words: string): Span[] {
  const spans: Span[] = []
  let start = 0
  const batches = maskFalseBorders(words).match(fewMarks) ?? []
  for (const piece of batches.flatMap((batch) => new SentenceTokenizer([], false).tokenize(batch))) {
    spans.push({ start, end: Math.min(words.length, start + piece.length) })
    start += piece.length
  }
  return start === words.length ? spans : [{ start: 0, end: words.length }]
}

function joinCut(words: string, pieces: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const continues = last !== undefined && isCut(words, last, piece)
    if (continues) joined[joined.length - 1] = { start: last.start, end: piece.end }
    else joined.push(piece)
  }
  return joined
}

function isCut(words: string, last: Span, piece: Span): boolean {
  const before = words.slice(last.start, last.end)
  if (belongTogether(before, words.slice(piece.start, piece.end))) return true
  return openQuotes(before) > 0 && closesLater(words.slice(piece.start))
}

/** An open quotation is only continued where the paragraph closes it: multi-paragraph quotations never do. */
function closesLater(rest: string): boolean {
  const closing = rest.search(/[”"]/)
  const opening = rest.search(/“/)
  return closing >= 0 && (opening < 0 || closing < opening)
}

function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const start = span.start + (words.length - words.trimStart().length)
  return { start, end: Math.max(start, span.start + words.trimEnd().length) }
}

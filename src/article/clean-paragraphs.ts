import type { Paragraph } from './paragraphs.ts'
import { biography, byline, captionEnd, credit, label, moment, pointer, request, signature, timing } from './phrases.ts'
import { folded } from './site-names.ts'

const emailAddress = /\b[\w.+-]+@[\w-]+\.[a-z]{2,}/i
const sentenceEnd = /[.!?…。！？؟।۔:]["”»›'’)\]]*$/u
const proseTags = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'DD', 'LI'])

/** What is known of the article and so needs no paragraph of its own. */
export interface Known {
  readonly title: string
  readonly authors: readonly string[]
}

/** Paragraphs without what is not the article's own prose: labels, links, credits, requests, its title, bylines. */
export function cleanParagraphs(paragraphs: readonly Paragraph[], known: Known): Paragraph[] {
  const said = new Set<string>([folded(known.title)])
  const prose = paragraphs.filter((paragraph) => isProse(paragraph, known) && !repeats(paragraph, said))
  const first = prose.findIndex(opensText)
  const last = prose.findLastIndex(isSentence)
  return first === -1 ? [] : prose.slice(first, Math.max(first, last) + 1)
}

/** Whether the text reads as a sentence, rather than as a heading, a label or a link. */
export function isSentence(paragraph: Paragraph): boolean {
  return (sentenceEnd.test(paragraph.text) || paragraph.text.length > 150) && paragraph.linked < 0.8
}

function opensText(paragraph: Paragraph): boolean {
  return !isHeading(paragraph) && (isSentence(paragraph) || paragraph.text.length > 60)
}

function isHeading(paragraph: Paragraph): boolean {
  return /^H[1-6]$/.test(paragraph.tag)
}

/** Whether a paragraph can be of the article's own text, rather than a label, a link, a credit, a request or a byline. */
export function isProse(paragraph: Paragraph, known: Known): boolean {
  const { text, linked, tag } = paragraph
  if (!/\p{L}{2}/u.test(text) || label.test(text) || paragraph.isTeaser) return false
  if (isBoilerplate(text) || isBiography(text, known)) return false
  if (isSentence(paragraph)) return true
  if (linked > 0.5 || tag === 'LI' || !proseTags.has(tag)) return false
  return !isByline(text, known)
}

function isBoilerplate(text: string): boolean {
  if (text.length < 250 && (pointer.test(text) || request.test(text))) return true
  if (text.length < 200 && emailAddress.test(text)) return true
  if (text.length < 300 && (captionEnd.test(text) || signature.test(text))) return true
  if (moment.test(text)) return true
  return text.length < 140 && (credit.test(text) || timing.test(text))
}

/** "Jane Doe is our correspondent in …": said of an author, where nobody else is told of. */
function isBiography(text: string, { authors }: Known): boolean {
  return (
    text.length < 500 &&
    authors.some(
      (author) => author.includes(' ') && text.slice(0, author.length + 30).includes(author) && biography.test(text),
    )
  )
}

function isByline(text: string, known: Known): boolean {
  if (text.length > 120) return false
  return byline.test(text) || known.authors.some((author) => text.includes(author))
}

/** Long texts that stood before: a lead repeated by a template, the same caption twice. The title even if short. */
function repeats(paragraph: Paragraph, said: Set<string>): boolean {
  const key = folded(paragraph.text)
  const before = said.has(key)
  if (key.length > 40) said.add(key)
  return before
}

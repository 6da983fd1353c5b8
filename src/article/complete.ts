import { isProse, isSentence, type Known } from './clean-paragraphs.ts'
import { type Head, metaContents } from './head.ts'
import { asList } from './json-ld.ts'
import type { Paragraph } from './paragraphs.ts'
import { unescapeLine } from './plain-text.ts'
import { folded } from './site-names.ts'

/**
 * A body with what its extractor dropped of it. Readability weighs every box by itself and drops short ones with a link, so that
 * of an article whose every paragraph has a box of its own sentences go missing: what stands between kept paragraphs and
 * is written in the template of most of them belongs to them.
 */
export function withGapsFilled(
  body: readonly Paragraph[],
  page: readonly Paragraph[],
  known: Known,
): readonly Paragraph[] {
  const places = new Map(page.map(({ text }, at) => [text, at]))
  const kept = body.map(({ text }) => places.get(text))
  const found = kept.filter((at) => at !== undefined)
  const inOrder = found.every((at, index) => index === 0 || at > (found[index - 1] ?? 0))
  if (found.length < 3 || found.length < 0.8 * body.length || !inOrder) return body
  const kind = commonKind(found.flatMap((at) => page[at] ?? []))
  if (kind === null) return body
  const belongs = (paragraph: Paragraph) =>
    paragraph.kind === kind && isSentence(paragraph) && isProse(paragraph, known)
  const filled: Paragraph[] = []
  let next = found[0] ?? 0
  for (const [index, paragraph] of body.entries()) {
    const at = kept[index]
    if (at !== undefined) {
      filled.push(...page.slice(next, at).filter(belongs))
      next = at + 1
    }
    filled.push(paragraph)
  }
  // Boxes without a class are alike on the whole page.
  if (!/\.\S/.test(kind)) return filled
  filled.push(...restOf(page.slice(next), belongs))
  return withoutStrangers(filled, page, kind)
}

/**
 * Behind the last paragraph of the common kind stand teasers, biographies and requests, in boxes of their own; a last list or
 * quotation stands in the same box as the text.
 */
function withoutStrangers(body: readonly Paragraph[], page: readonly Paragraph[], kind: string): readonly Paragraph[] {
  const kinds = new Map(page.map(({ text, kind: own }) => [text, own]))
  const kindOf = ({ text }: Paragraph) => kinds.get(text) ?? kind
  const last = body.findLastIndex((paragraph) => kindOf(paragraph) === kind)
  const box = kind.slice(0, kind.lastIndexOf(' '))
  const inBox = box.slice(box.indexOf(' ') + 1)
  const left = body.filter((paragraph, at) => at <= last || kindOf(paragraph).includes(inBox))
  return lengthOf(left) < mostOf * lengthOf(body) ? body : left
}

/** Less than this left is no text without its strangers, but a text that changes its template. */
const mostOf = 0.75
const lengthOf = (paragraphs: readonly Paragraph[]) => paragraphs.reduce((sum, { text }) => sum + text.length, 0)

/** How many paragraphs of another kind (a box with links) an article may have in it. */
const longestBreak = 12

function restOf(after: readonly Paragraph[], belongs: (paragraph: Paragraph) => boolean): Paragraph[] {
  const rest: Paragraph[] = []
  let others = 0
  for (const paragraph of after) {
    if (belongs(paragraph)) {
      rest.push(paragraph)
      others = 0
    } else others += 1
    // What follows another headline is another article.
    if (others > longestBreak || paragraph.tag === 'H1') break
  }
  return rest
}

/** The kind that most of the prose has; null where no kind has half of it. */
function commonKind(paragraphs: readonly Paragraph[]): string | null {
  const lengths = new Map<string, number>()
  let total = 0
  for (const { kind = '', text } of paragraphs) {
    lengths.set(kind, (lengths.get(kind) ?? 0) + text.length)
    total += text.length
  }
  const [most] = [...lengths].toSorted(([, a], [, b]) => b - a)
  return most !== undefined && most[0] !== '' && most[1] >= total / 2 ? most[0] : null
}

const shortestStandfirst = 40
const mostDescriptions = 20

/**
 * A body with the sentences between headline and text that many outlets open with, where two agree on them: the page says them to
 * its readers, and of itself as its description.
 */
export function withStandfirst(
  body: readonly Paragraph[],
  page: readonly Paragraph[],
  head: Head,
): readonly Paragraph[] {
  const [opening] = body
  if (opening === undefined) return body
  const start = page.findIndex(({ text }) => text === opening.text)
  const before = page
    .slice(0, start < 0 ? page.length : start)
    .map((paragraph) => ({ paragraph, key: folded(paragraph.text) }))
  const said = folded(body.map(({ text }) => text).join(' '))
  for (const description of descriptionsOf(head)) {
    const standfirst = before.find(({ key }) => saysTheSame(key, description))
    if (standfirst !== undefined) return said.includes(standfirst.key) ? body : [standfirst.paragraph, ...body]
  }
  return body
}

function descriptionsOf(head: Head): string[] {
  const declared = asList(head.article?.['description']).filter((value) => typeof value === 'string')
  const descriptions = [
    ...metaContents(head, 'og:description', 'description', 'twitter:description'),
    ...declared.map(unescapeLine),
  ]
  const distinct = new Set(descriptions.slice(0, mostDescriptions).map((text) => folded(text)))
  return [...distinct].filter((text) => text.length >= shortestStandfirst)
}

/** Descriptions are often cut, standfirsts seldom. */
const saysTheSame = (shown: string, description: string) =>
  (shown.includes(description) && shown.length < 2 * description.length) ||
  (shown.length >= shortestStandfirst && description.startsWith(shown))

import type { Origin } from './extracted.ts'
import type { Found } from './found.ts'
import { type Head, metaContent, metaContents } from './head.ts'
import { asList } from './json-ld.ts'
import { plainLine, unescapeLine } from './plain-text.ts'
import { folded, isSiteName, siteNames } from './site-names.ts'

/** Looking for the outlet's name takes quadratic time, and what is longer is no headline. */
const maxChars = 1000
const maxHeadings = 60
const separator = /\s*(?:::|--|[|–—·•»:>*｜ㅣ：-])\s*/g
/** Where a heading stands for the page within its site, or for another page. */
const elsewhere =
  'nav, li, a, aside, footer, dialog, [class*="crumb" i], [role="navigation"], [role="dialog"], [aria-hidden="true"]'

interface Candidate {
  readonly text: string
  readonly origin: Origin
}

/**
 * The article's headline without its outlet's name; null where the page has none. A page declares several, written for search engines, for sharing
 * and for readers: the one that it prints as a heading counts; where it prints none of them, JSON-LD, then og:title, a
 * lone h1, the title element. Of two that differ in punctuation alone og:title is taken, which nothing escapes twice.
 */
export function titleOf(head: Head): Found<string> | null {
  const headings = printedHeadings(head.document)
  const sites = siteNames(head)
  const written = candidatesOf(head, headings)
  const known = new Set([...written, ...headings.filter(({ isMain }) => isMain)].map(({ text }) => folded(text)))
  const candidates = written.map(({ text, origin }) => ({ text: withoutSite(text, known, sites), origin }))
  const declared = candidates.filter(({ origin }) => origin === 'open-graph' || origin === 'json-ld')
  const first = declared.at(-1) ?? candidates[0]
  const chosen =
    printed(declared, headings) ?? candidates.find(({ text }) => folded(text) === folded(first?.text ?? ''))
  return chosen === undefined || chosen.text === '' ? null : { value: chosen.text, origin: chosen.origin }
}

function candidatesOf(head: Head, headings: readonly Heading[]): Candidate[] {
  const main = headings.filter(({ isMain }) => isMain)
  const said: [Origin, unknown][] = [
    ['open-graph', metaContent(head, 'og:title')],
    ['json-ld', asList(head.article?.['headline'])[0]],
    ['html', main.length === 1 ? main[0]?.text : null],
    ['html', head.document.querySelector('title')?.textContent],
    ...metaContents(head, 'twitter:title', 'title', 'headline', 'parsely-title', 'sailthru.title')
      .slice(0, 5)
      .map((text): [Origin, string] => ['meta', text]),
  ]
  const candidates = said.flatMap(([origin, text]) =>
    typeof text === 'string' ? [{ text: origin === 'json-ld' ? unescapeLine(text) : plainLine(text), origin }] : [],
  )
  return candidates.filter(({ text }) => text !== '' && text.length <= maxChars)
}

interface Heading {
  readonly text: string
  readonly key: string
  readonly isMain: boolean
  /** Keys of the elements within: a kicker and the headline proper often have one each. */
  readonly parts: readonly string[]
}

/** The headings of the article itself: those inside an article or main element first, of these the main ones first. */
function printedHeadings(document: Document): Heading[] {
  const elements = [...document.querySelectorAll('h1, h2')].slice(0, maxHeadings)
  const own = elements.filter((element) => element.closest(elsewhere) === null)
  const rank = (element: Element) => (element.closest('article, main') === null ? 2 : 0) + (isMain(element) ? 0 : 1)
  const ranked = own.map((element) => ({ element, at: rank(element) })).toSorted((a, b) => a.at - b.at)
  return ranked.flatMap(({ element }) => {
    const text = plainLine((element.textContent ?? '').slice(0, 5 * maxChars))
    if (text === '' || text.length > maxChars) return []
    const parts = [...element.querySelectorAll('*')].slice(0, 10).map((part) => folded(part.textContent ?? ''))
    return [{ text, key: folded(text), isMain: isMain(element), parts }]
  })
}

const isMain = (element: Element) => element.nodeName.toUpperCase() === 'H1'

/**
 * The declared title that a heading consists of, or the one that makes up its part behind a kicker. Where a heading and a declared
 * title have that part in common and each another kicker before it, neither kicker is of the headline.
 */
function printed(declared: readonly Candidate[], headings: readonly Heading[]): Candidate | undefined {
  const keyed = declared.map((candidate) => ({ candidate, key: folded(candidate.text) }))
  for (const heading of headings) {
    const found = keyed.find(({ key }) => isBehindKicker(key, heading)) ?? keyed.find(({ key }) => key === heading.key)
    if (found !== undefined) return found.candidate
  }
  const ends = declared.flatMap(endsOf).map((candidate) => ({ candidate, key: folded(candidate.text) }))
  const isShared = (key: string) =>
    key !== '' && headings.some((heading) => key !== heading.key && isBehindKicker(key, heading))
  return ends.find(({ key }) => isShared(key))?.candidate
}

const isBehindKicker = (key: string, { key: whole, parts }: Heading) =>
  key.length >= whole.length / 2 && whole.endsWith(key) && parts.includes(key)

const endsOf = ({ text, origin }: Candidate): Candidate[] =>
  [...text.matchAll(separator)].map(({ 0: mark, index }) => ({ text: text.slice(index + mark.length), origin }))

/** Cuts the outlet's name from either end, or what follows a separator if what stands before it is said elsewhere. */
function withoutSite(title: string, known: ReadonlySet<string>, sites: ReadonlySet<string>): string {
  for (const match of title.matchAll(separator)) {
    const before = title.slice(0, match.index)
    const after = title.slice(match.index + match[0].length)
    const parts = /\s.*\s|[|»｜ㅣ：]|--/.test(match[0])
    if (before !== '' && folded(after) !== '' && known.has(folded(before))) return before
    if (parts && before !== '' && isSiteName(after, sites)) return before
    if (parts && after !== '' && isSiteName(before, sites)) return after
  }
  return title
}

import type { Origin } from './extracted.ts'
import type { Found } from './found.ts'
import { type Head, metaContents } from './head.ts'
import { asList, isObject, type JsonObject } from './json-ld.ts'
import { namesIn } from './names.ts'
import { unescapeLine } from './plain-text.ts'
import { folded, siteNames } from './site-names.ts'

const metaNames = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
]
const maxAuthors = 30
/** Marked names that are looked at: a page with more is a list. */
const maxMarked = 200
const bylineStart = /^(?:by|von|por|par|di|door|av|af)[:\s]/i
/** A line that is a byline and nothing else: "By Jane Doe and John Roe". */
const wholeByline =
  /^(?:By|BY|by):?\s+(?:\p{Lu}[\p{L}.'’-]+\s*){2,4}(?:(?:,|and|&)\s+(?:\p{Lu}[\p{L}.'’-]+\s*){2,4})*$/u

/** Links to an author's page, and what templates call the name in a byline. */
const markedNames =
  '[itemprop~="author"] [itemprop~="name"], a[rel~="author"], a[href*="/author/" i], a[href*="/auteur/" i], a[href*="/autor/" i], a[href*="/autoren/" i], a[href*="/autores/" i], .author .fn, .byline .author, [class~="authorname" i], [class~="author-name" i], [class~="author_name" i]'

/**
 * Who wrote the article, in the page's order; never addresses, never twice. The outlet's own name stands only where
 * the page names nobody else. Null where it names nobody.
 */
export function authorsOf(head: Head): Found<string[]> | null {
  const sites = siteNames(head)
  const looks: [Origin, () => string[]][] = [
    ['json-ld', () => jsonLdAuthors(head)],
    ['meta', () => metaContents(head, ...metaNames)],
    ['microdata', () => nearHeading(head.document, '[itemprop~="author"] [itemprop~="name"]')],
    ['html', () => nearHeading(head.document, markedNames).filter((text) => text.length < 80)],
    ['text', () => visibleByline(head.document)],
    ['text', () => bylineOf(head.lines)],
  ]
  let outlet: Found<string[]> | null = null
  for (const [origin, look] of looks) {
    const names = unique(look().flatMap(namesIn)).slice(0, maxAuthors)
    const people = names.filter((name) => !sites.has(folded(name)))
    if (people.length > 0) return { value: people, origin }
    if (outlet === null && names.length > 0) outlet = { value: names, origin }
  }
  return outlet
}

function jsonLdAuthors(head: Head): string[] {
  const authors = asList(head.article?.['author'] ?? head.article?.['creator'])
  return authors.slice(0, maxAuthors).flatMap((author) => namesOf(author, head.objects))
}

/** An author is a string, an object with a name, or a reference to such an object elsewhere on the page. */
function namesOf(author: unknown, objects: readonly JsonObject[]): string[] {
  if (typeof author === 'string') return [unescapeLine(author)]
  if (!isObject(author)) return []
  const named =
    author['name'] ??
    objects.find((other) => other['@id'] === author['@id'] && other['name'])?.['name'] ??
    ['givenName', 'familyName'].map((part) => author[part] ?? '').join(' ')
  return asList(named)
    .filter((name) => typeof name === 'string')
    .map(unescapeLine)
}

function visibleByline(document: Document): string[] {
  const bylines = nearHeading(document, '[itemprop~="author"], [class*="byline" i], [class*="author" i], address')
  return bylines.filter((text) => text.length < 120 && bylineStart.test(text)).slice(0, 1)
}

/** Where nothing marks the author: the first line of the page that reads as a byline. */
function bylineOf(lines: readonly string[]): string[] {
  const byline = lines.find((line) => line.length < 100 && wholeByline.test(line))
  return byline === undefined ? [] : [byline]
}

/** The matches that stand closest around the heading: further away stand the authors of other articles. */
function nearHeading(document: Document, selector: string): string[] {
  const said = [...document.querySelectorAll(selector)]
    .slice(0, maxMarked)
    .map((match) => ({ match, text: unescapeLine(match.textContent ?? '') }))
    .filter(({ text }) => text !== '')
  for (
    let around = document.querySelector('h1')?.parentElement;
    around && said.length > 0;
    around = around.parentElement
  ) {
    const within = said.filter(({ match }) => around?.contains(match)).map(({ text }) => text)
    if (within.length > 0) return within
  }
  return []
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

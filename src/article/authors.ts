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
const bylineStart = /^(?:by|von|por|par|di|door|av|af)[:\s]/i
/** A line that is a byline and nothing else: "By Jane Doe and John Roe". */
const wholeByline =
  /^(?:By|BY|by):?\s+(?:\p{Lu}[\p{L}.'’-]+\s*){2,4}(?:(?:,|and|&)\s+(?:\p{Lu}[\p{L}.'’-]+\s*){2,4})*$/u

/**
 * Who wrote the article, in the page's order; never addresses, never twice. The outlet's own name stands only where
 * the page names nobody else.
 */
export function authorsOf(head: Head): string[] {
  const sites = siteNames(head)
  const found = [
    () => jsonLdAuthors(head),
    () => metaContents(head, ...metaNames),
    () => visibleAuthors(head.document),
    () => bylineOf(head.document),
  ]
  let outlet: string[] = []
  for (const find of found) {
    const names = unique(find().flatMap(namesIn))
    const people = names.filter((name) => !sites.has(folded(name)))
    if (people.length > 0) return people
    if (outlet.length === 0) outlet = names
  }
  return outlet
}

function jsonLdAuthors(head: Head): string[] {
  const authors = asList(head.article?.['author'] ?? head.article?.['creator'])
  return authors.flatMap((author) => namesOf(author, head.objects))
}

/** An author is a string, an object with a name, or a reference to such an object elsewhere on the page. */
function namesOf(author: unknown, objects: readonly JsonObject[]): string[] {
  if (typeof author === 'string') return [unescapeLine(author)]
  if (!isObject(author)) return []
  const named = author['name'] ?? objects.find((other) => other['@id'] === author['@id'] && other['name'])?.['name']
  return asList(named)
    .filter((name) => typeof name === 'string')
    .map(unescapeLine)
}

function visibleAuthors(document: Document): string[] {
  const marked = nearHeading(document, '[itemprop~="author"] [itemprop~="name"], a[rel~="author"]')
  if (marked.length > 0) return marked
  const bylines = nearHeading(document, '[itemprop~="author"], [class*="byline" i], [class*="author" i], address')
  return bylines.filter((text) => text.length < 120 && bylineStart.test(text)).slice(0, 1)
}

/** Where nothing marks the author: the first line of the page that reads as a byline. */
function bylineOf(document: Document): string[] {
  const lines = [...document.querySelectorAll('p, div, span, td, i, em, b, font, small, li')]
  const byline = lines
    .map((line) => unescapeLine(line.textContent ?? ''))
    .find((text) => text.length < 100 && wholeByline.test(text))
  return byline === undefined ? [] : [byline]
}

/** The matches that stand closest around the heading: further away stand the authors of other articles. */
function nearHeading(document: Document, selector: string): string[] {
  for (let around = document.querySelector('h1')?.parentElement; around; around = around.parentElement) {
    const texts = [...around.querySelectorAll(selector)].map((match) => unescapeLine(match.textContent ?? ''))
    if (texts.some((text) => text !== '')) return texts
  }
  return []
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

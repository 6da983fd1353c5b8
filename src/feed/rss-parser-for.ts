import Parser from 'rss-parser'
import { canonicalName, type RootName } from './namespaces.ts'
import type { Scan } from './scan.ts'
import { type Fields, isRecord } from './xml-node.ts'

const listOf = (name: string, as: string): [string, string, { keepArray: boolean }] => [name, as, { keepArray: true }]
const longElements = new Set(['description', 'content', 'content:encoded', 'summary'])
const maxLongChars = 20_000

/** A parser for one document, since the prefixes of its namespaces are the document's own. */
export function rssParserFor({ prefixes, root }: Scan): Parser<Fields, Fields> {
  const parser = new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: {
      tagNameProcessors: [(name: string) => spelling(canonicalName(name, prefixes), root)],
      attrNameProcessors: [(name: string) => attributeSpellings.get(name.toLowerCase()) ?? name],
      valueProcessors: [(value: string, name: string) => valueFor(name, value)],
    },
    customFields: {
      feed: [listOf('$', 'attributes'), listOf('title', 'titleNodes'), 'sy:updatePeriod', 'sy:updateFrequency'].map(
        field,
      ),
      item: [
        listOf('$', 'attributes'),
        listOf('link', 'links'),
        listOf('guid', 'guids'),
        listOf('title', 'titleNodes'),
        listOf('summary', 'summaryNodes'),
        listOf('content', 'contentNodes'),
        listOf('atom:link', 'atomLinks'),
        ...['abstract', 'issued', 'created', 'modified', 'dcterms:issued', 'dcterms:created', 'dcterms:modified'],
        ...['atom:published', 'atom:updated', 'atom:author'],
        ...[
          'feedburner:origLink',
          'itunes:summary',
          'itunes:author',
          'media:title',
          'media:description',
          'media:group',
        ],
      ].map(field),
    },
  })
  stopAtFirstError(parser)
  return parser
}

/** xml2js reports the first error and lets sax go on, which makes an Error of every further character that is wrong. */
function stopAtFirstError(parser: Parser<Fields, Fields>): void {
  const sax: unknown = Reflect.get(Object(Reflect.get(parser, 'xmlParser')), 'saxParser')
  if (!isRecord(sax)) return
  sax['onerror'] = (error: Error) => {
    throw error
  }
}

const byLowerCase = (names: string) => new Map(names.split(' ').map((name) => [name.toLowerCase(), name]))
const spellings = byLowerCase(
  'rss rdf:RDF channel item title link description abstract guid pubDate ttl language author entry feed summary content id skipHours skipDays hour day',
)
const attributeSpellings = byLowerCase('version href rel type isPermaLink lastmod')

// rss-parser puts the two dates through `Date`, which throws where it can't read one.
const atomSpellings = new Map([
  ['item', 'entry'],
  ['published', 'atom:published'],
  ['updated', 'atom:updated'],
])

/** rss-parser knows names in one spelling only; XML that says `<TITLE>` means no other thing. */
function spelling(name: string, root: RootName): string {
  const inAtom = root === 'feed' ? atomSpellings.get(name.toLowerCase()) : undefined
  return inAtom ?? spellings.get(name === 'RDF' ? 'rdf:rdf' : name.toLowerCase()) ?? name
}

/** rss-parser's types know the names of fields only; its code takes a name with its target and options, too. */
const field = (wanted: string | [string, string, { keepArray: boolean }]) => wanted as string

/** rss-parser's search for tags is quadratic in unclosed ones; it decodes entities after it, and so undoes the escaping. */
function valueFor(name: string, value: string): string {
  if (longElements.has(name)) return value.slice(0, maxLongChars).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return value
}

/** What `valueFor` escaped, where rss-parser did not undo it. */
export const unescaped = (value: string) => value.replaceAll('&lt;', '<').replaceAll('&amp;', '&')

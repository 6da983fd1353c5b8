import Parser from 'rss-parser'
import { parseFeedDate } from './date.ts'
import { canonicalName, type Prefixes } from './namespaces.ts'
import { type Fields, isRecord } from './xml-node.ts'

const listOf = (name: string, as: string): [string, string, { keepArray: boolean }] => [name, as, { keepArray: true }]
export const dctermsDates = ['dcterms:issued', 'dcterms:created', 'dcterms:modified']
const dateElements = new Set(['pubDate', 'published', 'issued', 'created', 'updated', 'modified', 'dc:date'])
const longElements = new Set(['description', 'content', 'content:encoded', 'summary'])
const maxLongChars = 20_000

/** A parser for one document, since the prefixes of its namespaces are the document's own. */
export function rssParserFor(prefixes: Prefixes): Parser<Fields, Fields> {
  const parser = new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: {
      tagNameProcessors: [(name: string) => spelling(canonicalName(name, prefixes))],
      attrNameProcessors: [(name: string) => (/^version$/i.test(name) ? 'version' : name)],
      valueProcessors: [(value: string, name: string) => valueFor(name, value)],
    },
    customFields: {
      feed: [listOf('$', 'attributes'), listOf('title', 'titleNodes'), 'sy:updatePeriod', 'sy:updateFrequency'].map(
        field,
      ),
      item: [
        listOf('link', 'links'),
        listOf('guid', 'guids'),
        listOf('title', 'titleNodes'),
        listOf('summary', 'summaryNodes'),
        listOf('content', 'contentNodes'),
        listOf('atom:link', 'atomLinks'),
        ...['issued', 'created', 'modified', 'updated', 'published', ...dctermsDates],
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

const spellings = new Map(
  'rss rdf:RDF channel item title link description guid pubDate ttl language author entry feed summary content id published updated'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
)

/** rss-parser knows names in one spelling only; XML that says `<TITLE>` means no other thing. */
function spelling(name: string): string {
  return spellings.get(name === 'RDF' ? 'rdf:rdf' : name.toLowerCase()) ?? name
}

/** rss-parser's types know the names of fields only; its code takes a name with its target and options, too. */
const field = (wanted: string | [string, string, { keepArray: boolean }]) => wanted as string

/**
 * Mends values before rss-parser works on them: its dates go through the machine's zone and throw where `Date` fails, and
 * its search for tags is quadratic in unclosed ones. It decodes entities after that search, so escaping is undone there.
 */
function valueFor(name: string, value: string): string {
  if (dateElements.has(name)) return parseFeedDate(value)?.toISOString() ?? ''
  if (longElements.has(name)) return value.slice(0, maxLongChars).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return value
}

/** What `valueFor` escaped, where rss-parser did not undo it. */
export const unescaped = (value: string) => value.replaceAll('&lt;', '<').replaceAll('&amp;', '&')

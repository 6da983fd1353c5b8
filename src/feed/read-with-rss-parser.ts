import type Parser from 'rss-parser'
import { constructText, encodedText, type FeedText, type ItemReading, type Reading, type Reference } from './reading.ts'
import { rssParserFor, unescaped } from './rss-parser-for.ts'
import type { Scan } from './scan.ts'
import { chooseLinks, type WrittenLink } from './written-link.ts'
import { attributeOf, type Fields, first, isRecord, textOf } from './xml-node.ts'

/** rss-parser's reading of a document; rejects where rss-parser does. */
export async function readWithRssParser(text: string, scan: Scan): Promise<Reading> {
  const feed = await rssParserFor(scan).parseString(text)
  const atom = scan.root === 'feed'
  return {
    title: atom ? firstText(feed['titleNodes']) : html(feed.title),
    language: textOf(feed['language']) ?? attributeOf(first(feed['attributes']), 'xml:lang'),
    ttl: textOf(feed['ttl']),
    skipHours: textsIn(feed['skipHours'], 'hour'),
    skipDays: textsIn(feed['skipDays'], 'day'),
    period: periodOf(textOf(feed['sy:updatePeriod']), textOf(feed['sy:updateFrequency'])),
    home: textOf(feed.link) ?? attributeOf(first(feed['attributes']), 'href'),
    items: feed.items.map((item, index) => {
      const base = scan.itemBases[index] ?? null
      const bases = base === null ? scan.bases : [base, ...scan.bases]
      return atom ? atomItem(item, bases) : rssItem(item, bases)
    }),
  }
}

function rssItem(item: Fields & Parser.Item, bases: readonly string[]): ItemReading {
  const guid = first(item['guids'])
  const id = textOf(guid)
  const permalink = attributeOf(guid, 'isPermaLink')?.toLowerCase() === 'false' ? null : id
  const written = [...linksOf(item['links']), ...chooseLinks(linksOf(item['atomLinks']))].map((link) => link.href)
  const attributes = first(item['attributes'])
  const links = [textOf(item['feedburner:origLink']), ...written, permalink, attributeOf(attributes, 'href')]
  return {
    id: id ?? textOf(item['rdf:about']),
    titles: texts(html(item.title), html(textOf(first(item['media:title'])))),
    references: links.flatMap((href) => (href === null ? [] : [{ href, bases }])),
    dates: strings(
      item.pubDate,
      item['dc:date'],
      item['atom:published'],
      item['dcterms:issued'],
      item['dcterms:created'],
    ),
    updates: strings(item['atom:updated'], item['dcterms:modified'], attributeOf(attributes, 'lastmod')),
    authors: strings(item.creator, item['author'], item['itunes:author'], atomName(item['atom:author'])),
    summaries: texts(
      html(item.contentSnippet),
      html(item['content:encodedSnippet']),
      html(textOf(item['itunes:summary'])),
      html(textOf(item['abstract'])),
      mediaDescription(item),
    ),
  }
}

function atomItem(item: Fields & Parser.Item, bases: readonly string[]): ItemReading {
  const links: WrittenLink[] = linksOf(item['links'])
  const origin = textOf(item['feedburner:origLink'])
  const written: Reference[] = chooseLinks(links).map((link) => ({
    href: link.href,
    bases: link.base === null ? bases : [link.base, ...bases],
  }))
  return {
    id: textOf(item['id']),
    titles: texts(firstText(item['titleNodes']), html(textOf(item['media:title']))),
    references: origin === null ? written : [{ href: origin, bases }, ...written],
    dates: strings(item['atom:published'], item['issued'], item['created'], item['dc:date']),
    updates: strings(item['atom:updated'], item['modified']),
    authors: strings(item['author'], item['dc:creator']),
    summaries: texts(longText(item['summaryNodes']), longText(item['contentNodes']), mediaDescription(item)),
  }
}

function atomName(author: unknown): string | null {
  return isRecord(author) ? textOf(first(author['atom:name'])) : null
}

function mediaDescription(item: Fields): FeedText | null {
  const group = item['media:group']
  const inGroup = isRecord(group) ? textOf(first(group['media:description'])) : null
  return html(textOf(item['media:description']) ?? inGroup)
}

function textsIn(parent: unknown, name: string): string[] {
  const nodes = isRecord(parent) ? parent[name] : []
  return Array.isArray(nodes) ? strings(...nodes) : []
}

function periodOf(unit: string | null, frequency: string | null): Reading['period'] {
  return unit === null ? null : { unit, frequency: frequency ?? '1' }
}

function linksOf(nodes: unknown): WrittenLink[] {
  return (Array.isArray(nodes) ? nodes : []).flatMap((node: unknown) => {
    const href = attributeOf(node, 'href') ?? textOf(node)
    if (href === null) return []
    return [
      { href, rel: attributeOf(node, 'rel'), type: attributeOf(node, 'type'), base: attributeOf(node, 'xml:base') },
    ]
  })
}

const longText = (nodes: unknown) => firstText(nodes, unescaped)

/** Atom's text constructs: `type` (and Atom 0.3's `mode`) say how to read them. */
function firstText(nodes: unknown, meaning = (value: string) => value): FeedText | null {
  const node = first(nodes)
  const written = textOf(node)
  const value = written === null ? null : meaning(written)
  if (value === null) return null
  if (attributeOf(node, 'mode') === 'base64') return encodedText(value)
  const type = attributeOf(node, 'type')
  return constructText(value, type)
}

const html = (value: unknown): FeedText | null => (typeof value === 'string' ? { value, form: 'html' } : null)
const texts = (...found: (FeedText | null)[]): FeedText[] => found.filter((text) => text !== null)
const strings = (...found: unknown[]): string[] => found.map(textOf).filter((text) => text !== null)

import type { RootName } from './namespaces.ts'

/** A channel that stands alone is an RSS feed that lost its shell, or one in Microsoft's CDF, of the same elements. */
export const roots: Readonly<Record<string, RootName>> = { rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'feed' }
export const itemNames: Readonly<Record<RootName, ReadonlySet<string>>> = {
  rss: new Set(['item']),
  rdf: new Set(['item']),
  // Templates that once wrote RSS keep its word for an entry.
  feed: new Set(['entry', 'item']),
}
export const pageElements = new Set(['html', 'head', 'body'])
export const htmlElements = new Set(
  'p div span a b i img br hr ul ol li table h1 h2 h3 h4 h5 h6 script style title meta link'.split(' '),
)
export const textElements = new Set([
  'title',
  'description',
  'summary',
  'content',
  'content:encoded',
  'subtitle',
  'tagline',
])
// RSS elements that hold text alone: where one of their siblings begins, they have ended.
export const leaves = new Set(['title', 'link', 'guid', 'pubdate', 'category', 'dc:creator', 'dc:date'])
export const siblings = new Set([...leaves, 'description', 'author', 'enclosure', 'comments', 'content:encoded'])
export const personElements = new Set(['author', 'dc:creator', 'creator', 'managingeditor', 'webmaster', 'contributor'])

import type { RootName } from './namespaces.ts'

export const roots: Readonly<Record<string, RootName>> = { rss: 'rss', rdf: 'rdf', feed: 'feed' }
export const itemNames: Readonly<Record<RootName, string>> = { rss: 'item', rdf: 'item', feed: 'entry' }
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

/** Namespaces that a reader looks into, under the prefix that everybody uses for them; '' holds a feed's own elements. */
const canonicalPrefixes: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
}

export type RootName = 'rss' | 'rdf' | 'feed'

/** The prefix to use for a namespace, null for one that is not looked into. In an Atom feed Atom's own elements have none. */
export function canonicalPrefix(uri: string, root: RootName): string | null {
  const prefix = canonicalPrefixes[uri.trim().toLowerCase().replace(/\/$/, '')]
  if (prefix === undefined) return null
  return prefix === 'atom' && root === 'feed' ? '' : prefix
}

/** Prefix in the document → canonical prefix. */
export type Prefixes = ReadonlyMap<string, string>

/** `a10:link` → `atom:link`; names under unknown prefixes stay as they are. */
export function canonicalName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':')
  if (colon < 0) return name
  const prefix = prefixes.get(name.slice(0, colon))
  if (prefix === undefined) return name
  return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`
}

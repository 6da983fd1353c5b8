import { Parser } from 'htmlparser2'
import { addressKey } from '../source/address-key.ts'
import { type FeedLink, feedsInPage } from './feeds-in-page.ts'
import { hostOf } from './host.ts'
import { sharedDomain } from './shared-domain.ts'

/** How an address was come by, from the surest way to the least: a site's own word, what looks like a feed, a guess. */
export type FoundBy = 'link' | 'anchor' | 'robots' | 'sitemap' | 'common-path'

export interface FeedCandidate extends FeedLink {
  readonly by: FoundBy
}

const mostAnchors = 30
const mostLocs = 30

/** Where publishing systems put their feeds, the commonest first; `/arc/…` is Arc, `/search/…` is BLOX, `/feeds/posts/…` Blogger. */
const commonPaths = [
  'feed/',
  'rss.xml',
  'rss',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'arc/outboundfeeds/rss/?outputType=xml',
  'search/?f=rss&t=article&l=50&s=start_time&sd=desc',
  'rss/news.xml',
  'feeds/posts/default?alt=rss',
  'index.rdf',
  'feed.json',
]

const feedWord = /(?:^|[/._?=&-])(?:rss2?|feeds?|atom|rdf)(?:[/._?=&-]|$)/i
const feedEnding = /\.(?:rss|rdf|atom)$/i
const ofComments = /comments?\b/i

/** Whether an address reads like a feed's. */
export function looksLikeFeed(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { pathname, search, hostname } = new URL(url)
  return /^(?:rss|feeds?)\./.test(hostname) || feedEnding.test(pathname) || feedWord.test(pathname + search)
}

/**
 * The addresses at which a page says or hints that its site has feeds: its `link` elements, also those that forgot the type, then
 * its links that read like feeds. Feeds of comments are left out. Each once.
 */
export function candidatesInPage(html: string, url: string): FeedCandidate[] {
  const typed = feedsInPage(html, url).map((link) => ({ ...link, by: 'link' as const }))
  return eachOnce([...typed, ...looseLinks(html, url)].filter((found) => !isOfComments(found)))
}

const isOfComments = ({ url, title }: FeedLink) =>
  ofComments.test(new URL(url).pathname) || ofComments.test(title ?? '')

function looseLinks(html: string, url: string): FeedCandidate[] {
  const links: FeedCandidate[] = []
  const anchors: FeedCandidate[] = []
  let base = url
  const parser = new Parser({
    onopentag(name, { rel = '', href = '', type, hreflang, media, title }) {
      if (name === 'base' && URL.canParse(href, url)) base = new URL(href, url).href
      if (href === '' || !URL.canParse(href, base)) return
      const address = new URL(href, base)
      if (!/^https?:$/.test(address.protocol)) return
      address.hash = ''
      const isUntyped = [type, hreflang, media].every((one) => one === undefined)
      if (name === 'link' && /\balternate\b/i.test(rel) && isUntyped && links.length < mostAnchors)
        links.push({ url: address.href, title: title?.trim() || null, by: 'link' })
      if (name === 'a' && looksLikeFeed(address.href) && isOwn(address.href, url) && anchors.length < mostAnchors)
        anchors.push({ url: address.href, title: null, by: 'anchor' })
    },
  })
  parser.end(html)
  return [...links, ...anchors]
}

/** On the site itself, or where feeds are served on behalf of others. */
const isOwn = (url: string, page: string) => siteOf(url) === siteOf(page) || /^feeds?\.|feedburner\./.test(hostOf(url))

/** What hosts of one site share: the registrable domain, else the host itself, with its port. */
export function siteOf(url: string): string {
  return sharedDomain(hostOf(url)) ?? (URL.canParse(url) ? new URL(url).host : url)
}

/** Where a feed is likely where a site names none: beside its front page, then at its root. */
export function commonCandidates(home: string): FeedCandidate[] {
  if (!URL.canParse(home)) return []
  const folders = new Set([new URL('.', home).href, new URL('/', home).href])
  const beside = (folder: string) => commonPaths.map((path) => new URL(path, folder).href)
  const [first = '', root = first] = folders
  const urls = folders.size > 1 ? [...beside(first).slice(0, 3), ...beside(root)] : beside(root)
  return eachOnce(urls.map((url) => ({ url, title: null, by: 'common-path' as const })))
}

/** The sitemaps that a robots.txt names: some of them are feeds. */
export function sitemapsIn(robotsTxt: string): FeedCandidate[] {
  const urls = robotsTxt.split(/[\r\n]+/).flatMap((line) => /^\s*sitemap\s*:\s*(https?:\S+)/i.exec(line)?.[1] ?? [])
  const known = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).href)
  return eachOnce(known.map((url) => ({ url, title: null, by: 'robots' as const })))
}

/** The addresses in a sitemap, or an index of them, that read like feeds; those of the site itself only. */
export function feedsInSitemap(xml: string, url: string): FeedCandidate[] {
  const found: FeedCandidate[] = []
  for (const [, written = ''] of xml.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^\s<\]]{1,2000})/gi)) {
    const loc = written.replaceAll('&amp;', '&')
    if (looksLikeFeed(loc) && isOwn(loc, url)) found.push({ url: new URL(loc).href, title: null, by: 'sitemap' })
    if (found.length >= mostLocs) break
  }
  return eachOnce(found)
}

function eachOnce(candidates: readonly FeedCandidate[]): FeedCandidate[] {
  const byKey = new Map<string, FeedCandidate>()
  for (const candidate of candidates) {
    const key = addressKey(candidate.url)
    if (!byKey.has(key)) byKey.set(key, candidate)
  }
  return [...byKey.values()]
}

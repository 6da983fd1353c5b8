import { decodePage } from '../src/article/decode-page.ts'
import {
  candidatesInPage,
  commonCandidates,
  type FeedCandidate,
  type FoundBy,
  feedsInSitemap,
  sitemapsIn,
} from '../src/feed/feed-candidates.ts'
import { sectionOf } from '../src/feed/feed-section.ts'
import { parseFeed } from '../src/feed/parse.ts'
import type { ParsedFeed } from '../src/feed/parsed.ts'
import { type SiteFacts, siteFactsIn } from '../src/feed/site-facts.ts'
import type { Fetched, PageExtractor } from '../src/outside/ports.ts'
import { refusalOf } from '../src/source/refused-feed.ts'
import { type FeedSection, sourceId } from '../src/source/source.ts'
import { type AskingParts, askPolitely } from './ask-politely.ts'
import { type RunOptions, silent } from './progress.ts'
import { readPage } from './read-page.ts'

export interface FindParts extends AskingParts {
  readonly extractor: PageExtractor
}

export interface FoundFeed {
  readonly url: string
  readonly title: string | null
  readonly section: FeedSection | null
  readonly by: FoundBy | 'given'
  readonly items: number
  /** When its newest item appeared, where it says so. */
  readonly newest: Date | null
}

/** One article that was tried: whether a story could be told from it. */
export interface TriedArticle {
  readonly url: string
  readonly outcome:
    | { readonly kind: 'article'; readonly title: string; readonly words: number }
    | { readonly kind: 'none'; readonly why: string }
}

export interface FoundSource {
  readonly home: string
  readonly facts: SiteFacts
  readonly feeds: readonly FoundFeed[]
  readonly tried: readonly TriedArticle[]
  /** As the feeds state it. */
  readonly feedLanguage: string | null
}

export type Finding =
  | { readonly kind: 'found'; readonly source: FoundSource }
  | { readonly kind: 'failed'; readonly why: string }

const mostFeeds = 6
const mostTries = 30
const articlesTried = 3
type Feed = Extract<ParsedFeed, { kind: 'feed' }>
type Body = Extract<Fetched, { kind: 'body' }>

/**
 * The address of a site, of any page of it or of a feed → its front page, feeds that can be read, what it says of itself, and three
 * articles tried. `given` are addresses of feeds that are taken instead of being looked for.
 */
export async function findSource(
  parts: FindParts,
  { url, given }: { readonly url: string; readonly given: readonly string[] },
  options: RunOptions = {},
): Promise<Finding> {
  const { progress = silent, signal = new AbortController().signal } = options
  const get = (address: string, wants: 'page' | 'feed' | 'robots') => politely(parts, address, wants, signal)
  progress({ done: 0, total: 4, note: url })
  const page = await get(url, 'page')
  if (typeof page === 'string') return { kind: 'failed', why: `${url}: ${page}` }
  const asFeed = await parseFeed(page)
  const home = frontOf(page.url)
  const front = asFeed.kind === 'feed' || page.url !== home ? await get(home, 'page') : page
  if (typeof front === 'string') return { kind: 'failed', why: `its front page ${home}: ${front}` }
  progress({ done: 1, total: 4, note: 'its feeds' })
  const known = asFeed.kind === 'feed' ? [page.permanentUrl ?? url] : []
  const feeds = await feedsOf({ get, front, page, given: [...known, ...given], isGiven: given.length > 0 }, signal)
  if (feeds.length === 0) return { kind: 'failed', why: `no feed was found at ${home}: name one with --feed` }
  progress({ done: 2, total: 4, note: 'three articles' })
  const urls = feeds.flatMap(({ feed }) => feed.items.flatMap((item) => item.url ?? []))
  const tried: TriedArticle[] = []
  for (const address of [...new Set(urls)].slice(0, articlesTried)) {
    if (signal.aborted) break
    tried.push({ url: address, outcome: await tryArticle(parts, address, signal) })
  }
  progress({ done: 4, total: 4, note: '' })
  return {
    kind: 'found',
    source: {
      ...{ home: front.url, facts: siteFactsIn(textOf(front), front.url), tried },
      feeds: feeds.map(({ found }) => found),
      feedLanguage: feeds.flatMap(({ feed }) => feed.language ?? [])[0] ?? null,
    },
  }
}

interface Looking {
  readonly get: (url: string, wants: 'page' | 'feed' | 'robots') => Promise<Body | string>
  readonly front: Body
  readonly page: Body
  readonly given: readonly string[]
  readonly isGiven: boolean
}

interface ReadFeed {
  readonly found: FoundFeed
  readonly feed: Feed
}

/** Named by the site first; where it names none what is common, and at last what its sitemaps list. */
async function feedsOf({ get, front, page, given, isGiven }: Looking, signal: AbortSignal): Promise<ReadFeed[]> {
  const read: ReadFeed[] = []
  const looked = new Set<string>()
  const look = async (candidates: readonly { url: string; by: FoundFeed['by'] }[], most: number) => {
    for (const { url, by } of candidates) {
      if (signal.aborted || read.length >= most || looked.size >= mostTries) return
      if (looked.has(url) || refusalOf(url) !== undefined) continue
      looked.add(url)
      const body = await get(url, 'feed')
      const feed = typeof body === 'string' ? null : await parseFeed(body)
      if (typeof body === 'string' || feed?.kind !== 'feed' || feed.items.length === 0) continue
      // Where a passing redirect leads today is not its address.
      const address = body.permanentUrl ?? url
      if (!read.some(({ found }) => found.url === address)) read.push({ found: foundFeed(address, by, feed), feed })
    }
  }
  await look(
    given.map((url) => ({ url, by: 'given' as const })),
    given.length,
  )
  if (isGiven) return read
  const inPages = [front, ...(page === front ? [] : [page])].flatMap((one) => candidatesInPage(textOf(one), one.url))
  await look(byKind(inPages, 'link'), mostFeeds)
  if (read.length === 0) await look(byKind(inPages, 'anchor'), mostFeeds)
  if (read.length === 0) await look(commonCandidates(front.url), 1)
  if (read.length === 0) await look(await sitemapFeeds(get, front.url), mostFeeds)
  return read
}

const byKind = (candidates: readonly FeedCandidate[], by: FoundBy) => candidates.filter((one) => one.by === by)

async function sitemapFeeds(get: Looking['get'], home: string): Promise<FeedCandidate[]> {
  const robots = await get(new URL('/robots.txt', home).href, 'robots')
  const maps = typeof robots === 'string' ? [] : sitemapsIn(textOf(robots))
  const found = [...maps]
  for (const { url } of maps.slice(0, 2)) {
    const map = await get(url, 'page')
    if (typeof map !== 'string') found.push(...feedsInSitemap(textOf(map), url))
  }
  return found
}

function foundFeed(url: string, by: FoundFeed['by'], { title, items }: Feed): FoundFeed {
  const times = items.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const newest = times.length === 0 ? null : new Date(Math.max(...times))
  return { url, title, by, section: sectionOf(url), items: items.length, newest }
}

async function tryArticle(parts: FindParts, url: string, signal: AbortSignal): Promise<TriedArticle['outcome']> {
  const page = { fetchUrl: url, userAgent: null, sourceId: sourceId('to-be-added') }
  const read = await readPage(parts, page, { signal, licensed: new Set() })
  if (read.kind === 'disallowed') return { kind: 'none', why: 'its robots.txt forbids it' }
  if (read.kind === 'failed') return { kind: 'none', why: read.reason }
  const { examined } = read
  if (examined.kind === 'rejected') return { kind: 'none', why: examined.reason }
  return { kind: 'article', title: examined.article.title, words: examined.article.text.split(/\s+/).length }
}

/** A body, or why there is none. */
async function politely(
  parts: FindParts,
  url: string,
  wants: 'page' | 'feed' | 'robots',
  signal: AbortSignal,
): Promise<Body | string> {
  const asked = await askPolitely(parts, { url, wants, userAgent: null }, signal)
  switch (asked.kind) {
    case 'body':
      return asked
    case 'disallowed':
      return 'its robots.txt forbids it'
    case 'unreachable':
      return `its robots.txt could not be had (${asked.reason})`
    case 'failed':
      return `${asked.reason}: ${asked.detail}`
    case 'unchanged':
      return 'no answer'
  }
}

const textOf = ({ bytes, contentType }: Body) => decodePage(bytes, contentType)
/** The front page of what was named: a section that is an outlet's own (/news/, /en/) is one, an article or a feed is not. */
function frontOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${/^\/[\w-]{1,20}\/$/.exec(pathname)?.[0] ?? '/'}`
}

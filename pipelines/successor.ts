import { decodePage } from '../src/article/decode-page.ts'
import { candidatesInPage } from '../src/feed/feed-candidates.ts'
import { likeliestFirst } from '../src/feed/feeds-in-page.ts'
import { parseFeed } from '../src/feed/parse.ts'
import type { Database } from '../src/store/database.ts'
import { askedAlready } from '../src/store/feed-health.ts'
import { type AskingParts, askPolitely } from './ask-politely.ts'

export interface SeekingParts extends AskingParts {
  readonly db: Database
}

/** A feed whose address leads nowhere, and the front page of its outlet. */
export interface LostFeed {
  readonly url: string
  readonly home: string
  readonly userAgent: string | null
}

export type Sought =
  | { readonly kind: 'found'; readonly url: string }
  | { readonly kind: 'none' }
  /** The front page could not be had: to be tried again. */
  | { readonly kind: 'unreachable' }

const CANDIDATES_TRIED = 3

/** A feed that the outlet's home page names, that can be read and that is not polled already. */
export async function seekSuccessor(parts: SeekingParts, feed: LostFeed, signal: AbortSignal): Promise<Sought> {
  const { userAgent } = feed
  const home = await askPolitely(parts, { url: feed.home, wants: 'page', userAgent }, signal)
  if (home.kind !== 'body') return { kind: 'unreachable' }
  const links = candidatesInPage(decodePage(home.bytes, home.contentType), home.url)
  const taken = await askedAlready(
    parts.db,
    links.map(({ url }) => url),
  )
  const free = links.filter(({ url }) => url !== feed.url && !taken.has(url))
  // What a page declares as its feeds goes before what only reads like one.
  const [declared, hinted] = [free.filter(({ by }) => by === 'link'), free.filter(({ by }) => by !== 'link')]
  const candidates = [...likeliestFirst(declared, feed.url), ...likeliestFirst(hinted, feed.url)]
  for (const { url } of candidates.slice(0, CANDIDATES_TRIED)) {
    const body = await askPolitely(parts, { url, wants: 'feed', userAgent }, signal)
    if (body.kind === 'body' && (await parseFeed(body)).kind === 'feed') return { kind: 'found', url }
  }
  return { kind: 'none' }
}

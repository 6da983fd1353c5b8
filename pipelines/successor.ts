import { candidatesInPage } from '../src/feed/feed-candidates.ts'
import { likeliestFirst } from '../src/feed/feeds-in-page.ts'
import { parseFeed } from '../src/feed/parse.ts'
import type { Fetched, Fetcher, RobotsGate } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { askedAlready } from '../src/store/feed-health.ts'

export interface SeekingParts {
  readonly db: Database
  readonly fetcher: Fetcher
  readonly robots: RobotsGate
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
  const home = await fetchPolitely(parts, feed, { url: feed.home, wants: 'page' }, signal)
  if (home === null) return { kind: 'unreachable' }
  const links = candidatesInPage(new TextDecoder().decode(home.bytes), home.url)
  const taken = await askedAlready(
    parts.db,
    links.map(({ url }) => url),
  )
  const free = links.filter(({ url }) => url !== feed.url && !taken.has(url))
  // What a page declares as its feeds goes before what only reads like one.
  const [declared, hinted] = [free.filter(({ by }) => by === 'link'), free.filter(({ by }) => by !== 'link')]
  const candidates = [...likeliestFirst(declared, feed.url), ...likeliestFirst(hinted, feed.url)]
  for (const { url } of candidates.slice(0, CANDIDATES_TRIED)) {
    const body = await fetchPolitely(parts, feed, { url, wants: 'feed' }, signal)
    if (body !== null && (await parseFeed(body)).kind === 'feed') return { kind: 'found', url }
  }
  return { kind: 'none' }
}

async function fetchPolitely(
  { robots, fetcher }: Pick<SeekingParts, 'robots' | 'fetcher'>,
  { userAgent }: LostFeed,
  request: { readonly url: string; readonly wants: 'page' | 'feed' },
  signal: AbortSignal,
): Promise<Extract<Fetched, { kind: 'body' }> | null> {
  const answer = await robots.ask(request.url, userAgent ?? undefined)
  if (answer.kind !== 'allowed') return null
  const asking = userAgent === null ? {} : { userAgent }
  const fetched = await fetcher.fetch({ ...request, ...asking, restMs: answer.crawlDelayMs }, signal)
  return fetched.kind === 'body' ? fetched : null
}

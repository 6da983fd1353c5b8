import pLimit from 'p-limit'
import { parseFeed } from '../src/feed/parse.ts'
import type { Source } from '../src/source/source.ts'
import { type AskingParts, askPolitely } from './ask-politely.ts'
import { type RunOptions, silent } from './progress.ts'

/** One feed, asked once. */
export interface TestedFeed {
  readonly source: string
  readonly url: string
  /** `ok`, or why it could not be read. */
  readonly status: string
  readonly items: number
  /** When its newest item appeared, where it says so. */
  readonly newest: Date | null
  readonly milliseconds: number
}

const feedsAtOnce = 40

/** feeds of the catalogue → each fetched once, politely, and parsed; nothing is stored. In the order in which they were given. */
export async function testFeeds(
  parts: AskingParts,
  sources: readonly Source[],
  { progress = silent, signal = new AbortController().signal }: RunOptions = {},
): Promise<TestedFeed[]> {
  const feeds = sources.flatMap(({ id, feeds, userAgent }) => feeds.map(({ url }) => ({ source: id, url, userAgent })))
  const turns = pLimit(feedsAtOnce)
  let done = 0
  progress({ done, total: feeds.length })
  const tested = feeds.map((feed) =>
    turns(async (): Promise<TestedFeed | null> => {
      if (signal.aborted) return null
      const began = performance.now()
      const outcome = await outcomeOf(parts, feed.url, feed.userAgent, signal)
      done += 1
      progress({ done, total: feeds.length, note: feed.url })
      return { source: feed.source, url: feed.url, ...outcome, milliseconds: Math.round(performance.now() - began) }
    }),
  )
  return (await Promise.all(tested)).flatMap((one) => one ?? [])
}

type Outcome = Pick<TestedFeed, 'status' | 'items' | 'newest'>

async function outcomeOf(
  parts: AskingParts,
  url: string,
  userAgent: string | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  const fetched = await askPolitely(parts, { url, wants: 'feed', userAgent: userAgent ?? null }, signal)
  if (fetched.kind === 'disallowed') return failed('robots')
  if (fetched.kind === 'unreachable') return failed(fetched.reason)
  if (fetched.kind === 'failed') return failed(fetched.reason)
  if (fetched.kind === 'unchanged') return failed('protocol')
  const parsed = await parseFeed(fetched)
  if (parsed.kind === 'not-a-feed') return failed(`not-a-feed: ${parsed.reason}`)
  const times = parsed.items.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const newest = times.length === 0 ? null : new Date(Math.max(...times))
  return { status: parsed.items.length === 0 ? 'empty' : 'ok', items: parsed.items.length, newest }
}

const failed = (status: string): Outcome => ({ status, items: 0, newest: null })

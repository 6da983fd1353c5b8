import { maxFeedBytes, parseFeed } from './parse.ts'
import type { FeedBytes, ParsedFeed } from './parsed.ts'
import { type SeenItems, unseenPart } from './unseen-part.ts'

export interface UnseenFeed {
  /** The feed with the items that were not seen before; those that changed by a byte count as such. */
  readonly parsed: ParsedFeed
  /** What to call seen when the feed is read the next time. */
  readonly marks: readonly string[]
  /** Items that were left out. */
  readonly seen: number
}

/**
 * As `parseFeed`, for a feed that is polled again: of twenty items two are new, and cutting the others out costs a
 * twentieth of parsing them. Where the rest does not read as what was cut out of the whole, the whole is parsed.
 */
export async function parseUnseen(feed: FeedBytes, seen: SeenItems): Promise<UnseenFeed> {
  const part = feed.bytes.byteLength > maxFeedBytes ? null : unseenPart(feed.bytes, seen)
  if (part === null) return { parsed: await parseFeed(feed), marks: [], seen: 0 }
  const { bytes, items, marks } = part
  if (items < marks.length) {
    const parsed = await parseFeed({ ...feed, bytes })
    if (parsed.kind === 'feed' && parsed.items.length === items) return { parsed, marks, seen: marks.length - items }
  }
  return { parsed: await parseFeed(feed), marks, seen: 0 }
}

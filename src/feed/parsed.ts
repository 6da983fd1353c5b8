/** Why bytes did not become a feed. */
export const notAFeedReasons = [
  'empty',
  'html',
  'not-xml-or-json',
  'no-feed-root',
  'too-large',
  'too-deep',
  'malformed',
] as const
export type NotAFeedReason = (typeof notAFeedReasons)[number]

/** What a feed says of an entry's date; what is written and names no moment that can be true is unreadable. */
export type WrittenDate = 'stated' | 'absent' | 'unreadable'

export interface FeedItem {
  /** guid, atom:id or JSON Feed id; else the link; else null. */
  readonly key: string | null
  readonly title: string | null
  /** Absolute http(s) address, resolved against xml:base and the feed's own. */
  readonly url: string | null
  /** Null where absent or unreadable: never invented. */
  readonly publishedAt: Date | null
  readonly dateState: WrittenDate
  /** When the entry was last changed, where the feed says so. */
  readonly updatedAt: Date | null
  readonly author: string | null
  /** Plain text. */
  readonly summary: string | null
  /** The article itself, where the feed carries it: plain text, paragraphs separated by a blank line. */
  readonly content: string | null
}

/** What the publisher asks of pollers. */
export interface PollHints {
  /** ttl, else sy:updatePeriod and sy:updateFrequency: least minutes between two polls. */
  readonly ttlMinutes: number | null
  /** Hours in which not to poll, 0 to 23, GMT. */
  readonly skipHours: readonly number[]
  /** Days on which not to poll, 0 (Sunday) to 6, GMT. */
  readonly skipDays: readonly number[]
}

export const noHints: PollHints = { ttlMinutes: null, skipHours: [], skipDays: [] }

export type ParsedFeed =
  | {
      readonly kind: 'feed'
      readonly title: string | null
      readonly language: string | null
      readonly items: readonly FeedItem[]
      readonly hints: PollHints
    }
  | { readonly kind: 'not-a-feed'; readonly reason: NotAFeedReason }

/** A feed document as fetched. */
export interface FeedBytes {
  readonly url: string
  readonly contentType: string | null
  readonly bytes: Uint8Array
}

import type { Challenge } from '../src/feed/challenge.ts'
import { failureClasses, type PollFailure } from '../src/feed/failure-class.ts'
import type { ParsedFeed } from '../src/feed/parsed.ts'
import type { Fetched } from '../src/outside/ports.ts'
import type { DueFeed } from '../src/store/feeds.ts'

type Body = Extract<Fetched, { kind: 'body' }>
type Answered = Pick<Body, 'permanentUrl' | 'validators' | 'maxAgeSeconds' | 'tookMs' | 'wireBytes'> & {
  readonly status: number
}

/** One poll of one feed, before anything of it is stored. */
export type Poll = { readonly feed: DueFeed; readonly at: Date } & (
  | (Answered & { readonly kind: 'unchanged' })
  | (Answered & {
      readonly kind: 'read'
      readonly bodyHash: string
      /** Without the items that the last poll saw. */
      readonly parsed: Extract<ParsedFeed, { kind: 'feed' }>
      /** Of all items, to be told from new ones at the next poll. */
      readonly marks: string
      /** Items that were left out. */
      readonly seen: number
      readonly parseMs: number
    })
  | (Pick<Body, 'tookMs' | 'wireBytes'> & {
      readonly kind: 'failed'
      readonly reason: PollFailure
      readonly status: number | null
      /** For people. */
      readonly detail: string
      readonly challenge: Challenge | null
      readonly retryAfterSeconds: number | null
    })
)

/** What history, counts and meters call a poll: its failure by class. */
export const outcomeOf = (poll: Poll): string => (poll.kind === 'failed' ? failureClasses[poll.reason] : poll.kind)

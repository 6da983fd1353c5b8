import { adoptRedirect, noSightings, type RedirectSightings } from './adopt-redirect.ts'
import type { Failing } from './back-off.ts'
import { failureClasses, type PollFailure } from './failure-class.ts'
import type { PollState } from './next-check.ts'
import { noHints, type PollHints } from './parsed.ts'
import { observe, unknownRate } from './rate.ts'
import { liesAfter, type StoredValidators, type Validators, validatorsAfterUnchanged } from './validators.ts'

/** What is remembered of a feed from poll to poll, of fixed size however long it was polled; `nextCheck` decides from it. */
export interface FeedMemory extends PollState {
  readonly validators: StoredValidators
  readonly redirects: RedirectSightings
  /** Polls so far, whatever became of them. */
  readonly polls: number
  /** The last poll that reached the feed. */
  readonly reachedAt: Date | null
}

interface Reached {
  readonly permanentUrl: string | null
  readonly validators: Validators
  readonly maxAgeSeconds: number | null
}

/** What a poll came to. */
export type Polled =
  /** A 304, or a body with the stored hash. */
  | (Reached & { readonly kind: 'unchanged' })
  | (Reached & {
      readonly kind: 'read'
      readonly bodyHash: string
      readonly hints: PollHints
      /** Items not known before. */
      readonly itemsNew: number
      /** Known items that differ from how they were stored. */
      readonly itemsRevised: number
    })
  | { readonly kind: 'failed'; readonly reason: PollFailure; readonly retryAfterSeconds: number | null }

export const nothingRemembered: FeedMemory = {
  validators: { etag: null, lastModified: null, bodyHash: null, etagLies: false, lastModifiedLies: false },
  redirects: noSightings,
  rate: unknownRate,
  hints: noHints,
  maxAgeSeconds: null,
  failing: null,
  polls: 0,
  reachedAt: null,
}

/** A feed's memory after one more poll, and the address to adopt as its own, if any. */
export function afterPoll(
  memory: FeedMemory,
  polled: Polled,
  { feedUrl, now }: { readonly feedUrl: string; readonly now: Date },
): { readonly memory: FeedMemory; readonly adopt: string | null } {
  const polls = memory.polls + 1
  if (polled.kind === 'failed')
    return { memory: { ...memory, polls, failing: failingAfter(memory.failing, polled, now) }, adopt: null }
  const hours = memory.reachedAt === null ? null : (now.getTime() - memory.reachedAt.getTime()) / 3_600_000
  const rate = observe(memory.rate, { hours, newItems: polled.kind === 'read' ? polled.itemsNew : 0 })
  const { sightings, adopt } = adoptRedirect(memory.redirects, { feedUrl, permanentUrl: polled.permanentUrl })
  const validators = validatorsAfter(memory.validators, polled)
  return {
    memory: {
      ...{ rate, polls, reachedAt: now, failing: null, redirects: sightings, maxAgeSeconds: polled.maxAgeSeconds },
      hints: polled.kind === 'read' ? polled.hints : memory.hints,
      // Another server, another word.
      validators: adopt === null ? validators : { ...validators, etagLies: false, lastModifiedLies: false },
    },
    adopt,
  }
}

function validatorsAfter(stored: StoredValidators, polled: Exclude<Polled, { kind: 'failed' }>): StoredValidators {
  if (polled.kind === 'unchanged') return { ...stored, ...validatorsAfterUnchanged(stored, polled.validators) }
  const { bodyHash, itemsNew, itemsRevised } = polled
  const arrived = { ...polled.validators, bodyHash, itemsChanged: itemsNew + itemsRevised }
  return { ...polled.validators, bodyHash, ...liesAfter(stored, arrived) }
}

function failingAfter(
  before: Failing | null,
  { reason, retryAfterSeconds }: Extract<Polled, { kind: 'failed' }>,
  now: Date,
): Failing {
  const { inRow, since } = before ?? { inRow: 0, since: now }
  return { class: failureClasses[reason], inRow: inRow + 1, since, retryAfterSeconds }
}

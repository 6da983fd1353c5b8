import type { FetchFailure } from './fetch-failure.ts'
import type { NotAFeedReason } from './parsed.ts'

/** How a feed can fail, each with its own back-off: what a request can meet, and what stands before or behind it. */
export type FailureClass = FetchFailure | 'not-a-feed' | 'robots' | 'robots-unreachable'

/** Every reason for which a poll can bring no items: those of a request, of a document that is no feed, and of robots.txt. */
export type PollFailure = FetchFailure | NotAFeedReason | 'robots' | 'robots-unreachable'

export const failureClasses = {
  dns: 'dns',
  refused: 'refused',
  tls: 'tls',
  timeout: 'timeout',
  'address-forbidden': 'address-forbidden',
  'too-many-redirects': 'too-many-redirects',
  // One class, whether the bytes or what stood in them were too many.
  'too-large': 'too-large',
  'http-4xx': 'http-4xx',
  'http-5xx': 'http-5xx',
  gone: 'gone',
  'rate-limited': 'rate-limited',
  blocked: 'blocked',
  protocol: 'protocol',
  empty: 'not-a-feed',
  html: 'not-a-feed',
  'not-xml-or-json': 'not-a-feed',
  'no-feed-root': 'not-a-feed',
  'too-deep': 'not-a-feed',
  malformed: 'not-a-feed',
  robots: 'robots',
  'robots-unreachable': 'robots-unreachable',
} as const satisfies Readonly<Record<PollFailure, FailureClass>>

const ofTheHost: ReadonlySet<FetchFailure> = new Set(['dns', 'refused', 'tls', 'timeout', 'address-forbidden'])

/**
 * The reason under which a feed fails that was not asked because its robots.txt could not be had. A host that nobody reaches fails
 * for that; only one that answers and withholds its robots.txt fails for its robots.txt.
 */
export function robotsFailure(reason: FetchFailure): PollFailure {
  return ofTheHost.has(reason) ? reason : 'robots-unreachable'
}

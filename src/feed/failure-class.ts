import type { FetchFailure } from './fetch-failure.ts'
import type { NotAFeedReason } from './parsed.ts'

/** How a feed's failure is answered: by trying again soon, later, when the server says, or hardly ever. */
export type FailureClass = 'passing' | 'lasting' | 'limited' | 'gone'

export type PollFailure = FetchFailure | NotAFeedReason

/** Every reason for which a poll can bring no items: those of a request, then those of a document that is no feed. */
export const failureClasses = {
  dns: 'passing',
  refused: 'passing',
  timeout: 'passing',
  'http-5xx': 'passing',
  protocol: 'passing',
  tls: 'lasting',
  'address-forbidden': 'lasting',
  'too-many-redirects': 'lasting',
  'too-large': 'lasting',
  'http-4xx': 'lasting',
  blocked: 'lasting',
  'rate-limited': 'limited',
  gone: 'gone',
  // A server that stumbles sends an empty or broken body, or an error page; one that has no feed any more does, too.
  empty: 'passing',
  malformed: 'passing',
  html: 'lasting',
  'not-xml-or-json': 'lasting',
  'no-feed-root': 'lasting',
  'too-deep': 'lasting',
} as const satisfies Readonly<Record<PollFailure, FailureClass>>

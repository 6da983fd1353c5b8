import type { FetchFailure } from '../feed/fetch-failure.ts'

/** What becomes of a page that could not be had. */
export type AfterFailedFetch =
  | { readonly kind: 'rejected'; readonly reason: FetchFailure }
  | { readonly kind: 'postponed'; readonly until: Date }

const FIRST_WAIT_MS = 10 * 60_000
const MOST_ATTEMPTS = 6

/** Failures that may pass by themselves; the rest are the publisher's answer or our own refusal. */
const passing = {
  dns: true,
  refused: true,
  tls: true,
  timeout: true,
  'http-5xx': true,
  'rate-limited': true,
  protocol: true,
  'address-forbidden': false,
  'too-many-redirects': false,
  'too-large': false,
  'http-4xx': false,
  gone: false,
  blocked: false,
} as const satisfies Record<FetchFailure, boolean>

/** Waits 10, 20, 40 … minutes, or as long as the server asks; after six attempts the failure stands as the reason. */
export function afterFailedFetch(
  reason: FetchFailure,
  { attempts, retryAfterSeconds, now }: { attempts: number; retryAfterSeconds: number | null; now: Date },
): AfterFailedFetch {
  if (!passing[reason] || attempts + 1 >= MOST_ATTEMPTS) return { kind: 'rejected', reason }
  const waitMs = Math.max(FIRST_WAIT_MS * 2 ** attempts, (retryAfterSeconds ?? 0) * 1000)
  return { kind: 'postponed', until: new Date(now.getTime() + waitMs) }
}

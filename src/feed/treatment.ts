import type { Failing } from './back-off.ts'
import type { FeedFacts } from './health.ts'

/** What the doctor would do for a feed; what must be looked up outside stands as `look-for-successor`. */
export type Treatment =
  | { readonly kind: 'adopt'; readonly url: string }
  | { readonly kind: 'look-for-successor'; readonly otherwise: 'stop' | 'wait' }
  | { readonly kind: 'slow-down'; readonly leastMinutes: number }
  | { readonly kind: 'none' }

/** Failures behind which a page of the outlet may name another address. */
const maybeMoved: ReadonlySet<Failing['class']> = new Set([
  'gone',
  'http-4xx',
  'not-a-feed',
  'too-many-redirects',
  'dns',
])
const seenTwice = 2
const slowestMinutes = 24 * 60

/** Facts → what to do. Nothing for what passes by itself or only the publisher can mend. */
export function treatmentOf(facts: FeedFacts, leastMinutes: number | null): Treatment {
  const { stoppedWhy, failing, redirects } = facts
  if (stoppedWhy !== null) return { kind: 'none' }
  if (redirects.url !== null) return { kind: 'adopt', url: redirects.url }
  if (failing === null || failing.inRow < seenTwice) return { kind: 'none' }
  if (failing.class === 'rate-limited')
    return { kind: 'slow-down', leastMinutes: Math.min(slowestMinutes, 2 * (leastMinutes ?? 30)) }
  if (!maybeMoved.has(failing.class)) return { kind: 'none' }
  // 410 is the publisher's word; anything else may be a mistake that is mended some day.
  return { kind: 'look-for-successor', otherwise: failing.class === 'gone' ? 'stop' : 'wait' }
}

import type { PollFailure } from '../src/feed/failure-class.ts'
import { notAFeedReasons } from '../src/feed/parsed.ts'
import type { Clock } from '../src/outside/ports.ts'
import { logChanges } from '../src/store/change-log.ts'
import { adoptAddress, type DueFeed, noteSought } from '../src/store/feeds.ts'
import type { Poll } from './poll.ts'
import { type SeekingParts, seekSuccessor } from './successor.ts'

/** What may say that an address is wrong rather than that a server has a bad day. A host that was guessed may be one that serves no feeds. */
const wrong: ReadonlySet<PollFailure> = new Set<PollFailure>([
  ...(['dns', 'refused', 'tls', 'blocked'] as const),
  'http-4xx',
  'gone',
  'too-many-redirects',
  ...notAFeedReasons,
])

/**
 * A guessed address that failed at its first poll → the outlet's home page is searched for the feed that was meant, once: what is found
 * is adopted and polled at once.
 */
export async function healGuess(
  parts: SeekingParts & { readonly clock: Clock },
  poll: Poll,
  signal: AbortSignal,
): Promise<void> {
  const { feed } = poll
  if (!feed.isGuess || poll.kind !== 'failed' || !wrong.has(poll.reason)) return
  const sought = await seekSuccessor(parts, feed, signal)
  if (sought.kind === 'unreachable' || signal.aborted) return
  const now = parts.clock.now()
  if (sought.kind === 'none') return noteSought(parts.db, feed.id, now)
  await parts.db.transaction(async (tx) => {
    const outcome = await adoptAddress(tx, feed.id, { url: sought.url, why: 'home-page', now })
    await noteSought(tx, feed.id, now)
    await logChanges(tx, [entryOf(feed, sought.url, outcome, now)])
  })
}

function entryOf(feed: DueFeed, to: string, outcome: 'adopted' | 'duplicate', now: Date) {
  return {
    ...{ at: now, actor: 'pipeline:ingest', kind: outcome === 'adopted' ? 'moved' : 'stopped' },
    ...{ subject: 'feed' as const, subjectId: feed.id, details: { from: feed.url, to } },
  }
}

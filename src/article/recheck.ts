/** What is remembered of an entry, and what its feed shows now. */
export interface ShownItem {
  readonly title: string | null
  readonly updatedAt: Date | null
}

/**
 * Whether a feed shows an entry otherwise than before: `changed` where its page is worth another look, `noted` where there
 * is only something new to remember.
 */
export function revisionOf(known: ShownItem, shown: ShownItem): 'none' | 'noted' | 'changed' {
  // A feed that begins to date its changes has not changed anything yet.
  const isLater = known.updatedAt !== null && shown.updatedAt !== null && shown.updatedAt > known.updatedAt
  const isRetitled = known.title !== null && shown.title !== null && known.title !== shown.title
  if (isLater || isRetitled) return 'changed'
  const isNews =
    (known.title ?? shown.title) !== known.title || (known.updatedAt ?? shown.updatedAt) !== known.updatedAt
  return isNews ? 'noted' : 'none'
}

const FIRST_WAIT_MS = 15 * 60_000
const WATCHED_MS = 7 * 86_400_000

export interface LookedAt {
  readonly discoveredAt: Date
  /** When its present version was made. */
  readonly settledAt: Date
  /** How often its page was fetched. */
  readonly attempts: number
}

/**
 * When to look again at the page of an article that its feed shows as changed; null after a week. Each look doubles the
 * wait, so that a feed that calls everything changed at every poll costs nine requests an article and not hundreds.
 */
export function recheckAt({ discoveredAt, settledAt, attempts }: LookedAt, now: Date): Date | null {
  const waitMs = FIRST_WAIT_MS * (2 ** Math.min(attempts, 12) - 1)
  const at = Math.max(now.getTime(), settledAt.getTime() + waitMs)
  return at > discoveredAt.getTime() + WATCHED_MS ? null : new Date(at)
}

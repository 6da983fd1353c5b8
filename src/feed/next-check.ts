import type { FailureClass } from './failure-class.ts'
import type { PollHints } from './parsed.ts'

/** One poll that reached the feed: how many items it brought that were not known before. */
export interface SuccessfulPoll {
  readonly at: Date
  readonly newItems: number
}

export interface PollHistory {
  /** Newest first; the last twenty or so are enough. */
  readonly polls: readonly SuccessfulPoll[]
  /** Zero after a poll that reached the feed. */
  readonly failuresInRow: number
  /** The last poll's failure, null where it reached the feed. */
  readonly failure: { readonly class: FailureClass; readonly retryAfterSeconds: number | null } | null
}

export interface NextCheckSettings {
  readonly minMinutes: number
  readonly maxMinutes: number
  /** For a feed whose rate is not known yet. */
  readonly firstMinutes: number
  readonly goneMinutes: number
  /** The first wait after a failure; it doubles with each further one. */
  readonly backOffMinutes: Readonly<Record<Exclude<FailureClass, 'gone'>, number>>
}

export const nextCheckSettings: NextCheckSettings = {
  minMinutes: 10,
  maxMinutes: 24 * 60,
  firstMinutes: 60,
  goneMinutes: 7 * 24 * 60,
  backOffMinutes: { passing: 10, limited: 30, lasting: 120 },
}

/**
 * When to come back: twice as often as the feed brings something, not before its ttl; after failures with exponential
 * back-off by class and never before Retry-After; within the settings' bounds; `gone` once a week.
 * @param jitter 0 … 1, from a random source or a hash: spreads feeds that were polled together by up to a tenth.
 */
export function nextCheck(
  history: PollHistory,
  hints: PollHints,
  settings: NextCheckSettings,
  now: Date,
  jitter: number,
): Date {
  const minutes = waitMinutes(history, hints, settings)
  const longest = history.failure?.class === 'gone' ? settings.goneMinutes : settings.maxMinutes
  const spread = minutes * (1 + 0.1 * Math.min(1, Math.max(0, jitter)))
  const bounded = Math.min(longest, Math.max(settings.minMinutes, spread))
  return new Date(now.getTime() + Math.round(bounded * 60_000))
}

function waitMinutes(history: PollHistory, hints: PollHints, settings: NextCheckSettings): number {
  const { failure } = history
  if (failure === null) return Math.max(ownMinutes(history.polls, settings), hints.ttlMinutes ?? 0)
  if (failure.class === 'gone') return settings.goneMinutes
  // 2 ** 12 first waits are past every bound: more would only overflow.
  const doublings = Math.min(12, Math.max(0, history.failuresInRow - 1))
  return Math.max(settings.backOffMinutes[failure.class] * 2 ** doublings, (failure.retryAfterSeconds ?? 0) / 60)
}

/** Half of the average time between two new items. A silent feed is asked after as long as it has been silent. */
function ownMinutes(polls: readonly SuccessfulPoll[], settings: NextCheckSettings): number {
  const [newest, oldest] = [polls.at(0), polls.at(-1)]
  const spanMinutes = newest && oldest ? (newest.at.getTime() - oldest.at.getTime()) / 60_000 : 0
  if (spanMinutes <= 0) return settings.firstMinutes
  // What the oldest poll brought had gathered before the span began.
  const newItems = polls.slice(0, -1).reduce((sum, poll) => sum + poll.newItems, 0)
  return newItems === 0 ? spanMinutes : spanMinutes / newItems / 2
}

import { backOffMinutes, type Failing } from './back-off.ts'
import type { PollHints } from './parsed.ts'
import { minutesPerItem, type Rate } from './rate.ts'
import { outsideSkipTimes } from './skip-times.ts'

/** What decides when a feed is asked again. */
export interface PollState {
  readonly rate: Rate
  readonly hints: PollHints
  /** Cache-Control of the last answer; null where it said nothing. */
  readonly maxAgeSeconds: number | null
  /** Null after a poll that reached the feed. */
  readonly failing: Failing | null
}

export interface NextCheckSettings {
  readonly minMinutes: number
  /** Holds for a feed's own rate and for its ttl; failures have bounds of their own. */
  readonly maxMinutes: number
  /** For a feed whose rate is not known yet. */
  readonly firstMinutes: number
  /** Many servers name a max-age that has nothing to do with when news come: it counts up to here. */
  readonly maxAgeMinutesAtMost: number
  /** skipHours and skipDays delay by a weekend at most. */
  readonly skipHoursAtMost: number
}

export const nextCheckSettings: NextCheckSettings = {
  minMinutes: 10,
  maxMinutes: 24 * 60,
  firstMinutes: 60,
  maxAgeMinutesAtMost: 120,
  skipHoursAtMost: 72,
}

/** An operator may let a feed be asked no more often than every so many minutes. */
export const settingsFor = (leastMinutes: number | null): NextCheckSettings => ({
  ...nextCheckSettings,
  minMinutes: Math.max(nextCheckSettings.minMinutes, leastMinutes ?? 0),
})

const jitterShare = 0.1

/**
 * When to come back: twice as often as the feed brings something, not before its ttl or max-age has passed and not in the hours and
 * days that it wants to be spared; after failures with the back-off of their class and never before Retry-After. Within the bounds,
 * plus the jitter, which comes last: feeds that all stand at a bound would otherwise stay together.
 * @param jitter 0 … 1, from a hash of the feed and the poll: delays by up to a tenth of the wait.
 */
export function nextCheck(state: PollState, settings: NextCheckSettings, now: Date, jitter: number): Date {
  const minutes = state.failing === null ? reachedMinutes(state, settings) : backOffMinutes(state.failing, now)
  const share = jitterShare * Math.min(1, Math.max(0, jitter))
  const wish = later(now, minutes * (1 + share))
  const open = outsideSkipTimes(wish, state.hints, settings.skipHoursAtMost)
  // All feeds that wait for an hour to begin would else be asked in its first second.
  return open === wish ? wish : later(open, 60 * share)
}

/** Half the time between two items, or longer where the publisher asks for it. */
function reachedMinutes({ rate, hints, maxAgeSeconds }: PollState, settings: NextCheckSettings): number {
  const own = minutesPerItem(rate, 2 * settings.firstMinutes) / 2
  const fresh = Math.min((maxAgeSeconds ?? 0) / 60, settings.maxAgeMinutesAtMost)
  const asked = Math.max(own, hints.ttlMinutes ?? 0, fresh)
  return Math.min(settings.maxMinutes, Math.max(settings.minMinutes, asked))
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + Math.round(minutes * 60_000))
}

import type { FailureClass } from './failure-class.ts'

/** How one class of failure is answered. */
export interface BackOff {
  /** After the first failure; doubles with each further one in a row. */
  readonly firstMinutes: number
  readonly mostMinutes: number
  /** Failing for so long, a feed is dead: asked ever more rarely, but for ever. */
  readonly deadAfterDays: number
}

/** A row of failures. */
export interface Failing {
  readonly class: FailureClass
  /** Failures without a poll in between that reached the feed; at least 1. */
  readonly inRow: number
  /** When the first of them happened. */
  readonly since: Date
  readonly retryAfterSeconds: number | null
}

const hour = 60
const day = 24 * hour
const never = Number.POSITIVE_INFINITY

export const backOffs = {
  // Outages of minutes to hours, some of them our own: soon again, and within a day of the repair.
  dns: { firstMinutes: 10, mostMinutes: day, deadAfterDays: 14 },
  refused: { firstMinutes: 10, mostMinutes: day, deadAfterDays: 14 },
  timeout: { firstMinutes: 10, mostMinutes: day, deadAfterDays: 14 },
  protocol: { firstMinutes: 10, mostMinutes: day, deadAfterDays: 14 },
  'http-5xx': { firstMinutes: 10, mostMinutes: 12 * hour, deadAfterDays: 14 },
  // A stumbling server sends an error page or half a body; one that has no feed any more does, too.
  'not-a-feed': { firstMinutes: 15, mostMinutes: day, deadAfterDays: 14 },
  // Somebody has to mend these.
  'http-4xx': { firstMinutes: hour, mostMinutes: day, deadAfterDays: 14 },
  tls: { firstMinutes: 2 * hour, mostMinutes: day, deadAfterDays: 14 },
  'too-many-redirects': { firstMinutes: 2 * hour, mostMinutes: day, deadAfterDays: 14 },
  'too-large': { firstMinutes: 6 * hour, mostMinutes: 2 * day, deadAfterDays: 14 },
  'address-forbidden': { firstMinutes: 6 * hour, mostMinutes: 2 * day, deadAfterDays: 14 },
  // Asking again soon makes a block last.
  blocked: { firstMinutes: 2 * hour, mostMinutes: 2 * day, deadAfterDays: 30 },
  // These hosts are alive and say what they want.
  'rate-limited': { firstMinutes: 30, mostMinutes: day, deadAfterDays: never },
  robots: { firstMinutes: day, mostMinutes: 7 * day, deadAfterDays: never },
  // robots.txt is asked again after ten minutes; its outage must not silence a feed for a day.
  'robots-unreachable': { firstMinutes: 10, mostMinutes: 4 * hour, deadAfterDays: never },
  // The publisher's last word.
  gone: { firstMinutes: 7 * day, mostMinutes: 7 * day, deadAfterDays: 0 },
} as const satisfies Readonly<Record<FailureClass, BackOff>>

export const deadMinutes = { least: 7 * day, most: 30 * day } as const
/** Retry-After counts up to here, whoever sent it. */
export const retryAfterMinutesAtMost = day

/** Gone, or failing for longer than its class is given: nothing that mends itself. */
export function isDead(failing: Failing, now: Date): boolean {
  return failingDays(failing, now) >= backOffs[failing.class].deadAfterDays
}

/** How long to leave a failing feed alone: never less than Retry-After asks; a dead one half as long again as it has failed, weekly to monthly. */
export function backOffMinutes(failing: Failing, now: Date): number {
  const asked = Math.min((failing.retryAfterSeconds ?? 0) / 60, retryAfterMinutesAtMost)
  return Math.max(asked, isDead(failing, now) ? deadWait(failing, now) : doublingWait(failing))
}

function doublingWait({ class: failure, inRow }: Failing): number {
  const { firstMinutes, mostMinutes } = backOffs[failure]
  // 2 ** 12 first waits are past every bound: more would only overflow.
  return Math.min(mostMinutes, firstMinutes * 2 ** Math.min(12, Math.max(0, inRow - 1)))
}

function deadWait(failing: Failing, now: Date): number {
  return Math.min(deadMinutes.most, Math.max(deadMinutes.least, (failingDays(failing, now) * day) / 2))
}

function failingDays({ since }: Failing, now: Date): number {
  return Math.max(0, now.getTime() - since.getTime()) / (day * 60_000)
}

import type { ItemsADay } from '../source/source.ts'
import type { RedirectSightings } from './adopt-redirect.ts'
import { type Failing, isDead } from './back-off.ts'

/** How a feed does, the worst that holds first. */
export const feedStates = ['dead', 'failing', 'moved', 'flooding', 'quiet', 'slow', 'healthy'] as const
export type FeedState = (typeof feedStates)[number]

/** `learned`: from its polls, and not stated by anybody. */
export interface Normal extends ItemsADay {
  readonly learned?: boolean
}

export interface FeedFacts {
  readonly stoppedWhy: string | null
  readonly failing: Failing | null
  readonly redirects: RedirectSightings
  /** Over the last polls that reached the feed; null where there was none. */
  readonly medianTookMs: number | null
  /** When it last brought an item that was not known; null for never. */
  readonly lastNewAt: Date | null
  /** Since when it has been polled. */
  readonly since: Date
  /** New items of all the source's feeds over the last days, and over how many days they were counted. */
  readonly source: { readonly items: number; readonly days: number }
  /** As sources.yaml states it, else as it was learned; null where neither is so. */
  readonly normal: Normal | null
}

export interface FeedHealth {
  readonly state: FeedState
  /** For people. */
  readonly why: string
}

const failingAfter = 3
const slowMs = 10_000
/** A source is judged by its normal once it was counted for so long: a weekend is no silence. */
const countedDays = 3
const quietDays = 30
const dayMs = 86_400_000

/** Silence and floods are as much a finding as failures: a feed that answers 200 for ever with nothing new is not well. */
export function healthOf(facts: FeedFacts, now: Date): FeedHealth {
  return failureOf(facts, now) ?? movedOf(facts) ?? paceOf(facts, now) ?? slownessOf(facts) ?? healthy(facts)
}

function healthy({ failing, medianTookMs }: FeedFacts): FeedHealth {
  if (failing !== null) return { state: 'healthy', why: `${rowOf(failing)}: may pass by itself` }
  if (medianTookMs === null) return { state: 'healthy', why: 'not polled yet' }
  return { state: 'healthy', why: 'answers in time and brings what it should' }
}

function failureOf({ stoppedWhy, failing }: FeedFacts, now: Date): FeedHealth | null {
  if (stoppedWhy !== null) return { state: 'dead', why: `stopped: ${stoppedWhy}` }
  if (failing === null) return null
  const why = rowOf(failing)
  if (isDead(failing, now)) return { state: 'dead', why }
  return failing.inRow >= failingAfter ? { state: 'failing', why } : null
}

const rowOf = ({ class: failure, inRow, since }: Failing) =>
  `${failure} ${inRow} ${inRow === 1 ? 'time' : 'times'} in a row since ${dayOf(since)}`

function movedOf({ redirects: { url, inRow } }: FeedFacts): FeedHealth | null {
  return url === null ? null : { state: 'moved', why: `permanently redirected to ${url}, seen ${inRow} in a row` }
}

function paceOf({ source, normal, lastNewAt, since }: FeedFacts, now: Date): FeedHealth | null {
  const finding = normal === null ? null : paceFinding(source, normal)
  if (finding !== null) return finding
  const silentDays = Math.floor((now.getTime() - (lastNewAt ?? since).getTime()) / dayMs)
  return silentDays >= quietDays ? { state: 'quiet', why: `nothing new for ${silentDays} days` } : null
}

/** What a source brought, held against its normal; null where it is within. */
export function paceFinding(source: FeedFacts['source'], normal: Normal): FeedHealth | null {
  const aDay = source.items / Math.max(1, source.days)
  const shown = `${rounded(aDay)} items a day from this source`
  const learned = normal.learned === true ? ', as was learned' : ''
  if (aDay > normal.most) return { state: 'flooding', why: `${shown}; normal is at most ${normal.most}${learned}` }
  if (source.days >= countedDays && aDay < normal.least)
    return { state: 'quiet', why: `${shown}; normal is at least ${normal.least}${learned}` }
  return null
}

function slownessOf({ medianTookMs }: FeedFacts): FeedHealth | null {
  if (medianTookMs === null || medianTookMs < slowMs) return null
  return { state: 'slow', why: `takes ${rounded(medianTookMs / 1000)} s to answer` }
}

const rounded = (value: number) => Math.round(value * 10) / 10
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

import type { FarmPlan } from './plan.ts'
import { type FeedTruth, truthOf } from './truth.ts'

/** A server that plays feeds, in this process or in one of its own. */
export interface Farm {
  readonly plan: FarmPlan
  /** 0 at first. */
  readonly round: number
  /** Brings every document to a round, also back: the same round is always the same bytes. */
  toRound(round: number): Promise<void>
  /** Closes every connection on which nothing is under way, as servers have long done when a feed is polled again. */
  hangUp(): Promise<void>
  /** What must be on record of every feed by now. */
  truth(): FeedTruth[]
  record(): Promise<FarmRecord>
  close(): Promise<void>
}

/** What was asked of a farm since it opened. */
export interface FarmRecord {
  /** Requests for each feed's own address, by the feeds' indices. */
  readonly requests: readonly number[]
  /** The most requests that were under way at a time, by the hosts' indices. */
  readonly mostAtOnce: readonly number[]
  /** Processor time of the process that plays the farm. */
  readonly cpuSeconds: number
}

export const truthsOf = (plan: FarmPlan, round: number): FeedTruth[] =>
  plan.feeds.map((feed) => truthOf(plan, feed, round))

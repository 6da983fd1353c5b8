import type { Standing } from './fates.ts'
import { type ItemName, nameItem, publishedBy } from './items.ts'
import type { FarmFeed, FarmPlan } from './plan.ts'

/** What must be on record of a feed once it was polled in the given round, and in every earlier one that items left the document in. */
export interface FeedTruth {
  readonly url: string
  readonly standing: Standing
  /** Stored, each exactly once. */
  readonly items: readonly ItemName[]
  /** May be stored as well: what a lying feed shows only to who asks without its ETag. */
  readonly hidden: readonly ItemName[]
}

export function truthOf(plan: FarmPlan, feed: FarmFeed, round: number): FeedTruth {
  const published = publishedBy(plan, feed, round)
  const sure = feed.fate === 'lying' ? publishedBy(plan, feed, 0) : published
  const names = Array.from({ length: published }, (_, number) => nameItem(plan, feed, number))
  return { url: feed.url, standing: feed.standing, items: names.slice(0, sure), hidden: names.slice(sure) }
}

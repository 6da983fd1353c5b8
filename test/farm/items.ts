import type { FarmFeed, FarmPlan } from './plan.ts'
import { randomFrom } from './random.ts'
import { inventText, inventTitle } from './wording.ts'

/** What an item is known by. */
export interface ItemName {
  /** guid, atom:id, JSON Feed id; the address where the format or the feed has no other. */
  readonly key: string
  readonly url: string
}

export interface FarmItem extends ItemName {
  readonly title: string
  readonly text: string
  readonly publishedAt: Date
}

const epochMs = Date.UTC(2026, 2, 2, 6)
const apartMs = 11 * 60_000

const still: readonly string[] = ['unchanged', 'validatorless', 'entity-bomb']

/** How many items a feed has published by a round; its document shows the newest `itemsPerFeed` of them. */
export function publishedBy({ options }: FarmPlan, feed: FarmFeed, round: number): number {
  if (feed.standing !== 'read') return 0
  if (feed.fate === 'entity-bomb') return 1
  return options.itemsPerFeed + (still.includes(feed.fate) ? 0 : round * options.newItems)
}

export function nameItem(plan: FarmPlan, feed: FarmFeed, number: number): ItemName {
  const origin = `http://${plan.hosts[feed.host]}:${plan.port}`
  const url = isShared(plan, feed, number)
    ? `${origin}/pages/shared/${number}`
    : `${origin}/pages/${feed.index}/${number}`
  const knownByAddress = feed.format === 'rss1' || (feed.format === 'rss2' && feed.index % 2 === 0)
  return { key: knownByAddress ? url : `tag:farm.example,2026:${feed.index}/${number}`, url }
}

export function farmItem(plan: FarmPlan, feed: FarmFeed, number: number): FarmItem {
  const author = isShared(plan, feed, number) ? `host ${feed.host}` : `feed ${feed.index}`
  const random = randomFrom(`${plan.options.seed} ${author} item ${number}`)
  return {
    ...nameItem(plan, feed, number),
    title: inventTitle(random),
    text: inventText(random),
    publishedAt: new Date(epochMs + number * apartMs),
  }
}

function isShared({ options }: FarmPlan, feed: FarmFeed, number: number): boolean {
  if (options.sharedItems === 0) return false
  return randomFrom(`${options.seed} host ${feed.host} shares ${number}`)() < options.sharedItems
}

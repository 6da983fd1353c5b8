import { averageLinkage, deepLinkage, meanOf } from './linkage.ts'
import { type Neighbours, neighboursKept } from './neighbours.ts'
import type { PairModel } from './one-event.ts'
import { PairSums, someOf, type Unit } from './pair-sums.ts'
import type { StorySettings } from './settings.ts'
import type { StoryId } from './story.ts'
import type { StoryMembers } from './story-members.ts'
import type { Surroundings } from './surroundings.ts'

/** What an editor ruled, as far as grouping must know. Articles by slot. */
export interface SlotRules {
  /** Whether the story takes no more articles and gives none away. */
  readonly isLocked: (story: StoryId) => boolean
  /** The articles that must be together with this one. */
  readonly linked: (slot: number) => readonly number[]
  /** The articles that must not be together with this one. */
  readonly apartFrom: (slot: number) => readonly number[]
}

/** A group of articles that the second look takes for one story. */
export interface Group {
  readonly slots: readonly number[]
  /** How sure the arriving article's place is: the mean chance of its pairs in the group, 0 where it is alone. */
  readonly chance: number
}

export interface Look {
  readonly groups: readonly Group[]
  /** Chances of the arriving article with the stories around it as they were, the likeliest first. */
  readonly near: readonly { readonly story: StoryId; readonly chance: number }[]
}

type LookSettings = Pick<
  StorySettings,
  'oneStoryAt' | 'smallStory' | 'secondLook' | 'deepGrowth' | 'deepStory' | 'deepLook' | 'largeFactor'
>

/** Stories up to `small` are taken apart, and the look ends before it has more than `most` units. */
interface Bounds {
  readonly small: number
  readonly most: number
}

/** The least chance of a pair for which the other one's story is looked at again. */
const worthALook = 0.05

/**
 * An article has arrived: how it and the articles of the stories around it fall into groups now. Small stories are taken apart
 * and put together anew, of large ones the articles stay together, except now and then as they grow: what was decided on the
 * first of their articles would depend on which ones came first. The work is bounded by the settings.
 */
export class SecondLook {
  readonly #near: Neighbours
  readonly #members: StoryMembers
  readonly #settings: LookSettings
  readonly #pairs: PairSums

  constructor(
    parts: { readonly near: Neighbours; readonly around: Surroundings; readonly members: StoryMembers },
    settings: LookSettings,
    model: PairModel,
  ) {
    this.#near = parts.near
    this.#members = parts.members
    this.#settings = settings
    this.#pairs = new PairSums(parts.near, parts.around, model)
  }

  at(slot: number, rules: SlotRules | null): Look {
    const near = this.#storiesNear(slot)
    const stories = new Set([...this.#linkedTo(slot, rules), ...near.map(({ story }) => story)])
    const { oneStoryAt, smallStory, secondLook } = this.#settings
    const units = this.#unitsOf(slot, [...stories], rules, { small: smallStory, most: secondLook })
    const sums = this.#pairs.sums(units)
    const forbidden = this.#pairs.apart(units, rules?.apartFrom ?? null)
    const own = sums.slice(0, units.length)
    const linked = averageLinkage({ sizes: sizesOf(units), sums, forbidden }, oneStoryAt, neighboursKept)
    const groups = this.#groups(units, linked, own)
    const [first] = groups
    const due = first !== undefined && this.#isDueToDeepLook(first.slots)
    return { groups: due ? this.#deepLook(slot, first.slots, rules) : groups, near }
  }

  /** The mean chance of the pairs of two groups, of those that are known; 0 where one is empty. */
  meanChance(slots: readonly number[], others: readonly number[]): number {
    if (slots.length === 0 || others.length === 0) return 0
    const sums = this.#pairs.sums([
      { slots, story: undefined },
      { slots: others, story: undefined },
    ])
    return Math.min(1, meanOf(sums[1] ?? 0, slots.length, others.length, neighboursKept))
  }

  /**
   * Each time that a large story has grown by so much, by its size alone: a restart knows no more of it. Not where the look
   * could not hold the whole group: what must be together would be torn apart.
   */
  #isDueToDeepLook(group: readonly number[]): boolean {
    const { smallStory, deepGrowth, deepStory, deepLook } = this.#settings
    if (group.length <= smallStory) return false
    const sizes = this.#storiesOf(group).map((story) => this.#members.of(story).length)
    const units = sizes.reduce((sum, size) => sum + (size <= deepStory ? size : 1), 1)
    const before = Math.max(1, ...sizes)
    return stepsTo(group.length, deepGrowth) > stepsTo(before, deepGrowth) && units <= deepLook
  }

  /** How the articles of the stories that a group is of, and of those around it, fall into groups. */
  #deepLook(slot: number, group: readonly number[], rules: SlotRules | null): Group[] {
    const { oneStoryAt, deepStory, deepLook, largeFactor } = this.#settings
    const stories = new Set([...this.#storiesOf(group), ...this.#storiesAround(group)])
    const units = this.#unitsOf(slot, [...stories], rules, { small: deepStory, most: deepLook })
    const { sums, halves } = this.#pairs.deepSums(units)
    const forbidden = this.#pairs.apart(units, rules?.apartFrom ?? null)
    const own = sums.slice(0, units.length)
    const deep = { sizes: sizesOf(units), sums, halves, forbidden }
    return this.#groups(units, deepLinkage(deep, oneStoryAt, neighboursKept, largeFactor), own)
  }

  #storiesOf(slots: readonly number[]): StoryId[] {
    const stories = new Set<StoryId>()
    let last: StoryId | undefined
    for (const slot of slots) {
      const story = this.#members.storyOf(slot)
      if (story !== undefined && story !== last) stories.add(story)
      last = story
    }
    return [...stories]
  }

  /** Where the articles are that the arriving one must be together with. */
  #linkedTo(slot: number, rules: SlotRules | null): StoryId[] {
    const linked = rules?.linked(slot) ?? []
    return linked.flatMap((other) => this.#members.storyOf(other) ?? [])
  }

  #storiesNear(slot: number): { story: StoryId; chance: number }[] {
    const near = this.#near
    const sums = new Map<StoryId, number>()
    this.#pairs.of(slot)
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const story = this.#members.storyOf(near.at(slot, rank))
      if (story === undefined) continue
      const chance = this.#pairs.chance(slot, rank)
      const sum = sums.get(story)
      if (chance >= worthALook || sum !== undefined) sums.set(story, (sum ?? 0) + chance)
    }
    return this.#byMeans(sums, 1)
  }

  /** The stories that are near to a group on the whole, by some of its articles. */
  #storiesAround(group: readonly number[]): StoryId[] {
    const near = this.#near
    const sums = new Map<StoryId, number>()
    const asked = someOf(group)
    for (const slot of asked) {
      this.#pairs.of(slot)
      for (let rank = 0; rank < near.count(slot); rank += 1) {
        const story = this.#members.storyOf(near.at(slot, rank))
        if (story !== undefined) sums.set(story, (sums.get(story) ?? 0) + this.#pairs.chance(slot, rank))
      }
    }
    return this.#byMeans(sums, asked.length).flatMap(({ story, chance }) => (chance >= worthALook ? story : []))
  }

  /** The likeliest first; of equals the older. */
  #byMeans(sums: ReadonlyMap<StoryId, number>, asked: number): { story: StoryId; chance: number }[] {
    const stories: { story: StoryId; chance: number; oldest: number }[] = []
    for (const [story, sum] of sums) {
      const members = this.#members.of(story)
      stories.push({ story, chance: meanOf(sum, asked, members.length, neighboursKept), oldest: members[0] ?? 0 })
    }
    return stories.length < 2 ? stories : stories.sort((a, b) => b.chance - a.chance || a.oldest - b.oldest)
  }

  #unitsOf(slot: number, stories: readonly StoryId[], rules: SlotRules | null, { small, most }: Bounds): Unit[] {
    const units: Unit[] = [{ slots: [slot], story: undefined }]
    for (const story of stories) {
      if (rules?.isLocked(story)) continue
      const members = this.#members.of(story)
      const isSmall = members.length <= small
      if (units.length + (isSmall ? members.length : 1) > most) break
      if (isSmall) for (const member of members) units.push({ slots: [member], story })
      else units.push({ slots: members, story })
    }
    return rules === null ? units : united(units, rules)
  }

  /** `own`: the sums of the first unit, of the arriving article, with each. Its group comes first. */
  #groups(units: readonly Unit[], groups: readonly number[], own: Float64Array): Group[] {
    const byRoot = new Map<number, number[]>()
    for (const [unit, root] of groups.entries()) {
      const members = byRoot.get(root)
      if (members === undefined) byRoot.set(root, [unit])
      else members.push(unit)
    }
    return [...byRoot.values()].map((members) => {
      const slots = inOrder(members.map((unit) => units[unit]?.slots ?? []))
      const size = units[0]?.slots.length ?? 1
      if (members[0] !== 0 || slots.length === size) return { slots, chance: 0 }
      const sum = members.reduce((total, unit) => total + (unit === 0 ? 0 : (own[unit] ?? 0)), 0)
      return { slots, chance: Math.min(1, meanOf(sum, size, slots.length - size, neighboursKept)) }
    })
  }
}

/** All slots of lists that are in order, in order. Mostly one is all there is, or the arriving article comes before what it joins. */
function inOrder(lists: readonly (readonly number[])[]): readonly number[] {
  const [only] = lists
  if (only !== undefined && lists.length === 1) return only
  const latestFirst = lists.toReversed()
  const [first = [], ...others] = latestFirst
  const slots = first.concat(...others)
  return latestFirst.every((list, at) => (list.at(-1) ?? 0) < startOf(latestFirst[at + 1]))
    ? slots
    : slots.sort((a, b) => a - b)
}

const startOf = (list: readonly number[] = []) => list[0] ?? Number.POSITIVE_INFINITY

/** How many times something has grown `growth` times until it had this size. */
const stepsTo = (size: number, growth: number) => Math.floor(Math.log(size) / Math.log(growth))

const sizesOf = (units: readonly Unit[]) => units.map(({ slots }) => slots.length)

/** Articles that must be together are one unit, wherever they are. */
function united(units: readonly Unit[], rules: SlotRules): Unit[] {
  const left = [...units]
  const result: Unit[] = []
  for (let unit = left.shift(); unit !== undefined; unit = left.shift()) {
    const slots = [...unit.slots]
    for (const slot of slots) {
      for (const linked of rules.linked(slot)) {
        if (slots.includes(linked)) continue
        const at = left.findIndex((other) => other.slots.includes(linked))
        if (at >= 0) slots.push(...(left.splice(at, 1)[0]?.slots ?? []))
      }
    }
    result.push({ slots: slots.sort((a, b) => a - b), story: unit.story })
  }
  return result
}

import { averageLinkage, meanOf } from './linkage.ts'
import { type Neighbours, neighboursKept } from './neighbours.ts'
import { contextSigns, logOdds, type PairModel } from './one-event.ts'
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

type LookSettings = Pick<StorySettings, 'oneStoryAt' | 'smallStory' | 'secondLook'>

interface Unit {
  readonly slots: readonly number[]
  readonly story: StoryId | undefined
}

/** The least chance of a pair for which the other one's story is looked at again. */
const worthALook = 0.05
const sampled = 24

/**
 * An article has arrived: how it and the articles of the stories around it fall into groups now. Small stories are taken apart
 * and put together anew, of large ones the articles stay together; the work is bounded by the settings.
 */
export class SecondLook {
  readonly #near: Neighbours
  readonly #around: Surroundings
  readonly #members: StoryMembers
  readonly #settings: LookSettings
  readonly #model: PairModel
  readonly #signs = new Float64Array(contextSigns.length)
  #unitOf = new Int32Array(1024).fill(-1)

  constructor(
    parts: { readonly near: Neighbours; readonly around: Surroundings; readonly members: StoryMembers },
    settings: LookSettings,
    model: PairModel,
  ) {
    this.#near = parts.near
    this.#around = parts.around
    this.#members = parts.members
    this.#settings = settings
    this.#model = model
  }

  at(slot: number, rules: SlotRules | null): Look {
    const near = this.#storiesNear(slot)
    const stories = new Set([...this.#linkedTo(slot, rules), ...near.map(({ story }) => story)])
    const units = this.#unitsOf(slot, [...stories], rules)
    const sums = this.#sums(units)
    const sizes = units.map(({ slots }) => slots.length)
    const forbidden = this.#forbidden(units, rules)
    const bySums = sums.slice()
    const groups = averageLinkage({ sizes: sizes.slice(), sums, forbidden }, this.#settings.oneStoryAt, neighboursKept)
    return { groups: this.#groups(units, groups, bySums), near }
  }

  /** The mean chance of the pairs of two groups, of those that are known; 0 where one is empty. */
  meanChance(slots: readonly number[], others: readonly number[]): number {
    if (slots.length === 0 || others.length === 0) return 0
    const sums = this.#sums([
      { slots, story: undefined },
      { slots: others, story: undefined },
    ])
    return Math.min(1, meanOf(sums[1] ?? 0, slots.length, others.length, neighboursKept))
  }

  /** The chance that the article in hand and its neighbour are about one event. */
  #chance(other: number, nearness: number, evidence: number): number {
    this.#around.signs(other, nearness, this.#signs, 0)
    return 1 / (1 + Math.exp(-evidence - logOdds(this.#model.context, this.#signs)))
  }

  /** Where the articles are that the arriving one must be together with. */
  #linkedTo(slot: number, rules: SlotRules | null): StoryId[] {
    const linked = rules?.linked(slot) ?? []
    return linked.flatMap((other) => this.#members.storyOf(other) ?? [])
  }

  #storiesNear(slot: number): { story: StoryId; chance: number }[] {
    const near = this.#near
    const sums = new Map<StoryId, number>()
    this.#around.of(slot)
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank)
      const story = this.#members.storyOf(other)
      if (story === undefined) continue
      const chance = this.#chance(other, near.nearness(slot, rank), near.evidence(slot, rank))
      if (chance >= worthALook || sums.has(story)) sums.set(story, (sums.get(story) ?? 0) + chance)
    }
    const size = (story: StoryId) => this.#members.of(story).length
    const means = Array.from(sums, ([story, sum]) => ({ story, chance: meanOf(sum, 1, size(story), neighboursKept) }))
    return means.sort(
      (a, b) => b.chance - a.chance || first(this.#members.of(a.story)) - first(this.#members.of(b.story)),
    )
  }

  #unitsOf(slot: number, stories: readonly StoryId[], rules: SlotRules | null): Unit[] {
    const units: Unit[] = [{ slots: [slot], story: undefined }]
    for (const story of stories) {
      if (rules?.isLocked(story)) continue
      const members = this.#members.of(story)
      const small = members.length <= this.#settings.smallStory
      if (units.length + (small ? members.length : 1) > this.#settings.secondLook) break
      if (small) for (const member of members) units.push({ slots: [member], story })
      else units.push({ slots: members, story })
    }
    return rules === null ? units : united(units, rules)
  }

  #sums(units: readonly Unit[]): Float64Array {
    const sums = new Float64Array(units.length ** 2)
    for (const [at, { slots }] of units.entries()) this.#mark(slots, at)
    for (const [at, { slots }] of units.entries()) {
      const asked = slots.length > sampled ? evenly(slots, sampled) : slots
      for (const slot of asked) this.#addPairs(slot, at, units, slots.length / asked.length, sums)
    }
    for (const { slots } of units) this.#mark(slots, -1)
    return sums
  }

  #mark(slots: readonly number[], unit: number): void {
    const most = slots.at(-1) ?? 0
    if (most >= this.#unitOf.length) {
      const larger = new Int32Array(2 * most).fill(-1)
      larger.set(this.#unitOf)
      this.#unitOf = larger
    }
    for (const slot of slots) this.#unitOf[slot] = unit
  }

  /** Pairs of two articles of their own are counted from either's list, once; a large story's from the other side alone. */
  #addPairs(slot: number, at: number, units: readonly Unit[], weight: number, sums: Float64Array): void {
    const near = this.#near
    let inHand = false
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank)
      const unit = this.#unitOf[other] ?? -1
      if (unit < 0 || unit === at || isCountedThere(near, slot, other, units[at], units[unit])) continue
      if (!inHand) this.#around.of(slot)
      inHand = true
      const sum = weight * this.#chance(other, near.nearness(slot, rank), near.evidence(slot, rank))
      sums[at * units.length + unit] = (sums[at * units.length + unit] ?? 0) + sum
      sums[unit * units.length + at] = sums[at * units.length + unit] ?? 0
    }
  }

  #forbidden(units: readonly Unit[], rules: SlotRules | null): Uint8Array {
    const count = units.length
    const forbidden = new Uint8Array(count ** 2)
    if (rules === null) return forbidden
    for (const [at, { slots }] of units.entries()) this.#mark(slots, at)
    for (const [at, { slots }] of units.entries()) {
      for (const other of slots.flatMap(rules.apartFrom)) {
        const unit = this.#unitOf[other] ?? -1
        if (unit < 0 || unit === at) continue
        forbidden[at * count + unit] = 1
        forbidden[unit * count + at] = 1
      }
    }
    for (const { slots } of units) this.#mark(slots, -1)
    return forbidden
  }

  #groups(units: readonly Unit[], groups: readonly number[], sums: Float64Array): Group[] {
    const byRoot = new Map<number, number[]>()
    for (const [unit, root] of groups.entries()) byRoot.set(root, [...(byRoot.get(root) ?? []), unit])
    return [...byRoot.values()].map((members) => {
      const slots = members.flatMap((unit) => units[unit]?.slots ?? []).sort((a, b) => a - b)
      const sum = members.reduce((total, unit) => total + (unit === 0 ? 0 : (sums[unit] ?? 0)), 0)
      const own = units[0]?.slots.length ?? 1
      const isOwn = members.includes(0) && slots.length > own
      return { slots, chance: isOwn ? Math.min(1, meanOf(sum, own, slots.length - own, neighboursKept)) : 0 }
    })
  }
}

const first = (slots: readonly number[]) => slots[0] ?? 0

const evenly = (slots: readonly number[], count: number) =>
  Array.from({ length: count }, (_, at) => slots[Math.floor((at * slots.length) / count)] ?? 0)

function isCountedThere(
  near: Neighbours,
  slot: number,
  other: number,
  own: Unit | undefined,
  its: Unit | undefined,
): boolean {
  const [mine, theirs] = [own?.slots.length ?? 1, its?.slots.length ?? 1]
  if (mine !== theirs) return mine > theirs
  return other < slot && near.has(other, slot)
}

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

import type { ArticleId } from '../article/article.ts'
import { type Arrived, type Arriving, ArticleIndex, type TakenMemory } from './article-index.ts'
import { decodeMemory } from './article-memory.ts'
import type { Features } from './features.ts'
import { Frequencies } from './frequencies.ts'
import { logOdds, type PairModel } from './one-event.ts'
import type { OpenArticles } from './open-articles.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { type Group, type Look, SecondLook, type SlotRules } from './second-look.ts'
import { type StorySettings, storySettings } from './settings.ts'
import type { StoryId } from './story.ts'
import { StoryMembers } from './story-members.ts'
import { Surroundings } from './surroundings.ts'
import { pairModel } from './weights.ts'
import { membersAsked, sharedTerms, type Why, whyJoins, whyLeaves, whyOpens } from './why.ts'

const dayMs = 86_400_000
const forgetsEveryDays = 2

export type Assignment =
  | { readonly kind: 'joins'; readonly storyId: StoryId; readonly similarity: number; readonly why: Why }
  | { readonly kind: 'opens'; readonly why: Why }

/** Articles that leave their story for another one: one there is, the one that the article opens, or the `fresh`-th other new one. */
export interface Move {
  readonly articles: readonly ArticleId[]
  readonly from: StoryId
  readonly to: StoryId | 'opened' | { readonly fresh: number }
  /** No open article stays behind: the whole story goes. */
  readonly all: boolean
  /** The other articles of where they go, and the mean chance of their pairs with them. */
  readonly with: readonly ArticleId[]
  readonly chance: number
}

/** The stream's decision on one article, and what it changes for articles that came before. */
export interface Decision {
  readonly articleId: ArticleId
  readonly assignment: Assignment
  readonly moves: readonly Move[]
}

/** Where an article is by a decision. */
export interface Settled {
  readonly articleId: ArticleId
  readonly storyId: StoryId
}

/** The story that a move leads to; null where it has no id yet. */
export function targetOf(to: Move['to'], opened: StoryId | null, fresh: readonly StoryId[]): StoryId | null {
  if (to === 'opened') return opened
  return typeof to === 'string' ? to : (fresh[to.fresh] ?? null)
}

/** How many new stories a decision wants beside the one that its article may open. */
const freshOf = ({ moves }: Decision): number =>
  new Set(moves.flatMap(({ to }) => (typeof to === 'string' ? [] : [to.fresh]))).size

/** One row of the past: which article is in which story. */
export interface Placed extends Arriving {
  readonly storyId: StoryId
}

/** What a restart is told of an article that arrived before it. */
export interface Remembered extends Arrived {
  readonly storyId: StoryId
  /** As `memory` gave them. */
  readonly bytes: Uint8Array
}

/** What an article from before a restart is counted with. */
export interface Counted extends Pick<Arrived, 'when'> {
  readonly counted: Uint32Array
  /** Of the first that is told: how many had come in its day, with it. */
  readonly ofDay?: number
}

/** How many of a story's open articles a group has, and the first of them. */
interface Claim {
  /** Which group. */
  readonly at: number
  readonly story: StoryId
  count: number
  readonly oldest: number
  readonly pinned: 0 | 1
}

/** What editors ruled: obeyed before anything that words say. */
export interface Rules {
  readonly isLocked: (story: StoryId) => boolean
  readonly isPinned: (story: StoryId) => boolean
  readonly linked: (article: ArticleId) => Iterable<ArticleId>
  readonly apartFrom: (article: ArticleId) => Iterable<ArticleId>
}

/**
 * The stories that may still gain articles. Its state is what it was told: the same articles in the same order give the
 * same decisions ever after. A restart is told of two windows, so that the articles of the last one have their neighbours.
 */
export class OpenStories {
  readonly #settings: StorySettings
  readonly #model: PairModel
  readonly #rules: Rules | null
  readonly #index: ArticleIndex
  readonly #open: OpenArticles
  readonly #members = new StoryMembers()
  readonly #look: SecondLook
  readonly #evidence = (signs: Float64Array) => this.#model.bias + logOdds(this.#model.pair, signs)
  /** The latest day that time has come to, counted from 1970. */
  #day = Number.NEGATIVE_INFINITY
  #arrivals = 0

  constructor(
    settings: StorySettings,
    words: ReadonlyMap<string, number>,
    model: PairModel,
    rules: Rules | null = null,
  ) {
    this.#settings = settings
    this.#model = model
    this.#rules = rules
    this.#index = new ArticleIndex(settings, new Frequencies(settings, words))
    this.#open = this.#index.open
    const near = this.#open.neighbours
    this.#look = new SecondLook({ near, around: new Surroundings(near), members: this.#members }, settings, model)
  }

  /** How much is open: for progress and for watching memory. */
  get size(): { readonly articles: number; readonly stories: number } {
    return { articles: this.#open.size, stories: this.#members.stories }
  }

  /** Takes an article in and decides. Nothing has come of it until `settle` is told which ids new stories have. */
  arrive(article: Arriving): Decision {
    this.#arrivals += 1
    const slot = this.#index.takeIn(article, this.#evidence, this.#arrivals)
    const look = this.#look.at(slot, this.#slotRules())
    return this.#decisionOf(slot, article, look)
  }

  /** What a restart must be told of the article that arrived last. */
  memory(): TakenMemory & { readonly arrival: number } {
    return { ...this.#index.memory(), arrival: this.#arrivals }
  }

  /**
   * Takes back an article from before a restart, as it was when it arrived: articles in order of arrival, before any other is added.
   * Their terms are counted apart.
   */
  restore({ articleId, when, arrival, storyId, bytes }: Remembered): void {
    this.#arrivals = arrival
    this.#index.restore({ articleId, when, arrival }, decodeMemory(bytes))
    this.#put(articleId, storyId)
  }

  /** Counts the terms of an article from before a restart: the last ones, oldest first, before any is restored. */
  count({ counted, when, ofDay }: Counted): void {
    if (when !== null) this.#index.advanceTo(Math.floor(when.getTime() / dayMs))
    this.#index.count(counted, ofDay)
  }

  /** Articles that arrive are numbered from the next number on. */
  numberFrom(arrival: number): void {
    this.#arrivals = Math.max(this.#arrivals, arrival)
  }

  /**
   * Carries a decision out and returns which article is in which story by it. `opened`: the id of the story that the article
   * opens, or null; `fresh`: of the others, in order.
   */
  settle(decision: Decision, opened: StoryId | null, fresh: readonly StoryId[] = []): Settled[] {
    const { articleId, assignment, moves } = decision
    const own = assignment.kind === 'joins' ? assignment.storyId : opened
    const settled = own === null ? [] : [{ articleId, storyId: own }]
    for (const { articles, to } of moves) {
      const storyId = targetOf(to, opened, fresh)
      if (storyId !== null) settled.push(...articles.map((id) => ({ articleId: id, storyId })))
    }
    for (const { articleId: id, storyId } of settled) this.#put(id, storyId)
    return settled
  }

  /** Decides and carries the decision out at once, for whoever keeps stories nowhere else. `newStory` mints ids. */
  take(article: Arriving, newStory: () => StoryId): { readonly decision: Decision; readonly settled: Settled[] } {
    const decision = this.arrive(article)
    const opened = decision.assignment.kind === 'opens' ? newStory() : null
    const fresh = Array.from({ length: freshOf(decision) }, newStory)
    return { decision, settled: this.settle(decision, opened, fresh) }
  }

  /** Whether time has left the article's day so far behind that its contemporaries are forgotten. */
  isLate(when: Date): boolean {
    return when.getTime() / dayMs < this.#day - this.#settings.windowDays
  }

  isOpen(article: ArticleId): boolean {
    return this.#open.slotOf(article) !== undefined
  }

  /** What an article has in common with open ones, in words an editor knows. */
  sharedWith(features: Features, articles: readonly ArticleId[]): string[] {
    return this.#shared(
      features,
      articles.flatMap((id) => this.#open.slotOf(id) ?? []),
    )
  }

  /** The open articles of a story, oldest first. */
  membersOf(story: StoryId): ArticleId[] {
    return this.#members.of(story).map((slot) => this.#open.idAt(slot))
  }

  /** Takes note of where an article is, by an editor or from the past. */
  add(article: Placed): void {
    if (this.#open.slotOf(article.articleId) === undefined) this.#index.takeIn(article, this.#evidence)
    this.#put(article.articleId, article.storyId)
  }

  /**
   * Time has come to the UTC day of `when`: the words of the days before it are counted, and every other day the articles that
   * left the window are dropped. The latter saves memory alone: no article of that day or later could join them.
   */
  advanceTo(when: Date): void {
    const day = Math.floor(when.getTime() / dayMs)
    if (day <= this.#day) return
    const isDue = Math.floor(day / forgetsEveryDays) > Math.floor(this.#day / forgetsEveryDays)
    this.#day = day
    this.#index.advanceTo(day)
    // Not each day: it takes time in proportion to what is open. At the same days always, for a restart to agree.
    if (!isDue) return
    const oldest = day - this.#settings.windowDays
    const pinned = (slot: number) => {
      const story = this.#members.storyOf(slot)
      return story !== undefined && (this.#rules?.isPinned(story) ?? false)
    }
    const now = this.#open.forget((slot) => !(this.#open.dayAt(slot) < oldest) || pinned(slot))
    if (now !== null) this.#members.renumber(now)
  }

  #shared(features: Features, slots: readonly number[]): string[] {
    return sharedTerms(
      features,
      slots.slice(-membersAsked).map((slot) => this.#open.termsAt(slot)),
      (term) => this.#index.rarity(term),
    )
  }

  #put(id: ArticleId, story: StoryId): void {
    const slot = this.#open.slotOf(id)
    if (slot !== undefined) this.#members.put(slot, story)
  }

  #slotRules(): SlotRules | null {
    const rules = this.#rules
    if (rules === null) return null
    const idAt = (slot: number) => this.#open.idAt(slot)
    const slotsOf = (articles: Iterable<ArticleId>) => Array.from(articles).flatMap((id) => this.#open.slotOf(id) ?? [])
    return {
      isLocked: rules.isLocked,
      linked: (slot) => slotsOf(rules.linked(idAt(slot))),
      apartFrom: (slot) => slotsOf(rules.apartFrom(idAt(slot))),
    }
  }

  #decisionOf(slot: number, { articleId, features }: Arriving, { groups, near }: Look): Decision {
    const targets = this.#targets(groups)
    const moves: Move[] = []
    let assignment: Assignment | undefined
    let fresh = 0
    for (const [at, group] of groups.entries()) {
      const target = targets[at]
      const isOwn = group.slots.includes(slot)
      const to = target ?? (isOwn ? 'opened' : { fresh: fresh++ })
      if (isOwn) assignment = this.#assignmentOf(slot, features, group, target, near)
      moves.push(...this.#movesTo(to, group, slot))
    }
    return { articleId, assignment: assignment ?? { kind: 'opens', why: whyOpens(null, 0) }, moves }
  }

  #assignmentOf(
    slot: number,
    features: Features,
    group: Group,
    target: StoryId | undefined,
    near: Look['near'],
  ): Assignment {
    const { oneStoryAt } = this.#settings
    const others = group.slots.filter((member) => member !== slot)
    const shared = this.#shared(features, others)
    if (target === undefined) {
      const nearest = near[0] === undefined ? null : asNear(near[0])
      const why =
        others.length > 0 ? whyLeaves(shared, group.chance, nearest, oneStoryAt) : whyOpens(nearest, oneStoryAt)
      return { kind: 'opens', why }
    }
    const next = near.find(({ story }) => story !== target)
    const why = whyJoins(shared, group.chance, next === undefined ? null : asNear(next), oneStoryAt)
    return { kind: 'joins', storyId: target, similarity: group.chance, why }
  }

  /** Which story each group goes on as: the one of which it holds most open articles; of equals the older one's. */
  #targets(groups: readonly Group[]): (StoryId | undefined)[] {
    const claims: Claim[] = []
    for (let at = 0; at < groups.length; at += 1) this.#addClaims(at, groups[at]?.slots ?? [], claims)
    const targets = new Array<StoryId | undefined>(groups.length)
    claims.sort((a, b) => b.pinned - a.pinned || b.count - a.count || a.oldest - b.oldest)
    const taken = new Set<StoryId>()
    for (const { at, story } of claims) {
      if (targets[at] !== undefined || taken.has(story)) continue
      targets[at] = story
      taken.add(story)
    }
    return targets
  }

  /** Of each story that a group has articles of, how many, into `claims`. */
  #addClaims(at: number, slots: readonly number[], claims: Claim[]): void {
    const first = claims.length
    for (const slot of slots) {
      const story = this.#members.storyOf(slot)
      if (story === undefined) continue
      let claim = first
      while (claim < claims.length && claims[claim]?.story !== story) claim += 1
      const known = claims[claim]
      if (known !== undefined) known.count += 1
      else claims.push({ at, story, count: 1, oldest: slot, pinned: this.#rules?.isPinned(story) ? 1 : 0 })
    }
  }

  #movesTo(to: Move['to'], { slots }: Group, arriving: number): Move[] {
    const byStory = new Map<StoryId, number[]>()
    for (const slot of slots) {
      const story = this.#members.storyOf(slot)
      if (slot === arriving || story === undefined || story === to) continue
      byStory.set(story, [...(byStory.get(story) ?? []), slot])
    }
    return Array.from(byStory, ([from, moved]) => {
      const others = slots.filter((slot) => !moved.includes(slot))
      return {
        ...{ articles: moved.map((slot) => this.#open.idAt(slot)), from, to },
        all: moved.length === this.#members.of(from).length,
        with: others.map((slot) => this.#open.idAt(slot)),
        chance: this.#look.meanChance(moved, others),
      }
    })
  }
}

const asNear = ({ story, chance }: Look['near'][number]) => ({ storyId: story, similarity: chance })

/** A fresh stream, knowing ordinary words and no story yet. */
export function openStories({
  settings = storySettings,
  words = ordinaryWords,
  model = pairModel,
  rules = null,
}: {
  readonly settings?: StorySettings
  readonly words?: ReadonlyMap<string, number>
  readonly model?: PairModel
  readonly rules?: Rules | null
} = {}): OpenStories {
  return new OpenStories(settings, words, model, rules)
}

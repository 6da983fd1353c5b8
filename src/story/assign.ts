import type { ArticleId } from '../article/article.ts'
import { candidateStories } from './candidates.ts'
import type { Features } from './features.ts'
import { Frequencies } from './frequencies.ts'
import { daysApart, type OpenArticle, OpenArticles } from './open-articles.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { type StorySettings, storySettings } from './settings.ts'
import { Comparison, type Indexed, indexed, termIds } from './similarity.ts'
import type { StoryId } from './story.ts'
import { type NearStory, sharedTerms, type Why, whyJoins, whyOpens } from './why.ts'

const DAY_MS = 86_400_000

export type Assignment =
  | { readonly kind: 'joins'; readonly storyId: StoryId; readonly similarity: number; readonly why: Why }
  | { readonly kind: 'opens'; readonly why: Why }

/** One row of the past: which article was put into which story. */
export interface Placed {
  readonly articleId: ArticleId
  readonly storyId: StoryId
  readonly features: Features
  /** When the article was published; null where nobody knows, and then it never expires. */
  readonly when: Date | null
}

/**
 * The stories that may still gain articles. Its state is what `add` was told of the window and of the last articles: the same rows
 * in the same order, into a fresh instance, give the same answers ever after. That is how a restart works.
 */
export class OpenStories {
  readonly #settings: StorySettings
  readonly #frequencies: Frequencies
  readonly #open = new OpenArticles()
  /** Stories by age, so that ties have an order of their own. */
  readonly #ages = new Map<StoryId, number>()
  /** The latest day that time has come to, counted from 1970. */
  #day = Number.NEGATIVE_INFINITY

  constructor(settings: StorySettings, words: ReadonlyMap<string, number>) {
    this.#settings = settings
    this.#frequencies = new Frequencies(settings, words)
  }

  /** How much is open: for progress and for watching memory. */
  get size(): { readonly articles: number; readonly stories: number } {
    return { articles: this.#open.articles, stories: this.#open.stories }
  }

  /** The stream's decision on one article. Changes nothing: tell `add` what became of it. */
  assign(features: Features, when: Date | null): Assignment {
    const fields = indexed(features, this.#frequencies, this.#settings.leadFactor)
    const [nearest, other] = this.#nearestTwo(fields, when)
    const { joinAt } = this.#settings
    if (nearest === undefined || nearest.similarity < joinAt)
      return { kind: 'opens', why: whyOpens(nearest ?? null, joinAt) }
    const shared = this.#shared(features, fields, this.#comparable(nearest.storyId, when))
    const why = whyJoins(shared, nearest.similarity, other ?? null, joinAt)
    return { kind: 'joins', ...nearest, why }
  }

  /** Takes note of a decision, made here or by an editor. An article that is already open moves. */
  add({ articleId, storyId, features, when }: Placed): void {
    if (!this.#ages.has(storyId)) this.#ages.set(storyId, this.#ages.size)
    const known = this.#open.get(articleId)
    if (known !== undefined) {
      if (known.storyId !== storyId) this.#open.move(known, storyId)
      return
    }
    const fields = indexed(features, this.#frequencies, this.#settings.leadFactor)
    this.#frequencies.count(termIds(fields))
    this.#open.insert({ articleId, storyId, fields, when })
  }

  /**
   * Time has come to the UTC day of `when`: articles that left the window are dropped. Only memory: no article of that day
   * or later could join them.
   */
  advanceTo(when: Date): void {
    const day = Math.floor(when.getTime() / DAY_MS)
    if (day <= this.#day) return
    this.#day = day
    this.#open.forgetBefore(new Date((day - this.#settings.windowDays) * DAY_MS))
  }

  // Ties go to the older story: if the order of candidates decided, a replay under other limits would group otherwise.
  #nearestTwo(fields: Indexed, when: Date | null): NearStory[] {
    const comparison = new Comparison(fields, this.#frequencies, this.#settings)
    const age = (story: StoryId) => this.#ages.get(story) ?? 0
    return candidateStories(fields, when, this.#open, this.#frequencies, this.#settings)
      .map((storyId) => ({ storyId, similarity: this.#toStory(comparison, when, storyId) }))
      .sort((a, b) => b.similarity - a.similarity || age(a.storyId) - age(b.storyId))
      .slice(0, 2)
  }

  /** Mean over the nearest few pairs: a centroid blurs, a single nearest pair chains look-alikes together. */
  #toStory(comparison: Comparison, when: Date | null, story: StoryId): number {
    const { linksAveraged, dayDecay } = this.#settings
    const links = this.#comparable(story, when)
      .map((member) => comparison.with(member.fields) / (1 + dayDecay * (daysApart(when, member.when) ?? 0)))
      .sort((a, b) => b - a)
      .slice(0, linksAveraged)
    return links.reduce((sum, link) => sum + link, 0) / Math.max(1, links.length)
  }

  // Only what is within the window to the hour: days are for forgetting.
  #comparable(story: StoryId, when: Date | null): OpenArticle[] {
    const { windowDays, membersCompared } = this.#settings
    return this.#open
      .members(story)
      .filter((member) => (daysApart(when, member.when) ?? 0) <= windowDays)
      .slice(-membersCompared)
  }

  #shared(features: Features, fields: Indexed, members: readonly OpenArticle[]): string[] {
    const spelling = new Map(features.names.map(([name]) => [name.toLowerCase(), name]))
    return sharedTerms(
      fields,
      members.map((member) => member.fields),
      this.#frequencies,
      spelling,
    )
  }
}

/** A fresh stream, knowing ordinary words and no story yet. */
export function openStories(
  settings: StorySettings = storySettings,
  words: ReadonlyMap<string, number> = ordinaryWords,
): OpenStories {
  return new OpenStories(settings, words)
}

import { type FramingGroup, framingGroups } from './framing-words.ts'

export type Rates = ReadonlyMap<FramingGroup, number>

/** What is expected of a story before others told it: so many articles of the common kind. */
const commonArticles = 3

interface Sum {
  articles: number
  readonly rates: Float64Array
}

interface Told {
  readonly sourceId: string
  readonly storyId: string
  readonly rates: Float32Array
}

/**
 * How the articles of each story are written, so that a story's matter does not pass for an outlet's manner: who reports on
 * an abortion ruling uses its words whatever his side.
 */
export class SharedStories {
  readonly #told: Told[] = []
  readonly #ofStory = new Map<string, Sum>()
  readonly #ofSourceInStory = new Map<string, Sum>()

  add(sourceId: string, storyId: string, rates: Rates): void {
    const row = Float32Array.from(framingGroups, (group) => rates.get(group) ?? 0)
    this.#told.push({ sourceId, storyId, rates: row })
    for (const [sums, key] of [
      [this.#ofStory, storyId],
      [this.#ofSourceInStory, `${storyId}\n${sourceId}`],
    ] as const) {
      const sum = sums.get(key) ?? { articles: 0, rates: new Float64Array(framingGroups.length) }
      sums.set(key, sum)
      sum.articles += 1
      for (const [at, rate] of row.entries()) sum.rates[at] = (sum.rates[at] ?? 0) + rate
    }
  }

  /**
   * By source: how many of its articles are on stories that others told, and by how much their tellings are, in sum, above the
   * common rates.
   */
  excesses(
    common: Rates,
  ): ReadonlyMap<string, { readonly articles: number; readonly rates: ReadonlyMap<FramingGroup, number> }> {
    const excesses = new Map<string, { articles: number; rates: Map<FramingGroup, number> }>()
    for (const { sourceId, storyId } of this.#told) {
      const story = this.#ofStory.get(storyId)
      const own = this.#ofSourceInStory.get(`${storyId}\n${sourceId}`)
      if (story === undefined || own === undefined || story.articles === own.articles) continue
      const excess = excesses.get(sourceId) ?? { articles: 0, rates: new Map<FramingGroup, number>() }
      excesses.set(sourceId, excess)
      excess.articles += 1
      const others = story.articles - own.articles
      for (const [at, group] of framingGroups.entries()) {
        const above = (story.rates[at] ?? 0) - (own.rates[at] ?? 0) - others * (common.get(group) ?? 0)
        excess.rates.set(group, (excess.rates.get(group) ?? 0) + above / (others + commonArticles))
      }
    }
    return excesses
  }
}

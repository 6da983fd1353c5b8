import type { ArticleId } from '../../../src/article/article.ts'
import { type OpenStories, openStories } from '../../../src/story/assign.ts'
import type { Membership } from '../../../src/story/evaluate.ts'
import type { Features } from '../../../src/story/features.ts'
import { type StoryId, storyId } from '../../../src/story/story.ts'

/** One article for the stream of stories. */
export interface Row {
  readonly id: ArticleId
  readonly when: Date | null
  readonly features: Features
}

/** The stream as the pipeline runs it, over rows in the order in which they come. */
export class Grouping {
  readonly #open: OpenStories = openStories()
  #stories = 0

  get openArticles(): number {
    return this.#open.size.articles
  }

  /** The decision on one article, carried out; where it and what it moved are goes into `stories`. */
  take({ id, when, features }: Row, stories: Map<ArticleId, StoryId> = new Map()): void {
    if (when !== null) this.#open.advanceTo(when)
    const { settled } = this.#open.take({ articleId: id, features, when }, () => storyId(`s${this.#stories++}`))
    for (const { articleId, storyId: story } of settled) stories.set(articleId, story)
  }

  /** A decision of the past, as a restart reads it. */
  restore({ id, when, features }: Row, story: string): void {
    if (when !== null) this.#open.advanceTo(when)
    this.#open.add({ articleId: id, storyId: storyId(story), features, when })
  }
}

export function grouped(rows: readonly Row[]): Membership[] {
  const grouping = new Grouping()
  const stories = new Map<ArticleId, StoryId>()
  for (const row of rows) grouping.take(row, stories)
  return rows.map(({ id }) => ({ id, story: stories.get(id) ?? '' }))
}

import type { ArticleId } from '../../../src/article/article.ts'
import { freshOf, type OpenStories, openStories } from '../../../src/story/assign.ts'
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

  /** The decision on one article, carried out; what it moved goes into `moved`. */
  take({ id, when, features }: Row, moved?: Map<ArticleId, StoryId>): StoryId {
    if (when !== null) this.#open.advanceTo(when)
    const decision = this.#open.arrive({ articleId: id, features, when })
    const opened = decision.assignment.kind === 'opens' ? this.#newStory() : null
    const fresh = Array.from({ length: freshOf(decision) }, () => this.#newStory())
    this.#open.settle(decision, opened, fresh)
    for (const { articles, to } of decision.moves) {
      const target = to === 'opened' ? opened : typeof to === 'string' ? to : fresh[to.fresh]
      if (target) for (const article of articles) moved?.set(article, target)
    }
    return decision.assignment.kind === 'joins' ? decision.assignment.storyId : (opened ?? this.#newStory())
  }

  #newStory(): StoryId {
    return storyId(`s${this.#stories++}`)
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
  for (const row of rows) stories.set(row.id, grouping.take(row, stories))
  return rows.map(({ id }) => ({ id, story: stories.get(id) ?? '' }))
}

import { articleId } from '../../src/article/article.ts'
import type { Decision, OpenStories, Remembered } from '../../src/story/assign.ts'
import { type Features, featuresOf } from '../../src/story/features.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'

export interface Text {
  readonly title: string
  readonly text: string
}

export interface Timed extends Text {
  readonly when: Date | null
}

export const features = (text: Text): Features => featuresOf({ ...text, lang: 'en' })
export const at = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 2, day, hour))

/** A stream and where its articles are: what a store would hold. */
export class Told {
  readonly stories: OpenStories
  readonly where = new Map<string, StoryId>()
  /** What a restart would be told of the articles that were decided on, oldest first; where they were then. */
  readonly kept: (Remembered & { readonly counted: Uint32Array })[] = []

  constructor(stories: OpenStories) {
    this.stories = stories
  }

  /** Decides on an article and carries the decision out. */
  tell(id: string, { title, text, when }: Timed): Decision {
    if (when !== null) this.stories.advanceTo(when)
    // The first new story of a decision is the one that its article opens, if it opens one.
    let minted = 0
    const newStory = () => storyId(`${['of', 'second of', 'third of'][minted++] ?? minted} ${id}`)
    const article = { articleId: articleId(id), features: features({ title, text }), when }
    const { decision, settled } = this.stories.take(article, newStory)
    for (const { articleId: settledId, storyId: story } of settled) this.where.set(settledId, story)
    this.kept.push({ ...article, ...this.stories.memory(), storyId: this.where.get(id) ?? storyId('') })
    return decision
  }

  /** Puts an article where it is said to be, as an editor does. */
  put(id: string, story: string, { title, text, when }: Timed): void {
    const article = { articleId: articleId(id), features: features({ title, text }), when }
    this.stories.add({ ...article, storyId: storyId(story) })
    this.where.set(id, storyId(story))
  }
}

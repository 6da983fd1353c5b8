import { articleId } from '../../src/article/article.ts'
import { type Decision, freshOf, type OpenStories } from '../../src/story/assign.ts'
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

  constructor(stories: OpenStories) {
    this.stories = stories
  }

  /** Decides on an article and carries the decision out. */
  tell(id: string, { title, text, when }: Timed): Decision {
    if (when !== null) this.stories.advanceTo(when)
    const decision = this.stories.arrive({ articleId: articleId(id), features: features({ title, text }), when })
    const { assignment, moves } = decision
    const opened = assignment.kind === 'opens' ? storyId(`of ${id}`) : null
    const fresh = Array.from({ length: freshOf(decision) }, (_, at) => storyId(`fresh ${at} of ${id}`))
    this.stories.settle(decision, opened, fresh)
    this.where.set(id, assignment.kind === 'joins' ? assignment.storyId : storyId(`of ${id}`))
    for (const { articles, to } of moves) {
      const target = to === 'opened' ? opened : typeof to === 'string' ? to : fresh[to.fresh]
      for (const article of articles) if (target) this.where.set(article, target)
    }
    return decision
  }

  /** Puts an article where it is said to be, as an editor does. */
  put(id: string, story: string, { title, text, when }: Timed): void {
    const article = { articleId: articleId(id), features: features({ title, text }), when }
    this.stories.add({ ...article, storyId: storyId(story) })
    this.where.set(id, storyId(story))
  }
}

import type { Article, ArticleId } from '../article/article.ts'

export type StoryId = string & { readonly brand: 'StoryId' }

/** The one place where a story id is minted. */
export const storyId = (value: string): StoryId => value as StoryId

/** The articles about one event, oldest first. */
export interface Story {
  readonly id: StoryId
  readonly articles: readonly Article[]
}

/** Articles of a story that are one piece of reporting, and why. */
export interface IndependenceGroup {
  readonly members: readonly ArticleId[]
  readonly reason: 'alone' | 'same-owner' | 'reprint' | 'near-duplicate'
}

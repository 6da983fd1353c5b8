import type { Article } from '../article/article.ts'
import { type Assignment, openStories } from './assign.ts'
import { inDateOrder } from './date-order.ts'
import { type Features, featuresOf } from './features.ts'
import { type StorySettings, storySettings } from './settings.ts'
import { type StoryId, storyId } from './story.ts'

export interface Grouped {
  readonly article: Article
  readonly storyId: StoryId
  readonly assignment: Assignment
}

export interface Prepared {
  readonly article: Article
  readonly features: Features
}

export function prepared(article: Article): Prepared {
  return { article, features: featuresOf(article) }
}

/** A finished collection → each article's story, as the stream would have decided in date order; in the order of input. */
export function groupArticles(rows: readonly Prepared[], settings: StorySettings = storySettings): Grouped[] {
  const stream = openStories(settings)
  const placed = new Map<Prepared, Grouped>()
  let stories = 0
  for (const row of inDateOrder(rows, ({ article }) => article.publishedAt)) {
    const { article, features } = row
    const when = article.publishedAt
    if (when !== null) stream.advanceTo(when)
    const assignment = stream.assign(features, when)
    const story = assignment.kind === 'joins' ? assignment.storyId : storyId(`s${++stories}`)
    stream.add({ articleId: article.id, storyId: story, features, when })
    placed.set(row, { article, storyId: story, assignment })
  }
  return rows.flatMap((row) => placed.get(row) ?? [])
}

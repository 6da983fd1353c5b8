import type { Article, ArticleId } from '../article/article.ts'
import { type Assignment, openStories } from './assign.ts'
import { inDateOrder } from './date-order.ts'
import { type Features, featuresOf } from './features.ts'
import type { PairModel } from './one-event.ts'
import type { StorySettings } from './settings.ts'
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
export function groupArticles(
  rows: readonly Prepared[],
  options: { readonly settings?: StorySettings; readonly model?: PairModel } = {},
): Grouped[] {
  const stream = openStories(options)
  const storyOf = new Map<ArticleId, StoryId>()
  const assigned = new Map<Prepared, Assignment>()
  let stories = 0
  const newStory = () => storyId(`s${++stories}`)
  for (const row of inDateOrder(rows, ({ article }) => article.publishedAt)) {
    const { article, features } = row
    const when = article.publishedAt
    if (when !== null) stream.advanceTo(when)
    const { decision, settled } = stream.take({ articleId: article.id, features, when }, newStory)
    assigned.set(row, decision.assignment)
    for (const { articleId, storyId: story } of settled) storyOf.set(articleId, story)
  }
  return rows.flatMap((row) => {
    const [assignment, story] = [assigned.get(row), storyOf.get(row.article.id)]
    return assignment === undefined || story === undefined ? [] : [{ article: row.article, storyId: story, assignment }]
  })
}

import type { Article, ArticleId } from '../article/article.ts'
import { type Assignment, freshOf, openStories } from './assign.ts'
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
    const decision = stream.arrive({ articleId: article.id, features, when })
    const { assignment, moves } = decision
    const opened = assignment.kind === 'opens' ? newStory() : null
    const fresh = Array.from({ length: freshOf(decision) }, newStory)
    stream.settle(decision, opened, fresh)
    assigned.set(row, assignment)
    storyOf.set(article.id, assignment.kind === 'joins' ? assignment.storyId : (opened ?? newStory()))
    for (const { articles, to } of moves) {
      const target = to === 'opened' ? opened : typeof to === 'string' ? to : fresh[to.fresh]
      if (target) for (const id of articles) storyOf.set(id, target)
    }
  }
  return rows.flatMap((row) => {
    const [assignment, story] = [assigned.get(row), storyOf.get(row.article.id)]
    return assignment === undefined || story === undefined ? [] : [{ article: row.article, storyId: story, assignment }]
  })
}

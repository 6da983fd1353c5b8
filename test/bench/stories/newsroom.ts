import { prepared } from '../../../src/story/group.ts'
import { readGold } from '../../newsroom/gold.ts'
import { newsroomArticle } from '../newsroom-article.ts'
import type { Collection } from './collections.ts'

/** The invented articles of the newsroom, by their events. */
export function newsroomCollection(): Collection {
  const { articles } = readGold()
  return {
    name: 'newsroom',
    gold: articles.map(({ event }) => event),
    articles: articles.map((one) => prepared(newsroomArticle(one))),
  }
}

import { articleId } from '../../../src/article/article.ts'
import { sourceId } from '../../../src/source/source.ts'
import { prepared } from '../../../src/story/group.ts'
import { readGold } from '../../newsroom/gold.ts'
import type { Collection } from './collections.ts'

/** The invented articles of the newsroom, by their events. */
export function newsroomCollection(): Collection {
  const { articles } = readGold()
  return {
    name: 'newsroom',
    gold: articles.map(({ event }) => event),
    articles: articles.map(({ outlet, path, title, text, publishedAt }) => {
      const { article, features } = prepared({
        ...{ id: articleId(`${outlet} ${path}`), title, text, url: null, lang: 'en', wire: null, sections: [] },
        publishedAt: new Date(publishedAt),
        source: {
          ...{ id: sourceId(outlet), name: outlet, leaning: 'unknown', owner: null },
          ...{ kind: null, country: null, reach: null },
        },
      })
      return { article: { ...article, text: '' }, features }
    }),
  }
}

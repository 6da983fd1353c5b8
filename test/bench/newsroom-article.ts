import { type Article, articleId } from '../../src/article/article.ts'
import { sourceId } from '../../src/source/source.ts'
import type { Gold } from '../newsroom/gold.ts'

type GoldArticle = Gold['articles'][number]

export const newsroomId = ({ outlet, path }: GoldArticle) => articleId(`${outlet} ${path}`)

/** An article of the newsroom without its owner: what an owner says of two articles is no test of their texts. */
export function newsroomArticle(one: GoldArticle, kind: Article['source']['kind'] = null): Article {
  const { outlet, title, lang, text, publishedAt } = one
  const source = { id: sourceId(outlet), name: outlet, leaning: 'unknown' as const, owner: null }
  return {
    ...{ id: newsroomId(one), title, text, url: null, lang, wire: null, sections: [] },
    ...{ publishedAt: new Date(publishedAt), source: { ...source, kind, country: null, reach: null } },
  }
}

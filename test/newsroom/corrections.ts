import type { NewsroomArticle } from './articles.ts'
import { type Planted, readPlanted } from './planted.ts'

/** The articles as they read after their outlets corrected what is planted. */
export function corrected(articles: readonly NewsroomArticle[]): NewsroomArticle[] {
  const planted = readPlanted().flatMap(({ event, corrections }) => corrections.map((one) => ({ event, ...one })))
  return articles.map((article) => {
    const correction = planted.find(({ event, outlet }) => event === article.event && outlet === article.outlet)
    return correction === undefined ? article : withCorrection(article, correction)
  })
}

function withCorrection(
  article: NewsroomArticle,
  { at, before, after }: Planted['corrections'][number],
): NewsroomArticle {
  const paragraphs = article.paragraphs.map((paragraph) => paragraph.replaceAll(before, after))
  return { ...article, paragraphs, corrected: new Date(at) }
}

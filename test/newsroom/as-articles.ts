import { type Article, articleId } from '../../src/article/article.ts'
import { sourceId } from '../../src/source/source.ts'
import { type NewsroomArticle, readArticles } from './articles.ts'
import { langOf, type Outlet, readOutlets } from './outlets.ts'

/** The newsroom's articles by event, as extraction would leave them. */
export function articlesByEvent(): Map<string, Article[]> {
  const outlets = new Map(readOutlets().map((outlet) => [outlet.id, outlet]))
  const byEvent = new Map<string, Article[]>()
  for (const written of readArticles()) {
    const outlet = outlets.get(written.outlet)
    if (outlet === undefined) continue
    byEvent.set(written.event, [...(byEvent.get(written.event) ?? []), toArticle(written, outlet)])
  }
  return byEvent
}

function toArticle(written: NewsroomArticle, outlet: Outlet): Article {
  const { id, name, leaning = 'unknown', kind, country, reach, owner } = outlet
  return {
    id: articleId(written.path),
    source: { id: sourceId(id), name, leaning, kind, country, reach, owner },
    url: `https://${id}.example${written.path}`,
    title: written.title,
    text: written.paragraphs.join('\n\n'),
    lang: langOf(outlet),
    wire: null,
    publishedAt: written.published,
    sections: [written.section],
  }
}

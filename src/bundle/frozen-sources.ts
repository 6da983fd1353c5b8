import type { Article } from '../article/article.ts'
import type { CurrentLeaning } from '../source/current-leaning.ts'
import type { SourceLeaning } from '../source/leaning-of-page.ts'
import type { SourceId } from '../source/source.ts'
import type { BundleDocument } from './document.ts'

/** Per outlet, what its leaning was computed from: by a source's id; `opinionArticles` are those on its opinion pages. */
export interface UsedLeanings {
  readonly bySource: ReadonlyMap<SourceId, SourceLeaning>
  readonly opinionArticles: ReadonlySet<string>
}

/** The outlets of a story in the order of their articles, each with the ratings that its leaning rests on. */
export function frozenSources(
  articles: readonly Article[],
  { bySource, opinionArticles }: UsedLeanings,
): NonNullable<BundleDocument['sources']> {
  const sources = new Map(articles.map(({ source }) => [source.id, source]))
  const inOpinion = new Set(articles.filter(({ id }) => opinionArticles.has(id)).map(({ source }) => source.id))
  return [...sources.values()].flatMap(({ id, name }) => {
    const used = bySource.get(id)
    if (used === undefined) return []
    const opinion = inOpinion.has(id) && used.opinion !== null ? { opinion: frozen(used.opinion) } : {}
    return [{ id, name, ...frozen(used.news), ...opinion }]
  })
}

function frozen({ leaning, spread, ratings }: CurrentLeaning) {
  return { leaning, spread, ratings: ratings.map((rating) => ({ ...rating })) }
}

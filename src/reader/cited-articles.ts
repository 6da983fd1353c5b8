import type { BundleDocument, Claim } from '../bundle/document.ts'

export type CitedArticle = BundleDocument['articles'][number]
export type ArticlesById = ReadonlyMap<string, CitedArticle>

/** One article that a claim names, with the spans it is quoted with. */
export interface Citation {
  /** Null where the bundle does not list the article. */
  readonly article: CitedArticle | null
  readonly quotes: readonly string[]
}

/** The story's articles, and those of earlier stories that it cites. */
export function articlesById({ articles, archive = [] }: BundleDocument): ArticlesById {
  return new Map([...archive, ...articles].map((article) => [article.id, article]))
}

/** A claim's evidence, one entry an article, in the order of the claim. */
export function citations(claim: Claim, articles: ArticlesById): Citation[] {
  const ids = [...new Set(claim.evidence.map((evidence) => evidence.article))]
  return ids.map((id) => {
    const spans = claim.evidence.filter((evidence) => evidence.article === id).flatMap(({ quote }) => quote ?? [])
    return { article: articles.get(id) ?? null, quotes: [...new Set(spans)] }
  })
}

/** The outlets behind article ids, each once. */
export function outlets(ids: readonly string[], articles: ArticlesById): CitedArticle[] {
  const bySource = new Map<string, CitedArticle>()
  for (const id of ids) {
    const article = articles.get(id)
    if (article && !bySource.has(article.source)) bySource.set(article.source, article)
  }
  return [...bySource.values()]
}

import { sql } from 'drizzle-orm'
import type { Article, ArticleId } from '../article/article.ts'
import type { Kind } from '../source/kind.ts'
import type { Leaning } from '../source/leaning.ts'
import type { Reach, SourceId } from '../source/source.ts'
import { article, source } from './schema.ts'

/** What every query of articles for the later stages selects, from `article` joined with `source`. */
export const articleColumns = {
  id: article.id,
  url: article.canonicalUrl,
  title: sql<string>`${article.title}`,
  text: sql<string>`${article.text}`,
  lang: article.lang,
  publishedAt: article.publishedAt,
  discoveredAt: article.discoveredAt,
  section: article.section,
  sourceId: source.id,
  sourceName: source.name,
  kind: sql<Kind>`${source.kind}`,
  country: source.country,
  reach: sql<Reach>`${source.reach}`,
  owner: source.owner,
}

export interface ArticleRow {
  readonly id: ArticleId
  readonly url: string
  readonly title: string
  readonly text: string
  readonly lang: string | null
  readonly publishedAt: Date | null
  readonly discoveredAt: Date
  readonly section: string | null
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly kind: Kind
  readonly country: string
  readonly reach: Reach
  readonly owner: string | null
}

/** A row as the stages read it. `leaning` is computed from dated ratings by the caller. */
export function articleFrom(row: ArticleRow, leaning: Leaning): Article {
  const { id, url, title, text, lang, publishedAt, section } = row
  const { sourceId, sourceName, kind, country, reach, owner } = row
  return {
    ...{ id, url, title, text, lang, publishedAt, section },
    source: { id: sourceId, name: sourceName, leaning, kind, country, reach, owner },
  }
}

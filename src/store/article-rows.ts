import { sql } from 'drizzle-orm'
import type { Article, ArticleId } from '../article/article.ts'
import type { Kind } from '../source/kind.ts'
import type { Leaning } from '../source/leaning.ts'
import type { Ownership } from '../source/ownership.ts'
import type { Reach, SourceId } from '../source/source.ts'
import { article, feed, item, source } from './schema.ts'

/** When an article appeared: as its page says, else the earliest that a feed said of it. */
export const publishedAt = sql<Date | null>`coalesce(${article.publishedAt}, (
  select min(${item.publishedAt}) from ${item} where ${item.articleId} = ${article.id}
))`.mapWith(article.publishedAt)

/** Pages that nobody dates count from the moment they were seen. */
export const appearedAt = sql<Date>`coalesce(${publishedAt}, ${article.discoveredAt})`.mapWith(article.discoveredAt)

/** The shelves an article stands on: its page's own, then those of the feeds that carried it, the front pages last. */
const sections = sql<string[]>`array_remove(array_prepend(${article.section}, array(
  select ${feed.section} from ${item} join ${feed} on ${feed.id} = ${item.feedId} where ${item.articleId} = ${article.id}
  group by 1 order by ${feed.section} = 'headlines', 1
)), null)`

/** What every query of articles for the later stages selects, from `article` joined with `source`. */
export const articleColumns = {
  id: article.id,
  version: article.version,
  url: article.canonicalUrl,
  title: sql<string>`${article.title}`,
  text: sql<string>`${article.text}`,
  lang: article.lang,
  wire: article.wire,
  publishedAt,
  discoveredAt: article.discoveredAt,
  sections,
  sourceId: source.id,
  sourceName: source.name,
  kind: sql<Kind>`${source.kind}`,
  country: source.country,
  reach: sql<Reach>`${source.reach}`,
  owner: source.owner,
  ownership: source.ownership,
}

export interface ArticleRow {
  readonly id: ArticleId
  /** Which of its versions this is. */
  readonly version: number
  readonly url: string
  readonly title: string
  readonly text: string
  readonly lang: string | null
  readonly wire: string | null
  readonly publishedAt: Date | null
  readonly discoveredAt: Date
  readonly sections: readonly string[]
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly kind: Kind
  readonly country: string
  readonly reach: Reach
  readonly owner: string | null
  readonly ownership: Ownership
}

/** A row as the stages read it. `leaning` is computed from dated ratings by the caller. */
export function articleFrom(row: ArticleRow, leaning: Leaning): Article {
  const { id, url, title, text, lang, wire, publishedAt, sections } = row
  const { sourceId, sourceName, kind, country, reach, owner, ownership } = row
  return {
    ...{ id, url, title, text, lang, wire, publishedAt, sections },
    source: { id: sourceId, name: sourceName, leaning, kind, country, reach, owner, ownership },
  }
}

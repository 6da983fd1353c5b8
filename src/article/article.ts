import type { Kind } from '../source/kind.ts'
import type { Leaning } from '../source/leaning.ts'
import type { Ownership } from '../source/ownership.ts'
import type { Reach, SourceId } from '../source/source.ts'

export type ArticleId = string & { readonly brand: 'ArticleId' }

/** The one place where an article id is minted: from a database row or from a line of an input file. */
export const articleId = (value: string): ArticleId => value as ArticleId

/** What later stages know of the outlet behind an article. What is not known is null, never guessed. */
export interface ArticleSource {
  readonly id: SourceId
  readonly name: string
  readonly leaning: Leaning
  readonly kind: Kind | null
  readonly country: string | null
  readonly reach: Reach | null
  readonly owner: string | null
  readonly ownership?: Ownership
}

/** One page of one source, extracted: what every stage after extraction reads. */
export interface Article {
  readonly id: ArticleId
  readonly source: ArticleSource
  readonly url: string | null
  readonly title: string
  /** Paragraphs, separated by one blank line. */
  readonly text: string
  /** BCP 47 primary language, as declared or detected. */
  readonly lang: string | null
  readonly publishedAt: Date | null
  /** The agency that its page credits, by its short name where it is a known one. */
  readonly wire: string | null
  /** The outlet's own shelf as the page names it, then what the feeds that carried it are about. */
  readonly sections: readonly string[]
}

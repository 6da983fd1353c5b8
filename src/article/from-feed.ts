import type { Extracted, Rejection } from './extracted.ts'
import { detectLanguage } from './language.ts'

/** An entry of a feed that carries its article. */
export interface CarriedArticle {
  readonly title: string
  readonly author: string | null
  readonly publishedAt: Date | null
  /** Plain text, paragraphs separated by a blank line. */
  readonly content: string
}

/** What a page that gave nothing, or too little, leaves to its feed. One that reserves its text or is no HTML does not. */
const unread: ReadonlySet<Rejection> = new Set([
  ...([
    'paywalled',
    'consent-wall',
    'blocked',
    'too-short',
    'too-large',
    'timed-out',
    'out-of-memory',
    'unreadable',
  ] as const),
])

/** What the page gave, or where it gave nothing the article as its publisher put it into the feed. */
export function orFromFeed(extracted: Extracted, carried: CarriedArticle | null): Extracted {
  if (carried === null || extracted.kind === 'article' || !unread.has(extracted.reason)) return extracted
  const { title, author, publishedAt, content: text } = carried
  const authors = author === null ? [] : [author]
  const lang = detectLanguage(text)
  const unsaid = {
    ...{
      modifiedAt: null,
      langDeclared: null,
      canonicalUrl: null,
      section: null,
      image: null,
      genre: null,
      isPaid: null,
    },
    ...{ langDisagrees: false, isLiveBlog: false, wire: null, origins: {} },
  }
  return { kind: 'article', article: { title, authors, publishedAt, lang, langDetected: lang, text, ...unsaid } }
}

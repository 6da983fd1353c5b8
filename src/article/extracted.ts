/** Why a page did not become an article: the closed list that every discard is counted under. */
export const rejections = [
  'paywalled',
  'consent-wall',
  'not-an-article',
  'too-short',
  'too-large',
  'not-html',
  'timed-out',
  'out-of-memory',
  'unreadable',
] as const
export type Rejection = (typeof rejections)[number]

/** Where on a page a statement was found. */
export const origins = ['json-ld', 'open-graph', 'microdata', 'meta', 'html', 'text', 'url'] as const
export type Origin = (typeof origins)[number]

export interface ExtractedArticle {
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedAt: Date | null
  readonly lang: string | null
  /** The page's own rel=canonical or og:url, resolved; null where it names none. */
  readonly canonicalUrl: string | null
  readonly section: string | null
  /** Plain text, paragraphs separated by one blank line; never markup. */
  readonly text: string
}

export type Extracted =
  | { readonly kind: 'article'; readonly article: ExtractedArticle }
  | { readonly kind: 'rejected'; readonly reason: Rejection }

/** What extraction is given: bytes as they came (decompressed), and what the server said of them. */
export interface Page {
  readonly url: string
  readonly contentType: string | null
  readonly bytes: Uint8Array
}

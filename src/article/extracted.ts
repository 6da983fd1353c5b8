import type { OptOutHeaders } from './opt-outs.ts'

/** Why a page did not become an article: the closed list that every discard is counted under. */
export const rejections = [
  'paywalled',
  'consent-wall',
  'blocked',
  'not-an-article',
  'too-short',
  'too-large',
  'not-html',
  'timed-out',
  'out-of-memory',
  'unreadable',
  'opted-out',
] as const
export type Rejection = (typeof rejections)[number]

/** Where on a page a statement was found; `text` is what readers see, `url` the page's address. */
export const origins = ['json-ld', 'open-graph', 'meta', 'microdata', 'html', 'text', 'url'] as const
export type Origin = (typeof origins)[number]

/** What a piece is by its outlet's word; the closed list. */
export const genres = ['news', 'opinion', 'analysis'] as const
export type Genre = (typeof genres)[number]

export interface LeadImage {
  /** An absolute http(s) address. */
  readonly url: string
  readonly caption: string | null
  /** Who made it, or whose it is. */
  readonly credit: string | null
}

/** The statements that may be missing on a page. */
export type Stated =
  | 'title'
  | 'authors'
  | 'publishedAt'
  | 'modifiedAt'
  | 'langDeclared'
  | 'canonicalUrl'
  | 'section'
  | 'image'
  | 'genre'
  | 'isLiveBlog'
  | 'isPaid'
  | 'wire'

export interface ExtractedArticle {
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedAt: Date | null
  /** When the page says that it was last changed; null where it says nothing else than its publication. */
  readonly modifiedAt: Date | null
  /** ISO 639 codes: as declared, else as detected. */
  readonly lang: string | null
  readonly langDeclared: string | null
  readonly langDetected: string | null
  /** Whether the text is surely not in the language that the page declares. */
  readonly langDisagrees: boolean
  /** The page's own rel=canonical or og:url, resolved; null where it names none. */
  readonly canonicalUrl: string | null
  readonly section: string | null
  readonly image: LeadImage | null
  /** Null where the page does not tell. */
  readonly genre: Genre | null
  readonly isLiveBlog: boolean
  /** Whether the page says that its text is for subscribers; null where it does not tell. */
  readonly isPaid: boolean | null
  /** The agency that is credited with the text: "Reuters", "AP", "dpa". */
  readonly wire: string | null
  /** Where each of these was found. */
  readonly origins: Readonly<Partial<Record<Stated, Origin>>>
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
  /** Absent where no server was asked. */
  readonly optOutHeaders?: OptOutHeaders
  /** Under which it was asked for, where that is not the program's own. */
  readonly userAgent?: string
  /** Set where its text may be extracted although the page reserves it. */
  readonly licensed?: boolean
}

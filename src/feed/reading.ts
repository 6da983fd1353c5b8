/** Text as a feed carries it: 'html' may hold markup and entities, 'text' stands as it is meant. */
export interface FeedText {
  readonly value: string
  readonly form: 'html' | 'text'
}

/** Atom: `type` says how the value of a text construct is to be read; a picture's or another file's bytes are no text. */
export function constructText(value: string, type: string | null): FeedText | null {
  const form = type?.trim().toLowerCase() ?? 'text'
  if (form === 'text' || form === 'text/plain') return { value, form: 'text' }
  return /^(html|xhtml|text\/.*|.*xml)$/.test(form) ? { value, form: 'html' } : null
}

/** An address as written, with the xml:base attributes that apply to it, innermost first. */
export interface Reference {
  readonly href: string
  readonly bases: readonly string[]
}

/** What a parser found in one item, in the feed's own words; lists are in order of preference. */
export interface ItemReading {
  readonly id: string | null
  readonly titles: readonly FeedText[]
  readonly references: readonly Reference[]
  readonly dates: readonly string[]
  readonly authors: readonly string[]
  readonly summaries: readonly FeedText[]
}

/** What a parser found in a document, before anything is normalised. */
export interface Reading {
  readonly title: FeedText | null
  readonly language: string | null
  readonly ttl: string | null
  readonly period: { readonly unit: string; readonly frequency: string } | null
  /** The site that the feed belongs to. */
  readonly home: string | null
  readonly items: readonly ItemReading[]
}

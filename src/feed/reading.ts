import { isUtf8 } from 'node:buffer'

/** Text as a feed carries it: 'html' may hold markup and entities, 'text' stands as it is meant. */
export interface FeedText {
  readonly value: string
  readonly form: 'html' | 'text'
}

/** Atom: `type` says how the value of a text construct is to be read; under the type of a file stands base64. */
export function constructText(value: string, type: string | null): FeedText | null {
  const form = type?.trim().toLowerCase() ?? 'text'
  if (form === 'text' || form === 'text/plain') return { value, form: 'text' }
  return /^(html|xhtml|text\/.*|.*xml)$/.test(form) ? { value, form: 'html' } : encodedText(value)
}

/** Base64 → the text in it; null for a picture's or another file's bytes, which are no text. */
export function encodedText(base64: string): FeedText | null {
  const bytes = Buffer.from(base64, 'base64')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file's bytes have them, a text has not
  const isText = isUtf8(bytes) && !/[\u0000-\u0008\u000e-\u001f]/.test(bytes.toString('utf8'))
  return isText ? { value: bytes.toString('utf8'), form: 'html' } : null
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
  /** Of publication; of a change only where nothing else is said. */
  readonly dates: readonly string[]
  readonly updates: readonly string[]
  readonly authors: readonly string[]
  readonly summaries: readonly FeedText[]
}

/** What a parser found in a document, before anything is normalised. */
export interface Reading {
  readonly title: FeedText | null
  readonly language: string | null
  readonly ttl: string | null
  readonly skipHours: readonly string[]
  readonly skipDays: readonly string[]
  readonly period: { readonly unit: string; readonly frequency: string } | null
  /** The site that the feed belongs to. */
  readonly home: string | null
  readonly items: readonly ItemReading[]
}

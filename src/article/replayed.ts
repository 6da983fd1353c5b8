import { type ArticleField, type ArticleValues, fieldsThatDiffer } from './difference.ts'
import type { Examined } from './examine.ts'
import type { Rejection } from './extracted.ts'
import { plausibleDate } from './plausible-date.ts'

/** What became of a page when it was extracted first, and which of its article's versions that is. */
export type Settled =
  | { readonly kind: 'article'; readonly version: number; readonly values: ArticleValues }
  | { readonly kind: 'rejected'; readonly reason: string }

/** What extracting a kept page again would change. */
export type Replayed =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed'
      /** The one that was compared. */
      readonly version: number
      readonly fields: readonly ArticleField[]
      readonly before: ArticleValues
      readonly after: ArticleValues
    }
  | { readonly kind: 'newly-accepted'; readonly was: string; readonly after: ArticleValues }
  | { readonly kind: 'newly-rejected'; readonly reason: Rejection }
  | { readonly kind: 'rejected-otherwise'; readonly was: string; readonly reason: Rejection }

interface ReplaySettings {
  /** Of the page: a date that lay in the future then was never taken. */
  readonly fetchedAt: Date
  /** The fields that are compared; the others stay as they are. */
  readonly only: readonly ArticleField[]
}

/** What stands of a page and what its extraction gives now → what would change. */
export function replayed(settled: Settled, examined: Examined, { fetchedAt, only }: ReplaySettings): Replayed {
  if (examined.kind === 'rejected') return rejectedNow(settled, examined.reason)
  const { title, authors, publishedAt, lang, section, text } = examined.article
  const now = { title, authors, publishedAt: plausibleDate(publishedAt, fetchedAt), lang, section, text }
  if (settled.kind === 'rejected') return { kind: 'newly-accepted', was: settled.reason, after: now }
  const { version, values: before } = settled
  const after = { ...before, ...Object.fromEntries(only.map((field) => [field, keptFrom(settled, now)[field]])) }
  const fields = fieldsThatDiffer(before, after)
  return fields.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', version, fields, before, after }
}

function rejectedNow(settled: Settled, reason: Rejection): Replayed {
  if (settled.kind === 'article') return { kind: 'newly-rejected', reason }
  return settled.reason === reason ? { kind: 'unchanged' } : { kind: 'rejected-otherwise', was: settled.reason, reason }
}

/** A corrected article may have its date and section from an earlier page than the one that is kept. */
function keptFrom({ version, values }: Extract<Settled, { kind: 'article' }>, now: ArticleValues): ArticleValues {
  if (version === 1) return now
  return { ...now, publishedAt: now.publishedAt ?? values.publishedAt, section: now.section ?? values.section }
}

import type { WrittenSource } from './catalogue-schema.ts'
import type { FieldPath } from './locate.ts'
import type { Raters, Rating, Source } from './source.ts'

type WrittenRatings = NonNullable<WrittenSource['ratings']>

/** Short forms → full values. A rating by a rater that is not declared is left out; `undeclaredRaters` names it. */
export function resolveSource(written: WrittenSource, raters: Raters, owner: string): Source {
  const { feeds, ownership = 'unknown', opinion, ...kept } = written
  return {
    ...kept,
    owner,
    ownership,
    ratings: ratingsOf(written, raters),
    ...(opinion === undefined ? {} : { opinion: { ...opinion, ratings: ratingsOf(opinion, raters) } }),
    feeds: feeds.map((feed) => (typeof feed === 'string' ? { url: feed } : feed)),
  }
}

/** Where a source names raters in the short form although the file does not declare them. */
export function undeclaredRaters(written: WrittenSource, raters: Raters): FieldPath[] {
  const named = (ratings: WrittenRatings = []) => (Array.isArray(ratings) ? [] : Object.keys(ratings))
  return [
    ...named(written.ratings).map((rater) => ['ratings', rater]),
    ...named(written.opinion?.ratings).map((rater) => ['opinion', 'ratings', rater]),
  ].filter((path) => !Object.hasOwn(raters, path.at(-1) ?? ''))
}

/**
 * The owner of a source that names none: the outlet itself. Outlets of one name are told apart by their ids, or they
 * would count as one voice.
 */
export function ownOwner({ id, name }: Pick<Source, 'id' | 'name'>, isNameShared: boolean): string {
  return isNameShared ? `${name} (${id})` : name
}

function ratingsOf({ ratings = [] }: { readonly ratings?: WrittenRatings }, raters: Raters): readonly Rating[] {
  if (Array.isArray(ratings)) return ratings
  return Object.entries(ratings).flatMap(([rater, value]) => {
    const shared = Object.hasOwn(raters, rater) ? raters[rater] : undefined
    if (!shared) return []
    const { method, confidence, licence, validFrom } = shared
    return [{ rater, value, method, confidence, licence, validFrom }]
  })
}

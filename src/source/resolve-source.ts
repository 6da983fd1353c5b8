import type { WrittenSource } from './catalogue-schema.ts'
import type { Raters, Rating, Source } from './source.ts'

/** Short forms → full values. A rating by a rater that is not declared is left out; `undeclaredRaters` names it. */
export function resolveSource(written: WrittenSource, raters: Raters, owner: string): Source {
  const { feeds, ownership = 'unknown', ...kept } = written
  return {
    ...kept,
    owner,
    ownership,
    ratings: ratingsOf(written, raters),
    feeds: feeds.map((feed) => (typeof feed === 'string' ? { url: feed } : feed)),
  }
}

/** The raters that a source names in the short form although the file does not declare them. */
export function undeclaredRaters({ ratings = [] }: WrittenSource, raters: Raters): string[] {
  return Array.isArray(ratings) ? [] : Object.keys(ratings).filter((rater) => !Object.hasOwn(raters, rater))
}

/**
 * The owner of a source that names none: the outlet itself. Outlets of one name are told apart by their ids, or they
 * would count as one voice.
 */
export function ownOwner({ id, name }: Pick<Source, 'id' | 'name'>, isNameShared: boolean): string {
  return isNameShared ? `${name} (${id})` : name
}

function ratingsOf({ ratings = [] }: WrittenSource, raters: Raters): readonly Rating[] {
  if (Array.isArray(ratings)) return ratings
  return Object.entries(ratings).flatMap(([rater, value]) => {
    const shared = Object.hasOwn(raters, rater) ? raters[rater] : undefined
    if (!shared) return []
    const { method, confidence, licence, validFrom } = shared
    return [{ rater, value, method, confidence, licence, validFrom }]
  })
}

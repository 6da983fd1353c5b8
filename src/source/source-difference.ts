import type { KeptFeed, KeptRating, KeptSource } from './kept-source.ts'
import type { FeedDeclaration, OpinionPages, RatedPages, Rating, Source } from './source.ts'

/**
 * `overlay`: laid over the file in the database, which `sources export` writes back; `file`: stands in the file and was not taken up;
 * `database`: was taken up and stands in the file no more. A sync takes up the last two.
 */
export type DifferenceKind = 'overlay' | 'file' | 'database'

export interface Difference {
  readonly kind: DifferenceKind
  readonly field: string
  /** For people. */
  readonly text: string
}

export interface SourceDifference {
  readonly id: string
  readonly differences: readonly Difference[]
}

/** How the database differs from the file, source by source in the order of ids; sources that are alike are left out. */
export function differencesOf(declared: readonly Source[], kept: readonly KeptSource[]): SourceDifference[] {
  const inFile = new Map(declared.map((source) => [source.id, source]))
  const inDatabase = new Map(kept.map((source) => [source.id, source]))
  const ids = [...new Set([...inFile.keys(), ...inDatabase.keys()])].sort()
  return ids
    .map((id) => ({ id, differences: differencesBetween(inFile.get(id), inDatabase.get(id)) }))
    .filter(({ differences }) => differences.length > 0)
}

function differencesBetween(file: Source | undefined, kept: KeptSource | undefined): Difference[] {
  if (file === undefined) return [{ kind: 'database', field: 'source', text: 'stands in the file no more' }]
  if (kept === undefined) return [{ kind: 'file', field: 'source', text: 'is not taken up yet' }]
  return [
    ...fieldDifferences(file, kept),
    ...feedDifferences(file.feeds, kept.feeds),
    ...ratingDifferences(file, kept.ratings),
    ...overlaidWords(file, kept),
  ]
}

function fieldDifferences(file: Source, kept: KeptSource): Difference[] {
  const opinion: Pick<OpinionPages, 'paths' | 'sections'> = file.opinion ?? { paths: [], sections: [] }
  const fields: [string, unknown, unknown][] = [
    ...(['name', 'home', 'country', 'languages', 'kind', 'reach', 'owner', 'ownership'] as const).map(
      (field): [string, unknown, unknown] => [field, file[field], kept[field]],
    ),
    ['userAgent', file.userAgent ?? null, kept.userAgent],
    ['itemsADay', file.itemsADay ?? null, kept.itemsADay],
    ['opinion.path', opinion.paths, kept.opinion.paths],
    ['opinion.section', opinion.sections, kept.opinion.sections],
  ]
  return fields
    .map(([field, stated, known]) => [field, JSON.stringify(stated), JSON.stringify(known)] as const)
    .filter(([, stated, known]) => stated !== known)
    .map(([field, stated, known]) => ({ kind: 'file', field, text: `${stated} in the file, ${known} in the database` }))
}

function feedDifferences(file: readonly FeedDeclaration[], kept: readonly KeptFeed[]): Difference[] {
  const stated = new Map(file.map((feed) => [feed.url, feed]))
  const known = new Map(kept.map((feed) => [feed.url, feed]))
  const adopted = new Set(kept.flatMap((feed) => feed.adopted?.url ?? []))
  return [
    ...file
      .filter(({ url }) => !known.has(url))
      .map(({ url }) =>
        feedDifference(
          'file',
          adopted.has(url) ? `${url} is taken up in place of another` : `${url} is not taken up yet`,
        ),
      ),
    ...kept
      .filter(({ url }) => !stated.has(url))
      .map(({ url }) => feedDifference('database', `${url} stands in the file no more`)),
    ...kept.flatMap(({ url, adopted: other, section }) => {
      const own = stated.get(url)
      if (own === undefined) return []
      return [
        ...((own.section ?? null) === section
          ? []
          : [
              feedDifference(
                'file',
                `${url}: section ${own.section ?? 'none'} in the file, ${section ?? 'none'} in the database`,
              ),
            ]),
        ...(other === null
          ? []
          : [
              feedDifference(
                'overlay',
                `${url} is asked at ${other.url} (${other.why === 'home-page' ? 'found at the home page' : 'redirected for good'})`,
              ),
            ]),
      ]
    }),
  ]
}

const feedDifference = (kind: DifferenceKind, text: string): Difference => ({ kind, field: 'feeds', text })

function ratingDifferences({ ratings, opinion }: Source, kept: readonly KeptRating[]): Difference[] {
  const stated = [
    ...ratings.map((rating) => ({ ...rating, pages: 'all' as const })),
    ...(opinion?.ratings ?? []).map((rating) => ({ ...rating, pages: 'opinion' as const })),
  ]
  const known = new Set(kept.map(wordsOf))
  const inFile = new Set(stated.map(wordsOf))
  return [
    ...stated
      .filter((rating) => !known.has(wordsOf(rating)))
      .map((rating) => ratingDifference('file', rating, overlaid(rating, kept) ?? 'is not taken up yet')),
    ...kept
      .filter((rating) => !inFile.has(wordsOf(rating)))
      .map((rating) =>
        rating.origin === 'file'
          ? ratingDifference('database', rating, 'stands in the file no more')
          : ratingDifference(
              'overlay',
              rating,
              `${rating.origin === 'import' ? 'imported' : 'accepted'} by ${rating.actor ?? 'nobody known'}`,
            ),
      ),
  ]
}

/** The words that tell two statements apart. */
export const wordsOf = ({
  rater,
  value,
  method,
  confidence,
  licence,
  validFrom,
  pages,
}: Rating & { pages: RatedPages }) => JSON.stringify([rater, validFrom, pages, value, method, confidence, licence])

function overlaid({ rater, validFrom, pages }: Rating & { pages: RatedPages }, kept: readonly KeptRating[]) {
  const other = kept.find(
    (one) => one.origin !== 'file' && one.rater === rater && one.validFrom === validFrom && one.pages === pages,
  )
  return (
    other &&
    `counts for nothing beside the ${other.value} of the same day that was brought in by ${other.actor ?? 'nobody known'}`
  )
}

function ratingDifference(
  kind: DifferenceKind,
  { rater, value, validFrom, pages }: Rating & { pages: RatedPages },
  why: string,
): Difference {
  const about = pages === 'all' ? '' : ' of its opinion pages'
  return { kind, field: 'ratings', text: `${rater} says ${value}${about} from ${validFrom}: ${why}` }
}

function overlaidWords(file: Source, { pause, learned }: KeptSource): Difference[] {
  return [
    ...(pause === null && file.paused !== undefined
      ? [{ kind: 'file' as const, field: 'paused', text: 'stands in the file, and is not taken up' }]
      : []),
    ...(pause === null || file.paused !== undefined
      ? []
      : [
          overlay(
            'paused',
            `paused by ${pause.actor} since ${pause.at.toISOString().slice(0, 10)}${pause.reason === null ? '' : `: ${pause.reason}`}`,
          ),
        ]),
    ...(learned === null || file.itemsADay !== undefined
      ? []
      : [overlay('itemsADay', `learned from ${learned.days} days: least ${learned.least}, most ${learned.most}`)]),
  ]
}

const overlay = (field: string, text: string): Difference => ({ kind: 'overlay', field, text })

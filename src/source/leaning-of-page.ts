import { type CurrentLeaning, currentLeaning } from './current-leaning.ts'
import type { StoredRating } from './source.ts'

/** What is known of a source's leaning: its ratings, and which of its pages are its opinion pages. */
export interface RatedSource {
  readonly ratings: readonly StoredRating[]
  readonly opinion: { readonly paths: readonly string[]; readonly sections: readonly string[] }
}

/** A source's leaning on a day; `opinion` that of its opinion pages, where these are rated on their own. */
export interface SourceLeaning {
  readonly news: CurrentLeaning
  readonly opinion: CurrentLeaning | null
}

/** The leaning of a source, and of its opinion pages, on a day. */
export function sourceLeaning({ ratings }: Pick<RatedSource, 'ratings'>, at: Date): SourceLeaning {
  const opinion = currentLeaning(
    ratings.filter(({ pages }) => pages === 'opinion'),
    at,
  )
  const news = currentLeaning(
    ratings.filter(({ pages }) => pages === 'all'),
    at,
  )
  return { news, opinion: opinion.leaning === 'unknown' ? null : opinion }
}

/** Does a page stand among the outlet's opinion pages: by a piece of its address's path, or by the name of a shelf? */
export function isOpinionPage(
  page: { readonly url: string | null; readonly sections: readonly string[] },
  { paths, sections }: RatedSource['opinion'],
): boolean {
  const path = pathOf(page.url)
  if (paths.some((piece) => path.includes(piece.toLowerCase()))) return true
  const shelves = new Set(sections.map(folded))
  return page.sections.some((section) => shelves.has(folded(section)))
}

const folded = (name: string) => name.trim().toLowerCase()

function pathOf(url: string | null): string {
  if (url === null || !URL.canParse(url)) return ''
  const { pathname } = new URL(url)
  return `${pathname.toLowerCase()}/`
}

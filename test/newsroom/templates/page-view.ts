import type { NewsroomArticle } from '../articles.ts'
import { originOf } from '../origin.ts'
import type { Outlet } from '../outlets.ts'
import { type ShownDate, showDate } from '../show-date.ts'
import type { World } from '../world.ts'
import { type Comment, commentsBelow } from './comments.ts'

export interface RelatedLink {
  readonly title: string
  readonly path: string
  readonly teaser: string
  readonly date: ShownDate
}

/** What every template draws from; each shows it in its own way and place. */
export interface PageView {
  readonly outlet: Outlet
  readonly article: NewsroomArticle
  readonly lang: string
  readonly url: string
  /** Without a slash at the end. */
  readonly home: string
  readonly shelves: readonly string[]
  /** Null where the page keeps its date to itself. */
  readonly date: ShownDate | null
  readonly modified: ShownDate | null
  /** Where a reprint says whose report it is. */
  readonly agency: string | null
  readonly related: readonly RelatedLink[]
  readonly comments: readonly Comment[]
}

const minute = 60_000

export function viewPage(world: World, outlet: Outlet, article: NewsroomArticle): PageView {
  const dated = !outlet.pagesWithoutDate.includes(article.path)
  const home = originOf(outlet.id, world.port)
  return {
    outlet,
    article,
    lang: outlet.languages[0] ?? 'en',
    url: `${home}${article.path}`,
    home,
    shelves: shelvesOf(world, outlet),
    date: dated ? showDate(article.published, outlet.zone) : null,
    modified: dated
      ? showDate(article.corrected ?? new Date(article.published.getTime() + 25 * minute), outlet.zone)
      : null,
    agency: world.outlets.find(({ id }) => id === article.wire)?.name ?? null,
    related: relatedTo(article, world, outlet),
    comments: dated ? commentsBelow(article.path, article.published, outlet.zone) : [],
  }
}

export function shelvesOf(world: World, outlet: Outlet): string[] {
  return [...new Set(world.articlesOf(outlet).map(({ section }) => section))].sort()
}

function relatedTo(article: NewsroomArticle, world: World, outlet: Outlet): RelatedLink[] {
  const others = world.articlesOf(outlet).filter((other) => other !== article)
  return others.slice(0, 3).map((other) => ({
    title: other.title,
    path: other.path,
    teaser: other.summary,
    date: showDate(other.published, outlet.zone),
  }))
}

import type { NewsroomArticle } from '../articles.ts'
import { originOf } from '../origin.ts'
import type { Extra, Outlet, OutletFeed } from '../outlets.ts'
import type { World } from '../world.ts'

export interface NewsroomItem {
  /** The same in every feed of the outlet, whatever tracking parameters its link carries. */
  readonly id: string
  readonly title: string
  readonly url: string
  readonly published: Date
  /** When it was corrected, else when it was published. */
  readonly updated: Date
  readonly authors: readonly string[]
  readonly shelf: string | null
  readonly summary: string
}

/** What every feed format is written from. */
export interface FeedView {
  readonly outlet: Outlet
  readonly feed: OutletFeed
  readonly title: string
  readonly url: string
  readonly home: string
  readonly updated: Date
  /** Newest first. */
  readonly items: readonly NewsroomItem[]
}

export function viewFeed(world: World, outlet: Outlet, feed: OutletFeed): FeedView {
  const home = originOf(outlet.id, world.port)
  const articles = world.articlesOf(outlet)
  const wanted = articles.filter(({ section }) => feed.shelves === undefined || feed.shelves.includes(section))
  const items = [
    ...wanted.map((article) => articleItem(article, `${home}${linkPath(outlet, article, articles)}`, feed)),
    ...(feed.shelves === undefined ? outlet.extras.map((extra) => extraItem(extra, outlet, home)) : []),
  ].sort((a, b) => b.published.getTime() - a.published.getTime())
  const title = feed.shelves === undefined ? outlet.name : `${outlet.name}: ${feed.shelves.join(', ')}`
  const updated = new Date(Math.max(0, ...items.map((item) => item.updated.getTime())))
  return { outlet, feed, title, url: `${home}${feed.path}`, home: `${home}/`, updated, items }
}

/** The number by which a click counter knows an article: its place among the outlet's articles, oldest first, from 1. */
export function counterPath(article: NewsroomArticle, newestFirst: readonly NewsroomArticle[]): string {
  return `/r/${newestFirst.length - newestFirst.indexOf(article)}`
}

function linkPath(outlet: Outlet, article: NewsroomArticle, newestFirst: readonly NewsroomArticle[]): string {
  return outlet.clickCounter ? counterPath(article, newestFirst) : article.path
}

function articleItem(article: NewsroomArticle, link: string, feed: OutletFeed): NewsroomItem {
  const { title, published, authors, section, summary, corrected: updated = published } = article
  const url = feed.tracking === undefined ? link : `${link}?${feed.tracking}`
  return { id: tagUri(article.outlet, article.path), title, url, published, updated, authors, shelf: section, summary }
}

function extraItem(extra: Extra, outlet: Outlet, home: string): NewsroomItem {
  const { title, published, summary } = extra
  const url = extra.answers === 'forbidden' ? extra.url : `${home}${extra.path}`
  const id = tagUri(outlet.id, extra.answers === 'forbidden' ? '/letters' : extra.path)
  return { id, title, url, published, updated: published, authors: [], shelf: null, summary }
}

function tagUri(outletId: string, path: string): string {
  return `tag:${outletId}.localhost,2026:${path}`
}

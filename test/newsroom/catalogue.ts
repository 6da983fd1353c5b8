import { stringify } from 'yaml'
import { originOf } from './origin.ts'
import { type Outlet, readOutlets } from './outlets.ts'

/** The newsroom's outlets as the text of a sources.yaml whose hosts are on loopback at `port`. */
export function newsroomCatalogue(port: number): string {
  return stringify({ sources: readOutlets().map((outlet) => sourceEntry(outlet, port)) })
}

function sourceEntry(outlet: Outlet, port: number) {
  const { id, name, country, languages, kind, reach, owner } = outlet
  const home = originOf(id, port)
  const feeds = outlet.feeds.filter((feed) => feed.listed)
  return {
    id,
    name,
    home: `${home}/`,
    country,
    languages,
    kind,
    reach,
    owner,
    ratings: outlet.leaning === undefined ? [] : [ratingOf(outlet.leaning)],
    feeds: feeds.map((feed) => ({ url: `${home}${feed.path}`, section: feed.section })),
  }
}

function ratingOf(value: NonNullable<Outlet['leaning']>) {
  return { rater: 'newsroom', value, method: 'as invented', confidence: 1, licence: 'MIT', validFrom: '2026-01-01' }
}

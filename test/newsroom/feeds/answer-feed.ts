import { type Answer, redirectAnswer, textAnswer, withValidators } from '../answer.ts'
import { originOf } from '../origin.ts'
import type { Outlet, OutletFeed } from '../outlets.ts'
import { apology, notFound } from '../templates/apology.ts'
import type { World } from '../world.ts'
import { atom } from './atom.ts'
import { viewFeed } from './items.ts'
import { jsonFeed } from './json-feed.ts'
import { rss1 } from './rss1.ts'
import { rss2 } from './rss2.ts'

const contentTypes = {
  rss2: 'application/rss+xml',
  rss1: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<OutletFeed['format'], string>

export function answerFeed(world: World, outlet: Outlet, feed: OutletFeed): Answer {
  switch (feed.answers) {
    case 'feed':
      return liveFeed(world, outlet, feed)
    case 'moved':
      return redirectAnswer(301, `${originOf(outlet.id, world.port)}${feed.to}`)
    case 'dead':
      return notFound(outlet)
    case 'gone':
      return textAnswer(410, 'text/plain; charset=utf-8', 'This feed has been withdrawn.\n')
    case 'broken':
      // What a content system shows when its feed module fails: a page for people, with status 200.
      return textAnswer(200, 'text/html; charset=utf-8', apology(outlet).source)
  }
}

function liveFeed(world: World, outlet: Outlet, feed: OutletFeed): Answer {
  const view = viewFeed(world, outlet, feed)
  const contentType = feed.contentType ?? `${contentTypes[feed.format]}; charset=${outlet.charset}`
  return withValidators(textAnswer(200, contentType, write(view), outlet.charset), view.updated)
}

function write(view: ReturnType<typeof viewFeed>): string {
  if (view.feed.format === 'json') return jsonFeed(view)
  const body = { rss2, rss1, atom }[view.feed.format](view)
  return `<?xml version="1.0" encoding="${view.outlet.charset}"?>\n${body.source}`
}

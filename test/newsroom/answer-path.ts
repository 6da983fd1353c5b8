import { type Answer, redirectAnswer, textAnswer } from './answer.ts'
import { answerArticle, answerExtra, answerFrontPage } from './answer-page.ts'
import { answerFeed } from './feeds/answer-feed.ts'
import { counterPath } from './feeds/items.ts'
import { originOf } from './origin.ts'
import type { Outlet } from './outlets.ts'
import { notFound } from './templates/apology.ts'
import type { World } from './world.ts'

/** What an outlet's host says to GET `path` (without the query): the same bytes for the same port, always. */
export function answerPath(world: World, outlet: Outlet, path: string): Answer {
  const feed = outlet.feeds.find((one) => one.path === path)
  if (feed) return answerFeed(world, outlet, feed)
  const articles = world.articlesOf(outlet)
  const article = articles.find((one) => one.path === path)
  if (article) return answerArticle(world, outlet, article)
  const extra = outlet.extras.find((one) => one.answers !== 'forbidden' && one.path === path)
  if (extra) return answerExtra(world, outlet, extra)
  const counted = outlet.clickCounter ? articles.find((one) => counterPath(one, articles) === path) : undefined
  if (counted) return redirectAnswer(302, `${originOf(outlet.id, world.port)}${counted.path}`)
  return answerFixture(world, outlet, path)
}

function answerFixture(world: World, outlet: Outlet, path: string): Answer {
  if (path === '/') return answerFrontPage(world, outlet)
  if (path === '/robots.txt') return textAnswer(200, 'text/plain; charset=utf-8', robots(outlet))
  if (path === '/media/lead.svg') return textAnswer(200, 'image/svg+xml', picture(outlet, 900, 420))
  if (path === '/media/mark.svg') return textAnswer(200, 'image/svg+xml', picture(outlet, 64, 64))
  return notFound(outlet)
}

function robots(outlet: Outlet): string {
  // An empty Disallow is how RFC 9309's predecessor, and most sites still, allow everything.
  const lines = outlet.disallow.length === 0 ? [''] : outlet.disallow
  return ['User-agent: *', ...lines.map((path) => `Disallow: ${path}`.trimEnd()), ''].join('\n')
}

function picture({ colour }: Outlet, width: number, height: number): string {
  const hill = `M0 ${height * 0.7} Q${width * 0.3} ${height * 0.3} ${width * 0.6} ${height * 0.65} T${width} ${height * 0.5} V${height} H0Z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${colour}" opacity=".35"/><path d="${hill}" fill="${colour}"/></svg>\n`
}

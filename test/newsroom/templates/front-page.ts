import { type Markup, markup } from '../markup.ts'
import type { Outlet } from '../outlets.ts'
import type { World } from '../world.ts'
import { shelvesOf } from './page-view.ts'

/** The outlet's home: its articles by shelf, for whoever walks through the newsroom with a browser. */
export function frontPage(world: World, outlet: Outlet): Markup {
  const articles = world.articlesOf(outlet)
  return markup`<!doctype html>
<html lang="${outlet.languages[0] ?? 'en'}"><head><meta charset="${outlet.charset}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${outlet.name}</title>
${outlet.feeds.filter(({ answers }) => answers === 'feed').map(({ path }) => markup`<link rel="alternate" href="${path}">\n`)}</head>
<body><h1>${outlet.name}</h1><p>${outlet.strap}</p>
${shelvesOf(world, outlet).map(
  (shelf) => markup`<h2 id="${shelf}">${shelf}</h2><ul>
${articles
  .filter(({ section }) => section === shelf)
  .map(({ path, title, summary }) => markup`<li><a href="${path}">${title}</a><br>${summary}</li>\n`)}</ul>
`,
)}</body></html>
`
}

import { type Markup, markup } from '../markup.ts'
import { originOf } from '../origin.ts'
import type { Extra, Outlet } from '../outlets.ts'

const captions = [
  'A lapwing over Harrow Fell, a week earlier than last year. Photograph: Joy Pennington',
  'Snow lies in the gullies above Brent Head until April. Photograph: Joy Pennington',
  'The first twins of the season at Low Ings farm. Photograph: Fergus Bell',
  'Curlew eggs in last year’s heather. Photograph: Fergus Bell',
  'Walkers take the drovers’ road at sunrise. Photograph: Joy Pennington',
]

/** Pictures with a line each: a page that a feed announces like any other but that holds no article. */
export function gallery(outlet: Outlet, extra: Extra, path: string, port: number): Markup {
  const home = originOf(outlet.id, port)
  return markup`<!doctype html>
<html lang="${outlet.languages[0] ?? 'en'}"><head><meta charset="utf-8"><title>${extra.title} | ${outlet.name}</title>
<meta property="og:type" content="website"><link rel="canonical" href="${home}${path}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"ImageGallery"}</script></head>
<body><header><a href="/">${outlet.name}</a></header><main class="gallery"><h1>${extra.title}</h1><p>${extra.summary}</p><ol>
${captions.map((caption, index) => markup`<li><figure><img src="/media/lead.svg" alt="" width="720"><figcaption>${index + 1} of ${captions.length}: ${caption}</figcaption></figure></li>\n`)}</ol></main>
<footer>© 2026 ${outlet.owner}</footer></body></html>
`
}

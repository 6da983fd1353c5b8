import { type Markup, markup, scriptJson } from '../markup.ts'
import { originOf } from '../origin.ts'
import type { Extra, Outlet } from '../outlets.ts'
import { showDate } from '../show-date.ts'

/** A player with two lines below it: a page that a feed announces like any other but that holds no article. */
export function video(outlet: Outlet, extra: Extra, path: string, port: number): Markup {
  const home = originOf(outlet.id, port)
  const about = {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: extra.title,
    description: extra.summary,
    uploadDate: showDate(extra.published, outlet.zone).iso,
    duration: 'PT2M04S',
    contentUrl: `${home}/media/video.mp4`,
  }
  return markup`<!DOCTYPE html>
<html lang="${outlet.languages[0] ?? 'en'}"><head><meta charset="utf-8"><title>${extra.title} - ${outlet.name}</title>
<meta property="og:type" content="video.other"><meta property="og:title" content="${extra.title}">
<link rel="canonical" href="${home}${path}">
<script type="application/ld+json">${scriptJson(about)}</script></head>
<body><div class="top"><a href="/">${outlet.name}</a></div>
<div class="player"><video controls width="640" poster="/media/lead.svg"><source src="/media/video.mp4" type="video/mp4"></video></div>
<h1>${extra.title}</h1><p>${extra.summary}</p><div class="up-next"><h2>Up next</h2><ul><li>Weather on the sixes</li><li>Traffic from the helicopter</li><li>Pet of the week</li></ul></div>
<div class="foot">Copyright 2026 ${outlet.owner}</div></body></html>
`
}

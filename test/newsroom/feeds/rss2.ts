import { cdata, type Markup, markup } from '../markup.ts'
import { showDate } from '../show-date.ts'
import type { FeedView, NewsroomItem } from './items.ts'

export function rss2(view: FeedView): Markup {
  const { outlet, feed } = view
  return markup`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${view.title}</title>
<link>${view.home}</link>
<description>${outlet.strap}</description>
<language>${outlet.languages[0] ?? 'en'}</language>
<lastBuildDate>${showDate(view.updated, outlet.zone).rfc822}</lastBuildDate>
${feed.ttlMinutes === undefined ? null : markup`<ttl>${feed.ttlMinutes}</ttl>\n`}<atom:link href="${view.url}" rel="self" type="application/rss+xml"/>
${view.items.map((item) => rssItem(item, view))}</channel>
</rss>
`
}

function rssItem(item: NewsroomItem, { outlet, feed }: FeedView): Markup {
  const summary = feed.htmlSummaries ? cdata(readOn(item, outlet.name)) : markup`${item.summary}`
  const creators = item.authors.length === 0 ? null : markup`<dc:creator>${item.authors.join(', ')}</dc:creator>\n`
  return markup`<item>
<title>${item.title}</title>
<link>${item.url}</link>
<guid isPermaLink="false">${item.id}</guid>
<pubDate>${showDate(item.published, outlet.zone).rfc822}</pubDate>
${creators}${item.shelf === null ? null : markup`<category>${item.shelf}</category>\n`}<description>${summary}</description>
</item>
`
}

/** Summaries as blog software makes them: markup with a way back to the site. */
export function readOn(item: NewsroomItem, outletName: string): Markup {
  return markup`<p>${item.summary}</p>\n<p><a href="${item.url}">Read on at ${outletName}</a></p>`
}

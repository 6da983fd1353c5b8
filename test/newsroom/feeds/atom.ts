import { type Markup, markup } from '../markup.ts'
import { showDate } from '../show-date.ts'
import type { FeedView, NewsroomItem } from './items.ts'
import { readOn } from './rss2.ts'

export function atom(view: FeedView): Markup {
  return markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.outlet.languages[0] ?? 'en'}">
<id>${view.url}</id>
<title>${view.title}</title>
<subtitle>${view.outlet.strap}</subtitle>
<link rel="self" type="application/atom+xml" href="${view.url}"/>
<link rel="alternate" type="text/html" href="${view.home}"/>
<updated>${showDate(view.updated, view.outlet.zone).iso}</updated>
<author><name>${view.outlet.name}</name></author>
${view.items.map((item) => entry(item, view))}</feed>
`
}

function entry(item: NewsroomItem, { outlet, feed }: FeedView): Markup {
  const date = showDate(item.published, outlet.zone).iso
  const summary = feed.htmlSummaries
    ? markup`<summary type="html">${readOn(item, outlet.name).source}</summary>`
    : markup`<summary>${item.summary}</summary>`
  return markup`<entry>
<id>${item.id}</id>
<title>${item.title}</title>
<link rel="alternate" type="text/html" href="${item.url}"/>
<published>${date}</published>
<updated>${showDate(item.updated, outlet.zone).iso}</updated>
${item.authors.map((author) => markup`<author><name>${author}</name></author>\n`)}${
  item.shelf === null ? null : markup`<category term="${item.shelf}"/>\n`
}${summary}
</entry>
`
}

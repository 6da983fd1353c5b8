import { type Markup, markup } from '../markup.ts'
import { showDate } from '../show-date.ts'
import type { FeedView, NewsroomItem } from './items.ts'

export function rss1(view: FeedView): Markup {
  return markup`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${view.url}">
<title>${view.title}</title>
<link>${view.home}</link>
<description>${view.outlet.strap}</description>
<dc:language>${view.outlet.languages[0] ?? 'en'}</dc:language>
<dc:date>${showDate(view.updated, view.outlet.zone).iso}</dc:date>
<items><rdf:Seq>
${view.items.map((item) => markup`<rdf:li rdf:resource="${item.url}"/>\n`)}</rdf:Seq></items>
</channel>
${view.items.map((item) => rdfItem(item, view))}</rdf:RDF>
`
}

function rdfItem(item: NewsroomItem, { outlet }: FeedView): Markup {
  return markup`<item rdf:about="${item.url}">
<title>${item.title}</title>
<link>${item.url}</link>
<description>${item.summary}</description>
<dc:date>${showDate(item.published, outlet.zone).iso}</dc:date>
${item.authors.map((author) => markup`<dc:creator>${author}</dc:creator>\n`)}${
  item.shelf === null ? null : markup`<dc:subject>${item.shelf}</dc:subject>\n`
}</item>
`
}

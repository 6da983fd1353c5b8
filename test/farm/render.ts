import type { FarmItem } from './items.ts'
import type { Format } from './plan.ts'

export interface Channel {
  readonly title: string
  readonly home: string
  /** Newest first. */
  readonly items: readonly FarmItem[]
}

export const contentTypes = {
  rss2: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml',
  rss1: 'application/rdf+xml',
  json: 'application/feed+json',
} as const satisfies Record<Format, string>

/** A feed document as ordinary software writes it. */
export const render = {
  rss2: renderRss2,
  atom: renderAtom,
  rss1: renderRss1,
  json: renderJson,
} as const satisfies Record<Format, (channel: Channel) => string>

function renderRss2({ title, home, items }: Channel): string {
  const entries = items.map(
    (item) =>
      `<item><title>${escaped(item.title)}</title><link>${item.url}</link><guid isPermaLink="${item.key === item.url}">${item.key}</guid><pubDate>${item.publishedAt.toUTCString()}</pubDate><dc:creator>The Desk</dc:creator><description><![CDATA[<p>${escaped(item.text)}</p>]]></description></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>${home}</link><description>${title}</description><language>en</language><ttl>60</ttl>
${entries.join('\n')}
</channel></rss>
`
}

function renderAtom({ title, home, items }: Channel): string {
  const entries = items.map(
    (item) =>
      `<entry><title>${escaped(item.title)}</title><link rel="alternate" href="${item.url}"/><id>${item.key}</id><published>${item.publishedAt.toISOString()}</published><updated>${item.publishedAt.toISOString()}</updated><author><name>The Desk</name></author><summary type="html">${escaped(`<p>${escaped(item.text)}</p>`)}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>${title}</title><id>${home}</id><link href="${home}"/><updated>${newest(items)}</updated>
${entries.join('\n')}
</feed>
`
}

function renderRss1({ title, home, items }: Channel): string {
  const entries = items.map(
    (item) =>
      `<item rdf:about="${item.key}"><title>${escaped(item.title)}</title><link>${item.url}</link><dc:date>${item.publishedAt.toISOString()}</dc:date><dc:creator>The Desk</dc:creator><description>${escaped(item.text)}</description></item>`,
  )
  const order = items.map((item) => `<rdf:li rdf:resource="${item.key}"/>`).join('')
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${home}"><title>${title}</title><link>${home}</link><description>${title}</description><items><rdf:Seq>${order}</rdf:Seq></items></channel>
${entries.join('\n')}
</rdf:RDF>
`
}

function renderJson({ title, home, items }: Channel): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    ...{ title, home_page_url: home, language: 'en' },
    items: items.map((item) => ({
      ...{ id: item.key, url: item.url, title: item.title, content_text: item.text },
      ...{ date_published: item.publishedAt.toISOString(), authors: [{ name: 'The Desk' }] },
    })),
  })
}

const newest = (items: readonly FarmItem[]) => items[0]?.publishedAt.toISOString() ?? ''

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

import { DomUtils, parseDocument } from 'htmlparser2'
import { z } from 'zod'
import type { OutletFeed } from './outlets.ts'

export interface SeenItem {
  readonly title: string
  readonly link: string
  readonly date: Date
  readonly authors: string[]
}

const jsonFeedSchema = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  items: z.array(
    z.looseObject({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      date_published: z.iso.datetime({ offset: true }),
      authors: z.array(z.strictObject({ name: z.string() })).default([]),
    }),
  ),
})

const tags = {
  rss2: { item: 'item', date: 'pubDate', author: 'dc:creator' },
  rss1: { item: 'item', date: 'dc:date', author: 'dc:creator' },
  atom: { item: 'entry', date: 'published', author: 'name' },
} as const

/** What stands in a feed, read off its elements without any of our feed code. */
export function readItems(text: string, format: OutletFeed['format']): SeenItem[] {
  if (format === 'json') {
    return jsonFeedSchema.parse(JSON.parse(text)).items.map(({ title, url, date_published, authors }) => {
      return { title, link: url, date: new Date(date_published), authors: authors.map(({ name }) => name) }
    })
  }
  const { item, date, author } = tags[format]
  const document = parseDocument(text, { xmlMode: true })
  return DomUtils.getElementsByTagName(item, document).map((element) => {
    const texts = (tag: string) => DomUtils.getElementsByTagName(tag, element).map(DomUtils.textContent)
    const links = DomUtils.getElementsByTagName('link', element).map(
      (link) => link.attribs['href'] ?? DomUtils.textContent(link),
    )
    return {
      title: texts('title')[0] ?? '',
      link: links[0] ?? '',
      date: new Date(texts(date)[0] ?? ''),
      authors: texts(author).flatMap((names) => names.split(', ')),
    }
  })
}

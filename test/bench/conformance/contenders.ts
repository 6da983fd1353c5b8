import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import Parser from 'rss-parser'
import { parseFeed } from '../../../src/feed/parse.ts'

/** What a parser says of a document, of what is measured here. */
export interface Answer {
  readonly items: number
  readonly 'feed.title': string
  readonly 'item.title': string
  readonly 'item.link': string
}

/** Null where the parser says that the document is no feed; a throw counts as one of its own. */
export type Contender = (bytes: Buffer, url: string) => Promise<Answer | null>

export const contenders = {
  ours: async (bytes, url) => {
    const feed = await parseFeed({ url, contentType: null, bytes })
    if (feed.kind === 'not-a-feed') return null
    const [item] = feed.items
    return answer(feed.items.length, feed.title, item?.title, item?.url)
  },
  'rss-parser': async (bytes) => {
    const feed = await new Parser().parseString(bytes.toString('utf8'))
    const [item] = feed.items
    return answer(feed.items.length, feed.title, item?.title, item?.link)
  },
  feedsmith: async (bytes) => {
    const { format, feed } = parseWithFeedsmith(bytes.toString('utf8'))
    switch (format) {
      case 'atom': {
        const [entry] = feed.entries ?? []
        const page = entry?.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')
        return answer(feed.entries?.length, feed.title?.value, entry?.title?.value, page?.href)
      }
      case 'json':
        return answer(feed.items?.length, feed.title, feed.items?.[0]?.title, feed.items?.[0]?.url)
      case 'rss':
      case 'rdf':
        return answer(feed.items?.length, feed.title, feed.items?.[0]?.title, feed.items?.[0]?.link)
    }
  },
} satisfies Record<string, Contender>

export type ContenderName = keyof typeof contenders

// What a parser gives is not always of its declared type: rss-parser makes objects of texts that hold elements.
const answer = (items = 0, ...texts: unknown[]): Answer => {
  const [feedTitle = '', itemTitle = '', itemLink = ''] = texts.map((text) => (typeof text === 'string' ? text : ''))
  return { items, 'feed.title': feedTitle, 'item.title': itemTitle, 'item.link': itemLink }
}

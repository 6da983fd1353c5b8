import { parseFeed } from '../../src/feed/parse.ts'
import type { FeedItem, ParsedFeed } from '../../src/feed/parsed.ts'

export const feedUrl = 'https://harbour.example/feeds/all.xml'

export function parseText(text: string | Uint8Array, contentType: string | null = null): Promise<ParsedFeed> {
  return parseFeed({ url: feedUrl, contentType, bytes: typeof text === 'string' ? Buffer.from(text) : text })
}

/** The feed of a document that must be one. */
export async function feedOf(text: string | Uint8Array, contentType: string | null = null) {
  const parsed = await parseText(text, contentType)
  if (parsed.kind !== 'feed') throw new Error(`not a feed: ${parsed.reason}`)
  return parsed
}

export async function onlyItem(text: string | Uint8Array): Promise<FeedItem> {
  const { items } = await feedOf(text)
  const [item] = items
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} items`)
  return item
}

export const rss = (inChannel: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>Harbour</title>${inChannel}</channel></rss>`

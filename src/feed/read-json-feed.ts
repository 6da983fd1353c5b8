import { parseJsonFeed } from 'feedsmith'
import { html, literal, strings, texts } from './found-text.ts'
import type { ItemReading, Reading } from './reading.ts'

/** feedsmith's reading of a parsed JSON document; throws where it is no JSON Feed. */
export function readJsonFeed(document: unknown): Reading {
  const feed = parseJsonFeed(document)
  return {
    title: literal(feed.title),
    language: feed.language ?? null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    period: null,
    home: feed.home_page_url ?? null,
    items: (feed.items ?? []).map(
      (item): ItemReading => ({
        id: item.id ?? null,
        titles: texts(literal(item.title)),
        references: strings(item.url, item.external_url).map((href) => ({ href, bases: [] })),
        dates: strings(item.date_published),
        updates: strings(item.date_modified),
        authors: strings(item.authors?.[0]?.name, feed.authors?.[0]?.name),
        summaries: texts(literal(item.summary), literal(item.content_text), html(item.content_html)),
      }),
    ),
  }
}

import { showDate } from '../show-date.ts'
import type { FeedView } from './items.ts'

export function jsonFeed(view: FeedView): string {
  const { outlet } = view
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    home_page_url: view.home,
    feed_url: view.url,
    description: outlet.strap,
    language: outlet.languages[0],
    items: view.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_text: item.summary,
      date_published: showDate(item.published, outlet.zone).iso,
      authors: item.authors.length === 0 ? undefined : item.authors.map((name) => ({ name })),
      tags: item.shelf === null ? undefined : [item.shelf],
    })),
  }
  return `${JSON.stringify(document, null, 1)}\n`
}

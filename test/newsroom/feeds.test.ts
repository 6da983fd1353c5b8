import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseFeed } from '../../src/feed/parse.ts'
import { readArticles } from './articles.ts'
import { ask } from './ask.ts'
import { readGold } from './gold.ts'
import { feedFormats, readOutlets } from './outlets.ts'
import { readItems } from './read-items.ts'
import { type Newsroom, startNewsroom } from './server.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await startNewsroom()
})
afterAll(() => newsroom.close())

const articles = readArticles()
const liveFeeds = readOutlets().flatMap((outlet) =>
  outlet.feeds
    .filter(({ answers }) => answers === 'feed')
    .map((feed) => ({ outlet, feed, name: outlet.id + feed.path })),
)
const read = async ({ outlet, feed }: (typeof liveFeeds)[number]) => {
  const url = newsroom.origin(outlet.id) + feed.path
  const { bytes, headers, status } = await ask(url)
  return { url, bytes, status, contentType: headers['content-type'] ?? null, text: iconv.decode(bytes, outlet.charset) }
}

/** What a feed must announce, newest first: its outlet's articles, and in the main feed its extras. */
function announced({ outlet, feed }: (typeof liveFeeds)[number]) {
  const own = articles.filter(
    ({ outlet: id, section }) => id === outlet.id && (feed.shelves ?? [section]).includes(section),
  )
  const extras = feed.shelves === undefined ? outlet.extras.map((extra) => ({ ...extra, authors: [] })) : []
  const all = [...own, ...extras].map(({ title, published, authors }) => ({ title, date: published, authors }))
  return all.sort((a, b) => b.date.getTime() - a.date.getTime())
}

test('each format is spoken by two outlets or more', () => {
  for (const format of feedFormats) {
    const speakers = new Set(liveFeeds.filter(({ feed }) => feed.format === format).map(({ outlet }) => outlet.id))
    expect([format, speakers.size >= 2]).toEqual([format, true])
  }
})

test.each(liveFeeds)('$name announces its articles by title, date and author, newest first', async (live) => {
  const { text, status, contentType } = await read(live)
  expect(status).toBe(200)
  const seen = readItems(text, live.feed.format)
  expect(seen.map(({ title, date, authors }) => ({ title, date, authors }))).toEqual(announced(live))
  expect(seen.length).toBeGreaterThan(0)
  if (live.outlet.charset === 'utf-8') expect(contentType).toMatch(/^application\/.*; charset=utf-8$/)
})

test.each(liveFeeds)('$name is read by the feed parser', async (live) => {
  const { url, bytes, contentType, text } = await read(live)
  const parsed = await parseFeed({ url, bytes, contentType })
  if (parsed.kind !== 'feed') throw new Error(`${url}: ${parsed.reason}`)
  const seen = readItems(text, live.feed.format).map(({ title, link, date }) => ({
    title,
    url: link,
    publishedAt: date,
  }))
  expect(parsed.items.map(({ title, url: link, publishedAt }) => ({ title, url: link, publishedAt }))).toEqual(seen)
  expect(parsed.items.filter(({ summary }) => summary === null || /[<>]/.test(summary))).toEqual([])
  expect(parsed.hints.ttlMinutes).toBe(live.feed.ttlMinutes ?? null)
})

test('every article is announced by a feed of the catalogue or by where one of them leads', async () => {
  const seen = await Promise.all(
    liveFeeds.map(async (live) => readItems((await read(live)).text, live.feed.format).map(({ title }) => title)),
  )
  const titles = new Set(seen.flat())
  expect(articles.filter(({ title }) => !titles.has(title))).toEqual([])
})

test('the failing feeds fail as gold says', async () => {
  const { failingFeeds } = readGold().expectations
  const heard = await Promise.all(
    failingFeeds.map(async ({ outlet, path }) => {
      const url = newsroom.origin(outlet) + path
      const { status, bytes, headers } = await ask(url)
      const parsed = await parseFeed({ url, bytes, contentType: headers['content-type'] ?? null })
      return { path, status, parsed: parsed.kind === 'feed' ? 'feed' : parsed.reason }
    }),
  )
  expect(failingFeeds.map(({ path, reason }) => [path, reason])).toEqual([
    ['/traffic/rss', 'gone'],
    ['/rss/business.rdf', 'http-4xx'],
    ['/feed/world', 'html'],
  ])
  expect(heard.map(({ status }) => status)).toEqual([410, 404, 200])
  expect(heard.at(-1)?.parsed).toBe('html')
})

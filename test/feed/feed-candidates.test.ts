import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  candidatesInPage,
  commonCandidates,
  feedsInSitemap,
  looksLikeFeed,
  sitemapsIn,
} from '../../src/feed/feed-candidates.ts'
import { sectionOf } from '../../src/feed/feed-section.ts'

const home = 'https://www.ledger.example/'

test('a page’s feeds: what it says are feeds, links that forgot the type, links that read like feeds; never comments', () => {
  const page = `<link rel="alternate" type="application/rss+xml" href="/all.xml" title="All">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
    <link rel="alternate" href="/atom"><link rel="alternate" hreflang="fr" href="/fr/">
    <a href="/rss/world.xml#top">World</a><a href="https://other.example/rss">Other</a><a href="/about">About</a>
    <a href="https://feeds.feedburner.com/ledger">Burner</a>`
  expect(candidatesInPage(page, home)).toEqual([
    { url: 'https://www.ledger.example/all.xml', title: 'All', by: 'link' },
    { url: 'https://www.ledger.example/atom', title: null, by: 'link' },
    { url: 'https://www.ledger.example/rss/world.xml', title: null, by: 'anchor' },
    { url: 'https://feeds.feedburner.com/ledger', title: null, by: 'anchor' },
  ])
})

test('sitemaps that robots.txt names, and the feeds that a sitemap lists', () => {
  expect(
    sitemapsIn('User-agent: *\nSitemap: https://ledger.example/map.xml\r\nsitemap:nothing').map(({ url }) => url),
  ).toEqual(['https://ledger.example/map.xml'])
  const map =
    '<loc>https://ledger.example/news/a</loc><loc><![CDATA[https://ledger.example/rss?a=1&amp;b=2]]></loc><loc>https://x.example/rss</loc>'
  expect(feedsInSitemap(map, home).map(({ url }) => url)).toEqual(['https://ledger.example/rss?a=1&b=2'])
})

test('common places are on the site itself, beside a section’s page first', () => {
  const urls = commonCandidates('https://ledger.example/news/').map(({ url }) => url)
  expect(urls[0]).toBe('https://ledger.example/news/feed/')
  expect(urls).toContain('https://ledger.example/rss.xml')
  expect(new Set(urls).size).toBe(urls.length)
})

test.each([
  ['https://a.example/world/rss.xml', true, 'world'],
  ['https://feeds.a.example/x', true, null],
  ['https://a.example/opinions/feed/', true, 'opinion'],
  ['https://a.example/business/sport/rss', true, null],
  ['https://a.example/feedback', false, null],
  ['nothing', false, null],
] as const)('%s', (url, isLike, section) => {
  expect(looksLikeFeed(url)).toBe(isLike)
  expect(sectionOf(url)).toBe(section)
})

test('whatever a page holds, its feeds are addresses of the web', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { url } of candidatesInPage(
        `<base href="${text}"><link rel=alternate href="${text}"><a href="${text}/rss">`,
        home,
      ))
        expect(new URL(url).protocol).toMatch(/^https?:$/)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedsInPage, likeliestFirst } from '../../src/feed/feeds-in-page.ts'

const page = 'https://ledger.example/news/'
const link = (attributes: string) => `<html><head><link ${attributes}></head></html>`
const urls = (html: string) => feedsInPage(html, page).map(({ url }) => url)

test.each([
  ['rel="alternate" type="application/rss+xml" href="/rss.xml"', ['https://ledger.example/rss.xml']],
  ['rel=alternate type=application/atom+xml href=atom', ['https://ledger.example/news/atom']],
  ['REL="Alternate" TYPE="application/feed+json" HREF="https://cdn.example/f.json"', ['https://cdn.example/f.json']],
  ['rel="alternate home" type="text/xml; charset=utf-8" href="?feed=rss2"', ['https://ledger.example/news/?feed=rss2']],
  ['rel="alternate" hreflang="de" href="/de/"', []],
  ['rel="stylesheet" type="application/rss+xml" href="/x"', []],
  ['rel="alternate" type="application/rss+xml" href="javascript:alert(1)"', []],
  ['rel="alternate" type="application/rss+xml" href="http://[bad"', []],
])('<link %s> names %j', (attributes, expected) => {
  expect(urls(link(attributes))).toEqual(expected)
})

test('base counts, doubles do not, titles are kept', () => {
  const feed = '<link rel="alternate" type="application/rss+xml" title=" Top " href="top.xml">'
  expect(feedsInPage(`<base href="/feeds/">${feed}${feed}`, page)).toEqual([
    { url: 'https://ledger.example/feeds/top.xml', title: 'Top' },
  ])
})

test('the feed most like the lost one goes first, comments last', () => {
  const links = ['/comments/business/feed', '/sport/feed', '/business/feed'].map((path) => ({
    url: new URL(path, page).href,
    title: null,
  }))
  expect(
    likeliestFirst(links, 'https://ledger.example/rss/business.xml').map(({ url }) => new URL(url).pathname),
  ).toEqual(['/business/feed', '/sport/feed', '/comments/business/feed'])
})

test('whatever a page holds: no throw, absolute web addresses only, at most fifty', () => {
  const piece = fc.constantFrom(
    '<link ',
    'rel="alternate" ',
    'type="application/rss+xml" ',
    'href="',
    '">',
    '<base href="',
    '//',
    'a:b',
    '<',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) => {
      for (const url of urls(parts.join(''))) expect(url).toMatch(/^https?:\/\//)
    }),
  )
  expect(
    urls(Array.from({ length: 500 }, (_, n) => link(`rel=alternate type=text/xml href=/${n}`)).join('')),
  ).toHaveLength(50)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUrl } from '../../src/article/canonical-url.ts'
import { unwrapped } from '../../src/article/unwrapped.ts'

const page = 'https://ledger.example/2026/03/bridge.html?id=7'
const inside = encodeURIComponent(page)

/** An id as Google News made them until 2024: field 1 = 19, field 4 = the address, field 26 = its AMP address. */
function newsId(address: string): string {
  const bytes = Buffer.from(address)
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7]
  return Buffer.concat([Buffer.from([0x08, 0x13, 0x22, ...length]), bytes, Buffer.from([0xd2, 0x01, 0x00])]).toString(
    'base64url',
  )
}
const long = `https://ledger.example/${'a'.repeat(300)}`

test.each([
  [`https://www.google.com/url?rct=j&sa=t&url=${inside}&ct=ga&cd=x`, page],
  [`https://www.google.co.uk/url?q=${inside}`, page],
  [`http://news.google.com/news/url?sa=t&fd=R&url=${inside}`, page],
  [`https://news.google.com/rss/articles/${newsId(page)}?oc=5`, page],
  [`https://news.google.com/articles/${newsId(page)}`, page],
  [`https://news.google.com/__i/rss/rd/articles/${newsId(long)}?oc=5`, long],
  [`http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url=${inside}&c=2&mkt=en-us`, page],
  [`https://l.facebook.com/l.php?u=${inside}&h=AT0`, page],
  [`https://www.facebook.com/l.php?u=${inside}`, page],
  ['http://us.rd.yahoo.com/dailynews/rss/topstories/*https://ledger.example/a?b=1', 'https://ledger.example/a?b=1'],
  [`https://us.rd.yahoo.com/dailynews/rss/*${inside}`, page],
  [
    'https://r.search.yahoo.com/_ylt=A0/RV=2/RE=1/RO=10/RU=https%3a%2f%2fledger.example%2fa/RK=2/RS=x-',
    'https://ledger.example/a',
  ],
  ['https://www.google.com/amp/s/ledger.example/a.amp.html', 'https://ledger.example/a.amp.html'],
  ['https://www.google.de/amp/ledger.example/a', 'http://ledger.example/a'],
  ['https://ledger-example.cdn.ampproject.org/c/s/ledger.example/a?x=1', 'https://ledger.example/a?x=1'],
  ['https://ledger-example.cdn.ampproject.org/v/ledger.example/a', 'http://ledger.example/a'],
  ['https://ledger-example.bing-amp.com/c/s/ledger.example/a', 'https://ledger.example/a'],
  [`https://www.google.com/url?url=${encodeURIComponent(`https://l.facebook.com/l.php?u=${inside}`)}`, page],
])('%s', (wrapper, target) => {
  expect(unwrapped(wrapper)).toBe(target)
})

test.each([
  page,
  'https://www.google.com/url',
  'https://www.google.com/url?url=',
  'https://www.google.com/url?url=/search',
  'https://www.google.com/url?url=javascript:alert(1)',
  'https://www.google.com/url?url=file:///etc/passwd',
  'https://www.google.com/search?q=https://ledger.example/',
  'https://google.com.evil.example/url?url=https://ledger.example/',
  'https://news.google.com/rss/articles/CBMiAAAA',
  `https://news.google.com/rss/articles/${newsId('AU_yqLNnOxwH2f6gYd2pc3Q1R0sHkqcR5A')}`,
  `https://news.google.com/rss/articles/${newsId('javascript:alert(1)')}`,
  `https://news.google.com/rss/articles/${newsId(page).slice(0, 30)}`,
  'https://us.rd.yahoo.com/rss/*https%3A%2F%2F%E0%A4%A',
  'https://www.google.com/amp/s/',
  'https://cdn.ampproject.org/c/s/ledger.example/a',
  'http://feedproxy.google.com/~r/ledger/~3/x1/',
  'https://t.co/abc',
  'javascript:alert(1)',
  'nothing',
  '',
])('stays as it is: %s', (url) => {
  expect(unwrapped(url)).toBe(url)
})

test('wrappers in wrappers are taken off to a depth, and beyond it none is', () => {
  const wrap = (depth: number): string =>
    depth === 0 ? page : `https://www.google.com/url?url=${encodeURIComponent(wrap(depth - 1))}`
  expect(unwrapped(wrap(4))).toBe(page)
  expect(unwrapped(wrap(5))).toBe(wrap(5))
})

test('what is inside is named and judged like any address', () => {
  const hidden = unwrapped('https://www.google.com/url?url=http%3A%2F%2F127.1%2Fadmin')
  expect(hidden).toBe('http://127.0.0.1/admin')
  expect(canonicalUrl(unwrapped('https://www.google.com/url?url=https://user:x@Ledger.example/a%23top'))).toBe(
    'https://ledger.example/a',
  )
})

test('unwraps to an address that it leaves alone, and never throws', () => {
  const host = fc.constantFrom(
    'www.google.com',
    'news.google.com',
    'us.rd.yahoo.com',
    'l.facebook.com',
    'a.cdn.ampproject.org',
  )
  const path = fc.constantFrom('/url', '/amp/s/', '/rss/articles/', '/l.php', '/c/s/', '/x/*', '/RU=')
  const rest = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.webUrl(),
    fc.webUrl().map((url) => `?url=${encodeURIComponent(url)}&u=${encodeURIComponent(url)}`),
    fc.webUrl().map(newsId),
    fc.base64String({ maxLength: 80 }),
  )
  const wrapped = fc.tuple(host, path, rest).map(([name, where, what]) => `https://${name}${where}${what}`)
  fc.assert(
    fc.property(fc.oneof(wrapped, fc.string()), (url) => {
      const inner = unwrapped(url)
      expect(unwrapped(inner)).toBe(inner)
      if (inner !== url) expect(inner).toMatch(/^https?:\/\//)
    }),
    { numRuns: 2000 },
  )
})

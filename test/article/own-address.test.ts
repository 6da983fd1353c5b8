import { expect, test } from 'vitest'
import { ownAddress } from '../../src/article/own-address.ts'

const found = 'https://news.example/a?utm_source=rss'

test.each<[string, string, string | null, string | null]>([
  ['nothing said', found, null, 'https://news.example/a'],
  ['the same host', found, 'https://news.example/the-story', 'https://news.example/the-story'],
  ['tracking in what is said', found, 'https://news.example/b?fbclid=1#top', 'https://news.example/b'],
  ['with www', found, 'https://www.news.example/b', 'https://www.news.example/b'],
  ['found on www', 'https://www.news.example/a', 'https://news.example/b', 'https://news.example/b'],
  ['found on mobile.', 'https://mobile.news.example/a', 'https://www.news.example/b', 'https://www.news.example/b'],
  ['found as AMP', 'https://amp.news.example/a/amp', 'https://www.news.example/a', 'https://www.news.example/a'],
  ['another scheme', 'http://news.example/a', 'https://news.example/a', 'https://news.example/a'],
  ['another host', found, 'https://other.example/b', 'https://news.example/a'],
  ['a subdomain', found, 'https://blog.news.example/b', 'https://news.example/a'],
  ['a host that ends alike', found, 'https://fakenews.example/b', 'https://news.example/a'],
  ['a host that begins alike', found, 'https://news.example.evil.example/b', 'https://news.example/a'],
  ['another port', found, 'https://news.example:8443/b', 'https://news.example/a'],
  ['another host behind credentials', found, 'https://news.example@evil.example/b', 'https://news.example/a'],
  ['the front page', found, 'https://news.example/', 'https://news.example/a'],
  ['the front page with a question', found, 'https://news.example/?p=12', 'https://news.example/a'],
  ['no address', found, 'about:blank', 'https://news.example/a'],
  ['empty', found, '', 'https://news.example/a'],
  ['found nowhere', 'not a url', null, null],
])('%s', (_, foundAt, pageSays, own) => {
  expect(ownAddress(foundAt, pageSays)).toBe(own)
})

test('where the article was found at no address, what its page says is no proof', () => {
  expect(ownAddress('file:///tmp/a.html', 'https://news.example/a')).toBeNull()
})

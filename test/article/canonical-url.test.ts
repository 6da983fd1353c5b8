import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUrl } from '../../src/article/canonical-url.ts'

test.each([
  ['HTTPS://News.Example:443/A/b?q=1#top', 'https://news.example/A/b?q=1'],
  ['http://news.example:80', 'http://news.example/'],
  ['http://news.example:8080/a', 'http://news.example:8080/a'],
  ['https://user:secret@news.example/a', 'https://news.example/a'],
  ['https://news.example./a', 'https://news.example/a'],
  ['  https://news.example/a\n', 'https://news.example/a'],
  ['https://news.example//a//b', 'https://news.example/a//b'],
  ['https://bücher.example/a b/ü', 'https://xn--bcher-kva.example/a%20b/%C3%BC'],
  [
    'https://news.example/a?utm_source=rss&UTM_Medium=x&fbclid=1&gclid=2&mc_cid=3&CMP=share&at_medium=RSS&ito=1490',
    'https://news.example/a',
  ],
  ['https://news.example/a?id=7&ref=rss&b=2&a=1&b=1', 'https://news.example/a?id=7&b=2&a=1&b=1'],
  [
    'https://news.example/a?ref=chapter-2&source=wire&mod=story',
    'https://news.example/a?ref=chapter-2&source=wire&mod=story',
  ],
  ['https://news.example/a?mod=rss_markets&partner=rss&emc=rss&from=newsletter', 'https://news.example/a'],
  ['https://news.example/a?', 'https://news.example/a'],
  ['https://news.example/a?&&x', 'https://news.example/a?x'],
  ['https://news.example/a?x=%2F+%20', 'https://news.example/a?x=%2F+%20'],
  ['https://news.example/a/', 'https://news.example/a/'],
  ['https://www.news.example/a', 'https://www.news.example/a'],
  ['https://news.example/a/amp', 'https://news.example/a'],
  ['https://news.example/a/amp/', 'https://news.example/a'],
  ['https://news.example/amp', 'https://news.example/amp'],
  ['https://news.example/amp/a', 'https://news.example/amp/a'],
  ['https://news.example/camp', 'https://news.example/camp'],
  ['https://news.example/a?amp=1&id=3', 'https://news.example/a?id=3'],
  ['https://news.example/a?amp', 'https://news.example/a'],
  ['https://news.example/a?amp=12', 'https://news.example/a?amp=12'],
  ['https://news.example/a?outputType=amp', 'https://news.example/a'],
  ['https://amp.news.example/a', 'https://news.example/a'],
  ['https://m.news.example/a', 'https://news.example/a'],
  ['https://news.example/2026/03/bridge.amp.html', 'https://news.example/2026/03/bridge.html'],
  ['https://news.example/bridge.amp', 'https://news.example/bridge'],
  ['https://news.example/.amp', 'https://news.example/.amp'],
  ['https://news.example/camp.html', 'https://news.example/camp.html'],
  ['https://news.example/amp/story/bridge-to-close-again', 'https://news.example/story/bridge-to-close-again'],
  ['https://news.example/amp/7654321', 'https://news.example/7654321'],
  ['https://news.example/amp/reviews', 'https://news.example/amp/reviews'],
  ['https://news.example/a?amp_js_v=0.1&usqp=mq33&id=3', 'https://news.example/a?id=3'],
  ['https://mobile.news.example/bridge-to-close-again', 'https://news.example/bridge-to-close-again'],
  ['https://mobile.news.example/reviews', 'https://mobile.news.example/reviews'],
  ['https://mobile.de/angebote-7654321', 'https://mobile.de/angebote-7654321'],
  ['https://m.me/a', 'https://m.me/a'],
  ['https://amp.dev/a', 'https://amp.dev/a'],
  ['https://m.co.uk/a', 'https://m.co.uk/a'],
  ['http://[2001:db8::1]/a', 'http://[2001:db8::1]/a'],
])('%s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical)
})

test.each([
  '',
  'news.example/a',
  '/a',
  'ftp://news.example/a',
  'javascript:alert(1)',
  'mailto:a@b.example',
  'http://',
  'https://a b/',
  `https://news.example/${'a'.repeat(5000)}`,
])('null: %s', (url) => {
  expect(canonicalUrl(url)).toBeNull()
})

const segment = fc.oneof(
  fc.constantFrom(
    ...['amp', 'AMP', '', 'a', 'm', '%2F', 'ü', '..', 'story', '.amp', 'a.amp.html', '.amp.amp.htm'],
    ...['a-b-c-d', '1234567'],
  ),
  fc.string({ maxLength: 5 }),
)
const label = fc.constantFrom('m', 'amp', 'mobile', 'www', 'news', 'example', 'co', 'uk', 'M', 'a')
const parameter = fc.constantFrom(
  'utm_source=x',
  'amp',
  'amp=1',
  'id=1',
  'ref=rss',
  '',
  '=',
  'a=b=c',
  '%26',
  'b',
  'outputtype=AMP',
)

test('is its own canonical address, and only http or https ones are', () => {
  const url = fc
    .tuple(
      fc.constantFrom('http:', 'https:', 'HTTP:'),
      fc.array(label, { minLength: 1, maxLength: 5 }),
      fc.array(segment),
      fc.array(parameter),
    )
    .map(([scheme, labels, path, query]) => `${scheme}//${labels.join('.')}/${path.join('/')}?${query.join('&')}`)
  fc.assert(
    fc.property(
      fc.oneof(url, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (written) => {
        const canonical = canonicalUrl(written)
        fc.pre(canonical !== null)
        expect(canonicalUrl(canonical)).toBe(canonical)
        expect(canonical).toMatch(/^https?:\/\/[^/@#]+\/[^#]*$/)
      },
    ),
    { numRuns: 2000 },
  )
})

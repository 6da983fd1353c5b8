import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examine, mayKeepCopy } from '../../src/article/examine.ts'
import type { Page } from '../../src/article/extracted.ts'
import { optOuts, optOutsOf } from '../../src/article/opt-outs.ts'
import { articlePage, proseText } from './pages.ts'

const pageWith = (html: string, more: Partial<Page> = {}): Page => ({
  ...{ url: 'https://www.harbour-post.example/fees', contentType: 'text/html', bytes: new TextEncoder().encode(html) },
  ...more,
})
const inHead = (head: string, more: Partial<Page> = {}) => optOutsOf(pageWith(articlePage({ head }), more))
const inHeaders = (robotsTags: string[], tdmReservations: string[] = [], more: Partial<Page> = {}) =>
  optOutsOf(pageWith(articlePage(), { optOutHeaders: { robotsTags, tdmReservations }, ...more }))

test.each([
  ['', []],
  ['<meta name="robots" content="index, follow, max-image-preview:large, max-snippet:-1">', []],
  ['<meta name="robots" content="noarchive">', ['noarchive']],
  ['<META NAME="ROBOTS" CONTENT="NOARCHIVE,NOAI">', ['noai', 'noarchive']],
  ["<meta content='noai, noimageai' name='robots'/>", ['noai', 'noimageai']],
  ['<meta name=robots content=noarchive>', ['noarchive']],
  ['<meta name="robots" content="nocache">', ['noarchive']],
  ['<meta name="robots" content="none">', ['noindex']],
  ['<meta name="robots" content="noindex nofollow; nosnippet">', ['noindex', 'nosnippet']],
  ['<meta name="robots" content="max-snippet: 0">', ['nosnippet']],
  ['<meta\n  name="robots"\n  data-x="1"\n  content="noarchive"\n>', ['noarchive']],
  ['<meta name="robots" content="index"><meta name="robots" content="noarchive">', ['noarchive']],
  ['<meta name="googlebot" content="noarchive">', ['noarchive']],
  ['<meta name="Googlebot-News" content="noindex, noarchive">', ['noarchive', 'noindex']],
  ['<meta name="parallax" content="noai">', ['noai']],
  ['<meta name="otherbot" content="noai, noarchive">', []],
  ['<meta name="description" content="noai, none, noarchive">', []],
  ['<meta property="robots" content="noarchive">', ['noarchive']],
  ['<meta http-equiv="X-Robots-Tag" content="noai">', ['noai']],
  ['<meta name="robots" content="noaim, xnoarchive, no archive">', []],
  ['<meta name="robots" content="unavailable_after: 25 Jun 2026 15:00:00 PST, noarchive">', ['noarchive']],
  ['<meta name="tdm-reservation" content="1">', ['tdm-reservation']],
  ['<meta name="TDM-Reservation" content=" 1 ">', ['tdm-reservation']],
  ['<meta name="tdm-reservation" content="0">', []],
  ['<meta name="tdm-reservation" content="yes">', []],
  ['<meta name="tdm-policy" content="https://harbour-post.example/noai.json">', []],
  ['<!-- <meta name="robots" content="noai"> -->', []],
  ['<script>var off = \'<meta name="robots" content="noai">\'</script>', []],
  ['<!-- <meta name="robots" content="noai"> --><meta name="robots" content="noarchive">', ['noarchive']],
])('meta elements: %s', (head, expected) => {
  expect(inHead(head)).toEqual(expected)
})

test.each([
  [['noarchive'], ['noarchive']],
  [['NOAI, NOIMAGEAI'], ['noai', 'noimageai']],
  [
    ['noindex', 'noarchive'],
    ['noarchive', 'noindex'],
  ],
  [['googlebot: noarchive, nofollow'], ['noarchive']],
  [['otherbot: noai, noarchive'], []],
  [['otherbot: noai, googlebot: noarchive, noindex'], ['noarchive', 'noindex']],
  [['noarchive, otherbot: noai'], ['noarchive']],
  [['otherbot : noai'], []],
  [['otherbot: noai', 'noarchive'], ['noarchive']],
  [['*: noai'], ['noai']],
  [['parallax: none'], ['noindex']],
  [['unavailable_after: 25 Jun 2026 15:00:00 PST'], []],
  [['unavailable_after: Thursday, 25-Jun-26 15:00:00 GMT, noarchive'], ['noarchive']],
  [['max-snippet: 0, max-image-preview: none'], ['nosnippet']],
  [[''], []],
])('X-Robots-Tag: %j', (values, expected) => {
  expect(inHeaders(values)).toEqual(expected)
})

test.each([
  [['1'], ['tdm-reservation']],
  [[' 1'], ['tdm-reservation']],
  [['0'], []],
  [['0', '1'], ['tdm-reservation']],
  [['0, 1'], ['tdm-reservation']],
  [['true'], []],
])('TDM-Reservation: %j', (values, expected) => {
  expect(inHeaders([], values)).toEqual(expected)
})

test('a source that asked for a name of our own speaks to us under it', () => {
  const asked = { userAgent: 'LedgerPartner/2.0 (+https://desk.example/)' }
  expect(inHead('<meta name="ledgerpartner" content="noarchive">', asked)).toEqual(['noarchive'])
  expect(inHead('<meta name="parallax" content="noai">', asked)).toEqual(['noai'])
  expect(inHead('<meta name="ledgerpartner" content="noarchive">')).toEqual([])
  expect(inHeaders(['ledgerpartner: noai'], [], asked)).toEqual(['noai'])
})

test('the stricter of header and page counts, and every charset is read', () => {
  const optOutHeaders = { robotsTags: ['noindex'], tdmReservations: ['0'] }
  expect(inHead('<meta name="tdm-reservation" content="1">', { optOutHeaders })).toEqual(['tdm-reservation', 'noindex'])
  const html = articlePage({ head: '<meta name="robots" content="noai">' })
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html, 'utf16le')])
  expect(optOutsOf(pageWith('', { bytes }))).toEqual(['noai'])
})

test('the text of a page that reserves it is not extracted without a licence, nor is a copy kept', () => {
  const reserved = pageWith(articlePage({ head: '<meta name="tdm-reservation" content="1">' }))
  const refused = examine(reserved)
  expect(refused).toEqual({ kind: 'rejected', reason: 'opted-out', optOuts: ['tdm-reservation'] })
  expect(mayKeepCopy(refused)).toBe(false)
  const licensed = examine({ ...reserved, licensed: true })
  expect(licensed).toMatchObject({ kind: 'article', article: { text: proseText }, optOuts: ['tdm-reservation'] })
  expect(mayKeepCopy(licensed)).toBe(true)
})

test.each([
  ['noarchive', false],
  ['noindex, nosnippet, noimageai', true],
])('%s leaves the text alone', (content, kept) => {
  const examined = examine(pageWith(articlePage({ head: `<meta name="robots" content="${content}">` })))
  expect(examined.kind).toBe('article')
  expect(mayKeepCopy(examined)).toBe(kept)
})

test('opt-outs of a page that becomes no article are found, too', () => {
  const examined = examine(pageWith('<html><meta name="robots" content="noarchive"><body><p>Short.</p></body></html>'))
  expect(examined).toMatchObject({ kind: 'rejected', optOuts: ['noarchive'] })
})

test('a directive is found wherever it stands in a list, and whatever is beside it never throws', () => {
  const other = fc.constantFrom('index', 'follow', 'max-snippet:-1', 'max-image-preview:large', 'all', 'noodp', '')
  fc.assert(
    fc.property(fc.subarray([...optOuts]), fc.array(other), fc.infiniteStream(fc.nat()), (wanted, others, order) => {
      const robots = wanted.filter((one) => one !== 'tdm-reservation')
      const list = [...robots, ...others].map((one) => [order.next().value ?? 0, one] as const)
      const value = list
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one)
        .join(', ')
      expect(inHeaders([value])).toEqual(robots)
      expect(inHead(`<meta name="robots" content="${value}">`)).toEqual(robots)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(optOuts).toEqual(expect.arrayContaining(inHeaders([text], [text])))
      expect(optOuts).toEqual(expect.arrayContaining(inHead(`<meta name="robots" content="${text}">${text}`)))
    }),
  )
})

test.each([
  ['tags without an end', '<meta name=robots content=none '.repeat(150_000)],
  ['words without an end', `<meta ${'none '.repeat(900_000)}`],
  ['a million attributes', `<meta ${'a '.repeat(2_000_000)}content=none><meta name=robots content=noai>`],
  ['colons', `<meta name=robots content="noai${' : '.repeat(1_000_000)}">`],
  ['many of them', '<meta name=robots content=none>'.repeat(150_000)],
])('hostile: %s', { timeout: 5000 }, (_, html) => {
  optOutsOf(pageWith(html))
})

import { expect, test } from 'vitest'
import { rejections } from '../../src/article/extracted.ts'
import { articleOf, articlePage, extracted, jsonLd, pageOf, paragraphs, prose } from './pages.ts'

const links = Array.from(
  { length: 30 },
  (_, n) => `<li><a href="/${n}">Headline number ${n} of the day in full</a></li>`,
)
const [first = '', second = ''] = prose
const paid = (type: string) => jsonLd({ '@type': type, headline: 'Fees', isAccessibleForFree: 'False' })
const wall =
  'We and our 120 partners store cookies on your device. With your consent we show personalised ads and measure content. See our privacy policy, or manage preferences at any time.'

/** Those that a page causes by what it says; the two of a thread belong to the page extractor. */
const written: [string, string | Uint8Array, string | null, (typeof rejections)[number]][] = [
  [
    'JSON-LD says it is paid for',
    pageOf(paid('NewsArticle'), `<h1>Fees</h1><p>${first}</p><p>${second}</p>`),
    null,
    'paywalled',
  ],
  [
    'a paywall after the lead',
    pageOf(
      '<title>Fees</title>',
      `<h1>Fees</h1><p>${first}</p><p>${second}</p><div class="paywall"><p>Subscribe to continue</p></div>`,
    ),
    null,
    'paywalled',
  ],
  [
    'words of a paywall',
    pageOf(
      '<title>Fees</title>',
      `<h1>Fees</h1><p>${first}</p><p>${second}</p><p>This article is for subscribers only.</p>`,
    ),
    null,
    'paywalled',
  ],
  [
    'nothing but consent',
    pageOf('<title>Your privacy</title>', `<div><h1>Your privacy</h1><p>${wall}</p><button>Accept all</button></div>`),
    null,
    'consent-wall',
  ],
  ['a list of links', pageOf('<title>News</title>', `<h1>News</h1><ul>${links.join('')}</ul>`), null, 'not-an-article'],
  [
    'a page that calls itself a list',
    pageOf(`<title>News</title>${jsonLd({ '@type': 'CollectionPage' })}`, `<p>${first}</p>`),
    null,
    'not-an-article',
  ],
  [
    'a video',
    pageOf(`<title>Clip</title><meta property="og:type" content="video.other">`, `<p>${first}</p>`),
    null,
    'not-an-article',
  ],
  ['no title at all', pageOf('', paragraphs), null, 'not-an-article'],
  ['two sentences', pageOf('<title>Fees</title>', `<h1>Fees</h1><p>${first}</p>`), 'text/html', 'too-short'],
  [
    'a check for robots',
    pageOf(
      '<title>Just a moment...</title>',
      '<h1>paper.example</h1><p>Verify that you are human.</p><script src="/cdn-cgi/challenge-platform/h.js"></script>',
    ),
    'text/html',
    'blocked',
  ],
  [
    'a picture puzzle',
    pageOf(
      '<title>paper.example</title>',
      '<p>Please confirm that you are a reader.</p><div class="g-recaptcha"></div>',
    ),
    'text/html',
    'blocked',
  ],
  [
    'a page that is for scripts alone',
    pageOf('<title>Fees</title>', '<noscript>Please enable JavaScript.</noscript><div id="root"></div>'),
    'text/html',
    'too-short',
  ],
  ['an empty body', pageOf('<title>Fees</title>', ''), 'text/html', 'too-short'],
  ['five million bytes and one', new Uint8Array(5_000_001), null, 'too-large'],
  ['nested too deep', pageOf('', `${'<div>'.repeat(256)}${paragraphs}`), null, 'too-large'],
  ['too many elements', pageOf('', '<i></i>'.repeat(50_001)), null, 'too-large'],
  ['by its type', articlePage(), 'application/pdf', 'not-html'],
  ['by its content: PDF', '%PDF-1.7 <html><p>', 'text/html', 'not-html'],
  ['by its content: a feed', '<?xml version="1.0"?><rss><channel><title>t</title></channel></rss>', null, 'not-html'],
  ['by its content: JSON', '{"title":"x"}', null, 'not-html'],
  ['by its content: a picture', Uint8Array.from({ length: 3000 }, (_, n) => (n * 7) % 32), 'text/html', 'not-html'],
  ['no bytes', '', null, 'not-html'],
]

test.each(written)('%s', (_, page, contentType, reason) => {
  expect(extracted(page, contentType)).toEqual({ kind: 'rejected', reason })
})

test('every reason that extraction itself gives is among them', () => {
  const given = new Set(written.map(([, , , reason]) => reason))
  const beforeOrAround = ['opted-out', 'timed-out', 'out-of-memory', 'unreadable']
  expect(rejections.filter((reason) => !given.has(reason) && !beforeOrAround.includes(reason))).toEqual([])
})

test('what no step foresaw is unreadable', () => {
  const bytes = new Proxy(new Uint8Array(10), {
    get: (target, key) => (key === 'buffer' ? undefined : Reflect.get(target, key, target)),
  })
  expect(extracted(bytes)).toEqual({ kind: 'rejected', reason: 'unreadable' })
})

test.each([
  ['said to be paid for, but given in full', articlePage({ head: paid('NewsArticle') })],
  [
    'with a paywall box beside its full text',
    articlePage({ after: '<div class="paywall">Subscribe now to read more.</div>' }),
  ],
  ['with a consent box', articlePage({ before: `<div class="consent"><p>${wall}</p></div>` })],
  [
    'on a page that is mostly links',
    pageOf('<title>Fees</title>', `<article><h1>Fees</h1>${paragraphs}</article><ul>${links.join('')}</ul>`),
  ],
  ['with a video', articlePage({ head: jsonLd({ '@type': 'VideoObject', name: 'Clip' }) })],
])('an article %s is kept', (_, page) => {
  expect(articleOf(page).text).toContain(first)
})

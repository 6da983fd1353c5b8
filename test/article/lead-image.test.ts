import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LeadImage } from '../../src/article/extracted.ts'
import { articleOf, articlePage, jsonLd } from './pages.ts'

const news = (fields: object) => jsonLd({ '@type': 'NewsArticle', headline: 'Harbour raises fees', ...fields })
const og = (address: string) => `<meta property="og:image" content="${address}">`
const crane = 'https://img.harbour-post.example/2026/crane-at-dawn.jpg'
const figure = (caption: string) =>
  `<figure><img src="/cache/crane-at-dawn.jpg?w=300"><figcaption>${caption}</figcaption></figure>`

test.each<[string, { head?: string; before?: string }, LeadImage | null, string | undefined]>([
  ['a JSON-LD address', { head: news({ image: crane }) }, { url: crane, caption: null, credit: null }, 'json-ld'],
  [
    'the first of several',
    { head: news({ image: [{ contentUrl: crane }, 'https://img.harbour-post.example/b.jpg'] }) },
    { url: crane, caption: null, credit: null },
    'json-ld',
  ],
  [
    'a JSON-LD object with its words',
    { head: news({ image: { url: crane, caption: 'A <b>crane</b> &amp; gulls.', creditText: 'Photo: Jane Doe' } }) },
    { url: crane, caption: 'A crane & gulls.', credit: 'Jane Doe' },
    'json-ld',
  ],
  [
    'whose it is',
    { head: news({ image: { url: crane, copyrightHolder: { name: 'Meridian Wire' } } }) + og('/og.jpg') },
    { url: crane, caption: null, credit: 'Meridian Wire' },
    'json-ld',
  ],
  [
    'a reference',
    {
      head: jsonLd({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'H', image: { '@id': '#i' } },
          { '@type': 'ImageObject', '@id': '#i', url: crane, caption: 'A crane.' },
        ],
      }),
    },
    { url: crane, caption: 'A crane.', credit: null },
    'json-ld',
  ],
  [
    'og:image, resolved',
    { head: og('/crane-at-dawn.jpg') },
    { url: 'https://www.harbour-post.example/crane-at-dawn.jpg', caption: null, credit: null },
    'open-graph',
  ],
  [
    'og:image where JSON-LD names no web address',
    { head: news({ image: 'data:image/png;base64,AAAA' }) + og(crane) },
    { url: crane, caption: null, credit: null },
    'open-graph',
  ],
  [
    'twitter:image',
    { head: `<meta name="twitter:image" content="${crane}">` },
    { url: crane, caption: null, credit: null },
    'meta',
  ],
  [
    'a figure, its caption and the credit at its end',
    { before: figure('A crane at dawn. Photo: Jane Doe/Meridian') },
    {
      url: 'https://www.harbour-post.example/cache/crane-at-dawn.jpg?w=300',
      caption: 'A crane at dawn.',
      credit: 'Jane Doe/Meridian',
    },
    'html',
  ],
  [
    'the words under the same file',
    { head: og(crane), before: figure('A crane at dawn. <span class="credit">(© Jane Doe)</span>') },
    { url: crane, caption: 'A crane at dawn.', credit: 'Jane Doe' },
    'open-graph',
  ],
  [
    'not the words under another',
    { head: og('https://img.harbour-post.example/2026/gulls.jpg'), before: figure('A crane at dawn.') },
    { url: 'https://img.harbour-post.example/2026/gulls.jpg', caption: null, credit: null },
    'open-graph',
  ],
  ['a script’s address', { head: og('javascript:alert(1)') }, null, undefined],
  ['an endless address', { head: og(`https://x.example/${'a'.repeat(3000)}.jpg`) }, null, undefined],
  ['none', {}, null, undefined],
])('lead image: %s', (_, parts, image, origin) => {
  const article = articleOf(articlePage(parts))
  expect(article.image).toEqual(image)
  expect(article.origins.image).toBe(origin)
})

test('whatever a page writes, the image is a web address and its words are bounded plain text', () => {
  const hostile = fc.oneof(fc.string(), fc.webUrl(), fc.constant('x'.repeat(5000)), fc.constant('<script>a</script>'))
  fc.assert(
    fc.property(hostile, hostile, hostile, (url, caption, creditText) => {
      const { image } = articleOf(articlePage({ head: news({ image: { url, caption, creditText } }) }))
      if (image === null) return
      expect(image.url).toMatch(/^https?:\/\//)
      expect((image.caption ?? '').length).toBeLessThanOrEqual(500)
      expect((image.credit ?? '').length).toBeLessThanOrEqual(200)
      expect(`${image.caption}${image.credit}`).not.toMatch(/<script>|\n/)
    }),
    { numRuns: 50 },
  )
})

import { expect, test } from 'vitest'
import { articleOf, articlePage, jsonLd } from './pages.ts'

const many = (count: number, piece: string) => piece.repeat(count)
const news = (fields: object) => jsonLd({ '@type': 'NewsArticle', headline: 'Harbour raises fees', ...fields })
const ids = Array.from({ length: 20_000 }, (_, at) => ({ '@id': `#${at}` }))

test.each<[string, { head?: string; before?: string }]>([
  [
    'a title of separators',
    { head: `<title>${many(500, 'a|')}</title><meta property="og:title" content="${many(500, 'b:')}">` },
  ],
  ['a title of separators and spaces', { head: `<title>${many(200_000, ' - ')}</title>` }],
  ['headings within headings', { before: many(150, '<h1><h2>x') }],
  ['many headings', { before: many(15_000, '<h2>x</h2>') }],
  ['many authors', { before: many(15_000, '<a rel="author" href="/author/x">Jane Doe</a>') }],
  ['many meta elements of one name', { head: many(15_000, '<meta name="author" content="Jane Doe">') }],
  ['many references', { head: news({ image: ids, author: ids, articleSection: ids }) }],
  [
    'many figures',
    { head: news({ image: '/crane-at-dawn.jpg' }), before: many(5000, '<figure><img src="x"></figure>') },
  ],
  [
    'an endless caption',
    {
      head: news({ image: '/crane-at-dawn.jpg' }),
      before: `<figure><img src="crane-at-dawn.jpg"><figcaption>${many(100_000, 'a/b via ')}</figcaption></figure>`,
    },
  ],
  ['a line of dashes', { before: `<p>${many(100_000, '- ')}</p><p>${many(50_000, '(')}</p>` }],
])('%s costs no more than a moment', (_, parts) => {
  const page = articlePage(parts)
  const began = performance.now()
  articleOf(page)
  expect(performance.now() - began).toBeLessThan(4000)
})

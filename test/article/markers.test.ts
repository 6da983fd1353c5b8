import { expect, test } from 'vitest'
import { extractArticle } from '../../src/article/extract.ts'
import { articleOf, articlePage, jsonLd } from './pages.ts'

const of = (type: string, fields: object = {}) => jsonLd({ '@type': type, headline: 'Harbour raises fees', ...fields })
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

function at(path: string, head = '') {
  const bytes = new TextEncoder().encode(articlePage({ head }))
  const result = extractArticle({ url: `https://www.harbour-post.example${path}`, contentType: 'text/html', bytes })
  if (result.kind === 'rejected') throw new Error(result.reason)
  return result.article
}

test.each<[string, string, string, string | null, string | undefined]>([
  ['an opinion by its type', '/fees', of('OpinionNewsArticle'), 'opinion', 'json-ld'],
  ['an analysis by its type', '/fees', of('AnalysisNewsArticle'), 'analysis', 'json-ld'],
  ['background', '/fees', of('BackgroundNewsArticle'), 'analysis', 'json-ld'],
  ['an opinion by its genre', '/fees', of('NewsArticle', { genre: 'Commentary' }), 'opinion', 'json-ld'],
  ['an opinion by its shelf', '/fees', of('NewsArticle', { articleSection: 'Gastkommentar' }), 'opinion', 'meta'],
  ['an opinion by a shelf in a meta element', '/fees', meta('article:section', 'Columnists'), 'opinion', 'meta'],
  ['an opinion by its address', '/opinion/2026/fees', of('NewsArticle'), 'opinion', 'url'],
  ['an opinion by an address in other letters', '/%D0%BC%D0%BD%D0%B5%D0%BD%D0%B8%D1%8F/fees', '', 'opinion', 'url'],
  ['an opinion by its label', '/fees', meta('og:title', 'Opinion | Fees must fall'), 'opinion', 'text'],
  ['an analysis by its label', '/fees', meta('og:title', 'Analyse: Wer die Gebühren zahlt'), 'analysis', 'text'],
  ['news', '/fees', of('NewsArticle'), 'news', 'json-ld'],
  ['a reportage', '/opinion/fees', of('ReportageNewsArticle'), 'news', 'json-ld'],
  ['its type rather than its address', '/analysis/fees', of('OpinionNewsArticle'), 'opinion', 'json-ld'],
  ['no genre', '/fees', of('Article'), null, undefined],
  ['nothing by a word within a word', '/opinionated-gulls', of('Article'), null, undefined],
  ['nothing by a headline on opinions', '/fees', meta('og:title', 'Opinions on fees differ'), null, undefined],
])('genre: %s', (_, path, head, genre, origin) => {
  const article = at(path, head)
  expect([article.genre, article.origins.genre]).toEqual([genre, origin])
})

test.each<[string, string, string, boolean, string | undefined]>([
  ['its type', '/fees', of('LiveBlogPosting'), true, 'json-ld'],
  ['its folder', '/live/2026/fees', '', true, 'url'],
  ['a word of its address', '/2026/fees-live-updates-10-march', '', true, 'url'],
  ['a ticker', '/liveticker-hafen', '', true, 'url'],
  ['its headline', '/fees', meta('og:title', 'LIVE: Council votes on fees'), true, 'text'],
  ['a ticker’s headline', '/fees', meta('og:title', 'Hafen-Ticker: Rat stimmt ab'), true, 'text'],
  ['no word within a word', '/delivery-fees', meta('og:title', 'Olive: a harbour cat’s life'), false, undefined],
  ['no verb', '/how-we-live-now', meta('og:title', 'Where dockers live: a map'), false, undefined],
])('live blog: %s', (_, path, head, isLiveBlog, origin) => {
  const article = at(path, head)
  expect([article.isLiveBlog, article.origins.isLiveBlog]).toEqual([isLiveBlog, origin])
})

const box = { '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector: '.box' }
test.each<[string, string, boolean | null, string | undefined]>([
  ['paid by JSON-LD', of('NewsArticle', { isAccessibleForFree: false }), true, 'json-ld'],
  ['paid as a word', of('NewsArticle', { isAccessibleForFree: 'http://schema.org/False' }), true, 'json-ld'],
  ['free by JSON-LD', of('NewsArticle', { isAccessibleForFree: 'True' }), false, 'json-ld'],
  ['paid in part', of('NewsArticle', { hasPart: box }), true, 'json-ld'],
  [
    'free as a whole, whatever its parts say',
    of('NewsArticle', { isAccessibleForFree: true, hasPart: [box] }),
    false,
    'json-ld',
  ],
  ['locked', meta('article:content_tier', 'locked'), true, 'meta'],
  ['metered', meta('article:content_tier', 'metered'), false, 'meta'],
  ['premium', meta('is_premium', 'true'), true, 'meta'],
  [
    'JSON-LD before meta',
    of('Article', { isAccessibleForFree: true }) + meta('article:content_tier', 'locked'),
    false,
    'json-ld',
  ],
  ['untold', of('NewsArticle'), null, undefined],
  ['told in words that we do not know', meta('article:content_tier', 'gold'), null, undefined],
])('%s', (_, head, isPaid, origin) => {
  const article = articleOf(articlePage({ head }))
  expect([article.isPaid, article.origins.isPaid]).toEqual([isPaid, origin])
})

test('microdata tells who pays, too', () => {
  const article = articleOf(articlePage({ before: '<meta itemprop="isAccessibleForFree" content="false">' }))
  expect([article.isPaid, article.origins.isPaid]).toEqual([true, 'meta'])
})

test('a saved page is told by the address that it names, not by its folder', () => {
  const read = (head: string) => {
    const bytes = new TextEncoder().encode(articlePage({ head }))
    const result = extractArticle({ url: 'file:///opinion/live/fees.html', contentType: null, bytes })
    return result.kind === 'article' ? [result.article.genre, result.article.isLiveBlog] : result.reason
  }
  expect(read('')).toEqual([null, false])
  expect(read(meta('og:url', 'https://www.harbour-post.example/opinion/live/fees'))).toEqual(['opinion', true])
})

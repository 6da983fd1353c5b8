import { expect, test } from 'vitest'
import { languagesDisagree } from '../../src/article/language.ts'
import { articleOf, articlePage, jsonLd, proseText } from './pages.ts'

const news = (fields: object) => jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...fields })
const meta = (name: string, content: string) => `<meta name="${name}" property="${name}" content="${content}">`
const harbourPost = meta('og:site_name', 'The Harbour Post')
/** Without a heading, so that the title element has to do. */
const titled = (title: string, head = '') =>
  articlePage({ head: `<title>${title}</title>${head}` }).replace(/<h1>.*?<\/h1>/, '')

test.each([
  ['Fees rise | The Harbour Post', 'Fees rise'],
  ['Fees rise - The Harbour Post', 'Fees rise'],
  ['Fees rise – The Harbour Post', 'Fees rise'],
  ['The Harbour Post :: Fees rise', 'Fees rise'],
  ['The Harbour Post | Fees rise', 'Fees rise'],
  ['Fees rise | harbour-post.example', 'Fees rise'],
  ['Ship-to-shore fees rise - again', 'Ship-to-shore fees rise - again'],
  ['The Harbour Post', 'The Harbour Post'],
  ['Fees &amp;amp; fines: what &quot;rise&quot; means', 'Fees &amp; fines: what "rise" means'],
])('title element %s → %s', (title, expected) => {
  expect(articleOf(titled(title, harbourPost)).title).toBe(expected)
})

test('the outlet’s name is known from its JSON-LD too', () => {
  const publisher = news({ publisher: { '@type': 'Organization', name: 'Tide &amp; Times' } })
  expect(articleOf(titled('Fees rise | Tide &amp; Times', publisher)).title).toBe('Fees rise')
})

test('JSON-LD, then og:title, then the only heading, then the title element', () => {
  const og = meta('og:title', 'By og')
  expect(articleOf(articlePage({ head: `${news({ headline: 'By JSON-LD' })}${og}` })).title).toBe('By JSON-LD')
  expect(articleOf(articlePage({ head: og })).title).toBe('By og')
  expect(articleOf(articlePage({ head: '<title>Title element</title>' })).title).toBe('Harbour raises fees')
  expect(articleOf(titled('Title element')).title).toBe('Title element')
})

const forSearch = news({ headline: 'Berth fees explained' })
test.each<[string, string, string, string]>([
  ['the h1', forSearch + meta('og:title', 'Fees rise again'), '<h1>Fees rise again</h1>', 'Fees rise again'],
  ['an h2', forSearch + meta('og:title', 'Fees rise again'), '<h2>Fees rise again</h2>', 'Fees rise again'],
  ['JSON-LD’s', forSearch + meta('og:title', 'Fees rise'), '<h1>Berth fees explained</h1>', 'Berth fees explained'],
  [
    'the heading, not the crumb that names the page',
    forSearch + meta('og:title', 'Fees rise again'),
    '<nav><h1>Berth fees explained</h1></nav><h2>Fees rise again</h2>',
    'Fees rise again',
  ],
  [
    'the heading, not the crumb in the same header',
    forSearch + meta('og:title', 'Fees rise again'),
    '<header><div class="story__crumb"><h1>Berth fees explained</h1></div><h2>Fees rise again</h2></header>',
    'Fees rise again',
  ],
  [
    'the article’s heading rather than one above it',
    forSearch + meta('og:title', 'Fees rise again'),
    '</article><h1>Berth fees explained</h1><article><h2>Fees rise again</h2>',
    'Fees rise again',
  ],
  [
    'what stands behind a kicker, where that is declared',
    news({ headline: 'Port Calder: Fees rise again' }) + meta('og:title', 'Fees rise again'),
    '<h1><span>Port Calder: </span><span>Fees rise again</span></h1>',
    'Fees rise again',
  ],
  [
    'what stands behind a kicker, where another one is declared',
    meta('og:title', 'Dispute at the port: “Fees rise again”'),
    '<h1><span>Port Calder</span><span> - </span><span>“Fees rise again”</span></h1>',
    '“Fees rise again”',
  ],
  [
    'with a declared kicker that no heading contradicts',
    meta('og:title', 'Dispute at the port: Fees rise again'),
    '<h1><span>Fees rise again</span></h1>',
    'Dispute at the port: Fees rise again',
  ],
  [
    'with its kicker, where it is declared so',
    news({ headline: 'Port Calder: Fees rise' }) + meta('og:title', 'Port Calder: Fees rise'),
    '<h1><span>Port Calder: </span><span>Fees rise</span></h1>',
    'Port Calder: Fees rise',
  ],
  [
    'a declared one rather than a heading that nothing declares',
    forSearch + meta('og:title', 'Berth fees explained'),
    '<h1>Business</h1>',
    'Berth fees explained',
  ],
  [
    'og:title’s punctuation',
    news({ headline: 'Fees - and fines - rise' }) + meta('og:title', 'Fees – and fines – rise'),
    '',
    'Fees – and fines – rise',
  ],
  ['what two agree on', meta('og:title', 'Fees rise-Business｜Harbour') + meta('title', 'Fees rise'), '', 'Fees rise'],
  [
    'what a meta headline bounds',
    meta('og:title', 'Fees rise-Harbour') + meta('headline', 'Fees rise'),
    '',
    'Fees rise',
  ],
])('title printed: %s', (_, head, heading, expected) => {
  const page = articlePage({ head, before: heading }).replace('<h1>Harbour raises fees</h1>', '')
  expect(articleOf(page).title).toBe(expected)
})

test.each<[string, { head?: string; before?: string; after?: string }, string[]]>([
  [
    'JSON-LD objects',
    { head: news({ author: [{ name: 'Jane Doe' }, { name: 'John Roe' }] }) },
    ['Jane Doe', 'John Roe'],
  ],
  ['a JSON-LD string', { head: news({ author: 'By Jane Doe and John Roe' }) }, ['Jane Doe', 'John Roe']],
  [
    'a JSON-LD reference',
    {
      head: jsonLd({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'H', author: { '@id': '#j' } },
          { '@type': 'Person', '@id': '#j', name: 'Jane Doe' },
        ],
      }),
    },
    ['Jane Doe'],
  ],
  ['meta', { head: meta('author', 'Jane Doe') }, ['Jane Doe']],
  ['two metas', { head: meta('author', 'Jane Doe') + meta('author', 'John Roe') }, ['Jane Doe', 'John Roe']],
  ['the same name twice', { head: meta('author', 'Jane Doe, JANE DOE') }, ['JANE DOE']],
  [
    'an address, then a name',
    { head: meta('article:author', 'https://x.example/jane') + meta('byl', 'By Jane Doe') },
    ['Jane Doe'],
  ],
  ['microdata', { before: '<span itemprop="author" itemscope><b itemprop="name">Jane Doe</b></span>' }, ['Jane Doe']],
  ['rel=author', { before: '<a rel="author" href="/jane">Jane Doe</a>' }, ['Jane Doe']],
  ['names in parts', { head: news({ author: { givenName: 'Jane', familyName: 'Doe' } }) }, ['Jane Doe']],
  ['a link to an author’s page', { before: '<a href="/author/jane">Jane Doe</a>' }, ['Jane Doe']],
  ['a name with a number', { head: news({ author: 'Port24 Desk' }) }, ['Port24 Desk']],
  ['no date', { head: news({ author: '10.03.2026' }) }, []],
  ['a byline box', { before: '<div class="byline">By Jane Doe and John Roe</div>' }, ['Jane Doe', 'John Roe']],
  ['a visible line', { before: '<p>By Jane Doe and John Roe</p>' }, ['Jane Doe', 'John Roe']],
  [
    'the outlet, where nobody else is named',
    { head: harbourPost + meta('author', 'The Harbour Post') },
    ['The Harbour Post'],
  ],
  [
    'a person rather than the outlet',
    { head: harbourPost + meta('author', 'The Harbour Post'), before: '<p>By Jane Doe</p>' },
    ['Jane Doe'],
  ],
  ['nobody', {}, []],
])('authors: %s', (_, parts, authors) => {
  expect(articleOf(articlePage(parts)).authors).toEqual(authors)
})

test('a byline is not part of the text', () => {
  const { text } = articleOf(articlePage({ before: '<p>By Jane Doe and John Roe</p>' }))
  expect(text).toMatch(/^The harbour authority raised/)
})

test.each<[string, string, string | null]>([
  ['JSON-LD with a zone', news({ datePublished: '2026-03-10T07:40:00+02:00' }), '2026-03-10T05:40:00.000Z'],
  ['a zone without a colon', news({ datePublished: '2026-03-10T07:40:00-0530' }), '2026-03-10T13:10:00.000Z'],
  ['meta in UTC', meta('article:published_time', '2026-03-10T07:40:00Z'), '2026-03-10T07:40:00.000Z'],
  [
    'fractions of a second are cut off',
    meta('article:published_time', '2026-03-10T07:40:09.25Z'),
    '2026-03-10T07:40:09.000Z',
  ],
  ['mail style', meta('pubdate', 'Tue, 10 Mar 2026 07:40:00 +0100'), '2026-03-10T06:40:00.000Z'],
  ['a time element', '<time datetime="2026-03-10T07:40+01:00"></time>', '2026-03-10T06:40:00.000Z'],
  ['no zone is UTC', meta('date', '2026-03-10 07:40'), '2026-03-10T07:40:00.000Z'],
  ['a day', meta('date', '2026-03-10'), '2026-03-10T00:00:00.000Z'],
  ['a day with dots', meta('date', '25.3.2026'), '2026-03-25T00:00:00.000Z'],
  [
    'a day, told more precisely elsewhere',
    meta('date', '2026-03-10') + meta('dc.date', '2026-03-10T07:40:00+01:00'),
    '2026-03-10T06:40:00.000Z',
  ],
  [
    'a zoned time of another day tells nothing',
    meta('date', '2026-03-10') + meta('dc.date', '2026-04-10T07:40:00+01:00'),
    '2026-03-10T00:00:00.000Z',
  ],
  [
    'publication before modification',
    meta('last-modified', '2026-03-12T00:00:00Z') +
      news({ datePublished: '2026-03-10T00:00:00Z', dateModified: '2026-03-11T00:00:00Z' }),
    '2026-03-10T00:00:00.000Z',
  ],
  ['a day that does not exist', meta('date', '2026-02-30'), null],
  ['slashes, which nobody can read', meta('date', '03/10/2026'), null],
  ['words', meta('date', 'yesterday'), null],
  ['an hour that does not exist', meta('date', '2026-03-10T99:99:00Z'), null],
  ['nothing', '', null],
])('date: %s', (_, head, instant) => {
  expect(articleOf(articlePage({ head })).publishedAt?.toISOString() ?? null).toBe(instant)
})

test.each<[string, string, string | null]>([
  ['relative', '<link rel="canonical" href="/fees">', 'https://www.harbour-post.example/fees'],
  ['og:url', meta('og:url', 'https://www.harbour-post.example/og'), 'https://www.harbour-post.example/og'],
  ['no web address', '<link rel="canonical" href="javascript:alert(1)">', null],
  ['none', '', null],
])('canonical: %s', (_, head, url) => {
  expect(articleOf(articlePage({ head })).canonicalUrl).toBe(url)
})

test.each<[string, { head?: string; before?: string }, string | null, string | undefined]>([
  ['JSON-LD', { head: news({ dateModified: '2026-03-11T09:00:00+01:00' }) }, '2026-03-11T08:00:00.000Z', 'json-ld'],
  ['meta', { head: meta('article:modified_time', '2026-03-11T08:00:00Z') }, '2026-03-11T08:00:00.000Z', 'meta'],
  [
    'microdata',
    { before: '<time itemprop="dateModified" datetime="2026-03-11T08:00:00Z">today</time>' },
    '2026-03-11T08:00:00.000Z',
    'microdata',
  ],
  ['a visible line', { before: '<p>Updated: 11 March 2026, 08:00</p>' }, '2026-03-11T08:00:00.000Z', 'text'],
  ['its publication is none', { head: news({ datePublished: '2026-03-10T08:00:00Z' }) }, null, undefined],
])('last change: %s', (_, parts, instant, origin) => {
  const { modifiedAt, origins } = articleOf(articlePage(parts))
  expect([modifiedAt?.toISOString() ?? null, origins.modifiedAt]).toEqual([instant, origin])
})

test.each<[string, string, string | null]>([
  ['under the heading', '<p>10 March 2026, 07:40</p>', '2026-03-10T07:40:00.000Z'],
  ['after its place', '<p>Calder, 25.03.26 | 07:40 Uhr | Von Jane Doe</p>', '2026-03-25T07:40:00.000Z'],
  ['not above it', '', null],
  ['not far below it', `${'<p>Share</p>'.repeat(12)}<p>10 March 2026, 07:40</p>`, null],
])('a visible date %s', (_, before, instant) => {
  const page = articlePage({ before }).replace('<article>', '<p>11 March 2026</p><article>')
  const { publishedAt, origins } = articleOf(page)
  expect(publishedAt?.toISOString() ?? null).toBe(instant)
  expect(origins.publishedAt).toBe(instant === null ? undefined : 'text')
})

const nothingElse = { lang: 'en', langDetected: 'en', langDisagrees: false }
test.each<[string, string, object]>([
  ['as it is', 'lang="en-GB"', { ...nothingElse, langDeclared: 'en' }],
  ['undeclared', '', { ...nothingElse, langDeclared: null }],
  ['another', 'lang="fr"', { lang: 'fr', langDeclared: 'fr', langDetected: 'en', langDisagrees: true }],
  [
    'one that nothing detects',
    'lang="zu"',
    { lang: 'zu', langDeclared: 'zu', langDetected: 'en', langDisagrees: false },
  ],
])('language declared: %s', (_, lang, expected) => {
  expect(articleOf(articlePage().replace('lang="en"', lang))).toMatchObject(expected)
})

test('languages that detectors confuse do not disagree', () => {
  expect(languagesDisagree('nb', 'da', proseText)).toBe(false)
  expect(languagesDisagree('id', 'ms', proseText)).toBe(false)
  expect(languagesDisagree('de', 'en', proseText)).toBe(true)
  expect(languagesDisagree('de', 'en', 'Fees rise.')).toBe(false)
})

const crumbs = (...names: string[]) =>
  jsonLd({ '@type': 'BreadcrumbList', itemListElement: names.map((name) => ({ '@type': 'ListItem', item: { name } })) })
test.each<[string, string, string | null, string | undefined]>([
  ['JSON-LD', news({ articleSection: 'Trade' }) + meta('article:section', 'Ports'), 'Trade', 'json-ld'],
  ['OpenGraph', meta('article:section', 'Ports') + meta('section', 'Harbour'), 'Ports', 'open-graph'],
  ['meta', meta('parsely-section', 'Harbour'), 'Harbour', 'meta'],
  ['crumbs', crumbs('Home', 'Trade', 'Harbour raises fees'), 'Trade', 'json-ld'],
  ['no crumbs but home and the page', crumbs('Home', 'Harbour raises fees'), null, undefined],
])('section: %s', (_, head, section, origin) => {
  const article = articleOf(articlePage({ head }))
  expect([article.section, article.origins.section]).toEqual([section, origin])
})

test('each statement says where it stands', () => {
  const head = `${news({ author: 'Jane Doe' })}${meta('article:published_time', '2026-03-10T07:40:00Z')}`
  const url = 'https://www.harbour-post.example/og'
  const { origins } = articleOf(articlePage({ head: head + meta('og:url', url) }))
  expect(origins).toEqual({
    ...{ title: 'html', authors: 'json-ld', publishedAt: 'meta', langDeclared: 'html', canonicalUrl: 'open-graph' },
    genre: 'json-ld',
  })
})

test('section and language are the page’s own; a language it does not name is recognised', () => {
  const page = articlePage({ head: news({ articleSection: ['Business &amp; Trade', 'X'] }) })
  expect(articleOf(page)).toMatchObject({ section: 'Business & Trade', lang: 'en' })
  expect(articleOf(page.replace('lang="en"', 'lang="pt-BR"')).lang).toBe('pt')
  expect(articleOf(page.replace(' lang="en"', '')).lang).toBe('en')
  expect(articleOf(articlePage({ head: meta('article:section', 'https://x.example/s') })).section).toBeNull()
})

test('JSON-LD that is broken in the usual ways is read, and hopelessly broken is skipped', () => {
  const script = (json: string) => articlePage({ head: `<script type="application/ld+json">${json}</script>` })
  const usual = '//<![CDATA[\n{"@type":"NewsArticle","headline":"A\nB",}\n//]]>'
  expect(articleOf(script(usual)).title).toBe('A B')
  expect(articleOf(script('/* <![CDATA[ */ [{"@type":"NewsArticle","headline":"A"}] /* ]]> */')).title).toBe('A')
  expect(articleOf(script('<!-- {"@type":["Thing","NewsArticle"],"headline":"A"}; -->')).title).toBe('A')
  expect(articleOf(script('{"@type":"NewsArticle","headline":')).title).toBe('Harbour raises fees')
  expect(articleOf(script(`${'{"@graph":'.repeat(5000)}1${'}'.repeat(5000)}`)).title).toBe('Harbour raises fees')
})

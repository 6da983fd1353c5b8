import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOf } from '../../src/article/body.ts'
import { fastDom, thoroughDom } from '../../src/article/dom.ts'
import type { Extracted } from '../../src/article/extracted.ts'
import { readHead } from '../../src/article/head.ts'
import { metadataOf } from '../../src/article/metadata.ts'
import { timed } from '../cpu-time.ts'
import { articleOf, articlePage, extracted, jsonLd, pageOf, paragraphs, prose, proseText } from './pages.ts'

// Each of these costs a careless step seconds to hours of processor time.
const mostMs = 8_000
const mega = 1_000_000
const repeated = (text: string, chars: number) => text.repeat(Math.floor(chars / text.length))
const tooLarge = { kind: 'rejected', reason: 'too-large' }

test.each<[string, string, object]>([
  ['30,000 nested divs', pageOf('', '<div>'.repeat(30_000) + paragraphs), tooLarge],
  ['30,000 nested inline elements', pageOf('', '<b>'.repeat(30_000) + paragraphs), tooLarge],
  ['250 nested divs', articlePage({ before: '<div>'.repeat(250) }), {}],
  ['6 MB', articlePage({ after: repeated('<p>More of it.</p>', 6 * mega) }), tooLarge],
  ['2 MB of one paragraph', articlePage({ after: `<p>${repeated('Words. ', 2 * mega)}` }), { kind: 'article' }],
  ['open brackets', articlePage({ after: repeated('<', 100_000) }), { kind: 'article' }],
  ['open tags', articlePage({ after: repeated('<a href="', mega) }), {}],
  ['an unclosed comment', articlePage({ after: repeated('<!--', mega) }), {}],
  ['ampersands', articlePage({ head: `<meta name="author" content="${repeated('&amp', mega)}">` }), {}],
  ['a title of a megabyte', articlePage({ head: `<title>${repeated('| - ', mega)}</title>` }), {}],
  ['a heading of separators', pageOf('', `<h1>${repeated('a | ', 200_000)}</h1>${paragraphs}`), {}],
  [
    'an author of a megabyte',
    articlePage({ head: `<meta name="author" content="By ${repeated('A and ', mega)}">` }),
    {},
  ],
  ['a byline of a megabyte', articlePage({ before: `<p>By ${repeated('Aa ', mega)}</p>` }), {}],
  ['a date of a megabyte', articlePage({ head: `<meta name="date" content="${repeated('1 ', mega)}">` }), {}],
  ['white space', articlePage({ before: `<p>${repeated(' \n\t', mega)}x</p>` }), { kind: 'article' }],
  [
    'brackets in JSON-LD',
    articlePage({ head: `<script type="application/ld+json">${repeated('[', mega)}</script>` }),
    { kind: 'article' },
  ],
  [
    'commas in JSON-LD',
    articlePage({ head: `<script type="application/ld+json">{${repeated(', ', mega)}</script>` }),
    { kind: 'article' },
  ],
  [
    'tags in a declared body',
    articlePage({ head: jsonLd({ '@type': 'NewsArticle', articleBody: repeated('<a ', mega) }) }),
    {},
  ],
  ['attributes', articlePage({ after: `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=""`).join(' ')}>` }), {}],
  ['a thousand metas of one name', articlePage({ head: '<meta name="author" content="A B">'.repeat(5000) }), {}],
])('survives %s', async (_, page, expected) => {
  const { value, cpuMs } = await timed(() => extracted(page))
  expect(value).toMatchObject(expected)
  expect(cpuMs).toBeLessThan(mostMs)
})

test('no script of a page runs; the text that one would write is read where nothing else is', () => {
  const script = `<script>document.write(${JSON.stringify(paragraphs)}); globalThis.hacked = true</script>`
  const empty = pageOf('<title>Fees</title>', `<div id="root"></div>${script}${'<!-- -->'.repeat(300)}`)
  expect(articleOf(empty).text).toBe(proseText)
  expect(articleOf(articlePage({ after: script })).text).toBe(proseText)
  expect(globalThis).not.toHaveProperty('hacked')
})

test('broken UTF-8 costs the broken letters only', () => {
  const [before, after] = articlePage({ after: '<p>The mayor of the tXwn was very glad.</p>' }).split('X')
  const bytes = Buffer.concat([Buffer.from(before ?? ''), Uint8Array.of(0xc3, 0x28), Buffer.from(`${after}é é`)])
  expect(articleOf(bytes).text).toMatch(/of the t\uFFFD\(wn was very glad\.$/)
})

test('no invisible or directing characters reach title, authors or text', () => {
  const strange = '\u0000\u0007\u001b[31m\u200b\u202e\ufeff\u0085\u009b'
  const head = `<title>Fe${strange}es</title><meta name="author" content="Jane ${strange}Doe">`
  const { title, authors, text } = articleOf(
    pageOf(
      head,
      `<article><h1>Fe${strange}es</h1>${paragraphs.replaceAll('harbour', `har${strange}bour`)}&#27;&#x202e;</article>`,
    ),
  )
  for (const said of [title, ...authors, text]) expect(said).not.toMatch(control)
  expect(title).toMatch(/^Fe.*es$/)
})

test('names of the prototype in JSON-LD change nothing', () => {
  const head =
    '<script type="application/ld+json">{"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},"@type":"Article"}</script>'
  expect(articleOf(articlePage({ head })).text).toBe(proseText)
  expect({}).not.toHaveProperty('hacked')
})

test('linkedom and jsdom give the same article on an ordinary page', () => {
  const page = articlePage({
    head: `<meta name="author" content="Jane Doe"><meta name="date" content="2026-03-10">${jsonLd({ '@type': 'NewsArticle', headline: 'Fees &amp; fines' })}`,
    before: '<nav><a href="/">Home</a></nav><p>By Jane Doe</p><figure><figcaption>A crane.</figcaption></figure>',
    after:
      '<ul><li><a href="/x">Another story entirely</a></li></ul><p>Unclosed, and <b>bold <i>both</b> ways</i>.<p>And a last one.',
  })
  const [fast, thorough] = [fastDom, thoroughDom].map((parse) => {
    const head = readHead(parse(page), 'https://www.harbour-post.example/2026/fees')
    const metadata = metadataOf(head)
    return { metadata, text: bodyOf(head, metadata).map((paragraph) => paragraph.text) }
  })
  expect(fast?.text.slice(0, prose.length)).toEqual([...prose])
  expect(fast).toEqual(thorough)
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out.
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\ufeff]/

function expectSound(result: Extracted): void {
  if (result.kind === 'rejected') return
  const { title, authors, text } = result.article
  for (const said of [title, ...authors, text]) {
    expect(said).not.toMatch(control)
    expect(said.isWellFormed()).toBe(true)
  }
  expect(title).not.toBe('')
}

const pieces = fc.constantFrom(
  ...[
    '<html>',
    '<head>',
    '</head>',
    '<body>',
    '</body>',
    '</html>',
    '<frameset>',
    '<template>',
    '<table>',
    '<tr>',
    '<td>',
  ],
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<article>',
    '</article>',
    '<h1>',
    '</h1>',
    '<title>',
    '</title>',
    '<svg>',
    '</svg>',
  ],
  ...[
    '<script type="application/ld+json">',
    '</script>',
    '{"@type":"NewsArticle","headline":7,"author":[null,{}]}',
    '<style>',
  ],
  ...[
    '<meta name="date" content="',
    '<meta charset="',
    '<link rel="canonical" href="',
    '">',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<a href="',
    '<b',
    '>',
    '</',
    '<',
    '&',
    '&#0;',
    '&#xD800;',
    '&#x1b;',
    '\u0000',
    '\u202e',
    '\ud800',
    '"',
    '<select><option>',
  ],
  ...[
    '<noscript>',
    '<textarea>',
    '<math>',
    '<base href="http://[">',
    '<br>',
    '</br>',
    '<p/>',
    '<image>',
    '<form>',
    ...prose,
  ],
)

test('no arrangement of pieces of a page makes it throw or lets control characters through', () => {
  let articles = 0
  const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(soup, fc.boolean(), (html, whole) => {
      const result = extracted(whole ? articlePage({ after: html }) : html)
      articles += result.kind === 'article' ? 1 : 0
      if (result.kind === 'rejected') expect(result.reason).not.toBe('unreadable')
      expectSound(result)
    }),
    { numRuns: 300 },
  )
  expect(articles).toBeGreaterThan(50)
})

test('no bytes make it throw', () => {
  const start = new TextEncoder().encode('<html><title>T</title><p>')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.boolean(), (bytes, contentType, isPage) => {
      expectSound(extracted(isPage ? Buffer.concat([start, bytes]) : bytes, contentType))
    }),
    { numRuns: 300 },
  )
})

const plain =
  '<p>The harbour authority raised its berth fees on Tuesday, the first increase in nine years, after a vote.</p>'

test.each([
  ['lists within lists around a long text', `${'<ul><li>'.repeat(55)}${plain.repeat(19_000)}`],
  ['named boxes within each other', `${'<div class="comments">'.repeat(115)}${plain.repeat(19_000)}`],
  [
    'bare text around short paragraphs, deep down',
    '<div>'.repeat(120) + `<p>Words.</p>${'x'.repeat(1000)}`.repeat(4_000),
  ],
  ['tables within tables', `${'<table><tr><td>'.repeat(38)}Words.${'</td></tr></table>'.repeat(38)}`.repeat(160)],
  ['half a million attributes', `<p ${Array.from({ length: 400_000 }, (_, at) => `a${at}=1`).join(' ')}>${plain}</p>`],
  ['forms within forms', `${'<form>'.repeat(100_000)}${plain}`],
  ['links and no text', '<a href="/x">y z</a> '.repeat(1_490)],
  ['very many links', '<a href="/x">y z</a> '.repeat(49_000)],
  ['class names of underscores', `<p class="${'_'.repeat(19_000)}">${plain}</p>`.repeat(200)],
  ['a line of dates', `<p>${'2026 10:30 '.repeat(400_000)}</p>`],
  ['a line of credits', `<p>${'photo by A '.repeat(400_000)}</p>`],
  ['markup in very many strings', `<script>${`"<p>${'a b c. '.repeat(100)}" `.repeat(6_000)}</script>`],
])(
  '%s: an end within five seconds',
  async (_, body) => {
    const { value, cpuMs } = await timed(() => extracted(pageOf('<title>Fees</title>', body)))
    expect(['article', 'rejected']).toContain(value.kind)
    expect(cpuMs).toBeLessThan(mostMs)
  },
  30_000,
)

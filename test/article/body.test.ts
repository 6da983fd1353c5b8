import { describe, expect, test } from 'vitest'
import { scriptedBody } from '../../src/article/scripted-body.ts'
import { timed } from '../cpu-time.ts'
import { articleOf, articlePage, extracted, jsonLd, pageOf, paragraphs, prose, proseText } from './pages.ts'

const textOf = (body: string, head = '<title>Harbour raises fees</title>') =>
  articleOf(pageOf(head, body)).text.split('\n\n')
const boxed = (texts: readonly string[]) =>
  texts.map((text) => `<div class="block"><div class="inner"><p>${text}</p></div></div>`).join('')
const linked = `The rates were <a href="/a">first proposed in the spring of last year</a> by <a href="/b">the finance committee</a>.`
const linkedText = 'The rates were first proposed in the spring of last year by the finance committee.'

describe('paragraphs that each stand in a box of their own', () => {
  test('stay where one is short and full of links', () => {
    const texts = [...prose.slice(0, 3), linked, ...prose.slice(3)]
    expect(textOf(`<article>${boxed(texts)}</article>`)).toEqual(
      texts.map((text) => (text === linked ? linkedText : text)),
    )
  })

  test('go on behind a box with links, and end before another headline', () => {
    const more = '<aside><h3>More</h3><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul></aside>'
    const other = `<h1>Ferry runs late</h1>${boxed(['The ferry was late again on Sunday, and nobody at the quay could say when it would come or why.'])}`
    const body = `<main><div class="story">${boxed(prose.slice(0, 5))}</div>${more}<div class="story">${boxed(prose.slice(5))}</div>${other}</main>`
    expect(textOf(body)).toEqual([...prose])
  })

  test('end with the last of their kind', () => {
    const teaser =
      '<div class="teaser"><p>A whale was seen off the northern pier by the crew of a tug on Monday.</p></div>'
    expect(textOf(`<article>${boxed(prose)}${teaser}</article>`)).toEqual([...prose])
  })
})

describe('a standfirst', () => {
  const said = 'Shops expect hardly any change, while the lines speak of a blow to the summer.'
  const head = (description: string) =>
    `<title>Harbour raises fees</title><meta name="description" content="${description}">`
  const body = `<header><h1>Harbour raises fees</h1><div class="dek">${said}</div></header><article>${paragraphs}</article>`

  test('is the text’s where the page describes itself by it, in full or cut', () => {
    expect(textOf(body, head(said))).toEqual([said, ...prose])
    expect(textOf(body, head(`${said.slice(0, 60)}`))).toEqual([said, ...prose])
  })

  test('is not there twice, and not where only the description says it', () => {
    expect(textOf(`<article><p>${said}</p>${paragraphs}</article>`, head(said))).toEqual([said, ...prose])
    expect(textOf(`<article>${paragraphs}</article>`, head(said))).toEqual([...prose])
  })
})

describe('a declared text', () => {
  const box =
    '<p>The crane of this picture was built in the year of the great flood and has not been used since then.</p>'
  const withBody = (articleBody: string) =>
    `<title>Harbour raises fees</title>${jsonLd({ '@type': 'NewsArticle', headline: 'Harbour raises fees', articleBody })}`
  const page = `<article><p>${prose[0]}</p>${box}${prose
    .slice(1)
    .map((text) => `<p>${text}</p>`)
    .join('')}</article>`

  test('is the witness against what it does not say', () => {
    expect(textOf(page, withBody(prose.join(' ')))).toEqual([...prose])
  })

  test('is none where it is an excerpt or about something else', () => {
    expect(textOf(page, withBody(prose[0]))).toHaveLength(prose.length + 1)
    expect(textOf(page, withBody(prose.map((text) => text.split(' ').toReversed().join(' ')).join(' ')))).toHaveLength(
      prose.length + 1,
    )
  })

  test('may lack the headings', () => {
    const withHeading = page.replace(`<p>${prose[3]}</p>`, `<h2>What the workers say</h2><p>${prose[3]}</p>`)
    expect(textOf(withHeading, withBody(prose.join(' ')))).toContain('What the workers say')
  })
})

test.each([
  'caption',
  'photo-credit',
  'comments',
  'ad',
  'pub-date',
  'author-bio',
  'newsletter-box',
  'infobox',
  'image_caption',
])('a box called %s is none of the text', (name) => {
  const box = `<div class="${name}"><p>This sentence stands in a box of another kind, and it is no part of the story.</p></div>`
  expect(articleOf(articlePage({ before: box })).text).toBe(proseText)
})

test('a box with a fifth of the page stays, whatever it is called', () => {
  expect(articleOf(pageOf('<title>Fees</title>', `<div class="comments">${paragraphs}</div>`)).text).toBe(proseText)
})

test('a text under the link of its title, a line break between, tells of another page', () => {
  const whale = 'A whale was seen off the northern pier by the crew of a tug on Monday morning.'
  const teaser = `<a href="/whale">Whale seen off the pier</a><br>${whale}`
  const laidOut = (side: string) => `<table><tr><td>${prose.join('<br><br>')}</td><td>${side}</td></tr></table>`
  expect(textOf(laidOut(`Also in this issue<br><br>${teaser}<br><br>${teaser}`))).toEqual([...prose])
  const within = `<a href="/harbour">The harbour of Elma</a> raised its fees, says the board,<br> which met on Monday in its own house.`
  expect(
    textOf(
      `<article>${[...prose.slice(0, 4), within, ...prose.slice(4)].map((text) => `<p>${text}</p>`).join('')}</article>`,
    ),
  ).toContain('The harbour of Elma raised its fees, says the board, which met on Monday in its own house.')
})

test('a list of what a subscription brings is none of the text, a list of facts is', () => {
  const offers =
    '<ul><li>Unlimited online access to all articles.</li><li>Create an account or sign in to read on.</li><li>Get email updates from us.</li></ul>'
  const facts =
    '<ul><li>The fee for a small boat rises to 40 crowns a night.</li><li>The fee for a freighter rises to 900 crowns a night.</li></ul>'
  const middle = (list: string) => `<article>${paragraphs.replace('</p>\n<p>', `</p>${list}<p>`)}</article>`
  expect(textOf(middle(offers))).toEqual([...prose])
  expect(textOf(middle(facts))).toContain('The fee for a small boat rises to 40 crowns a night.')
})

describe('lines that go', () => {
  test.each([
    'A crane at the northern quay. Photo: Jane Doe/Harbour Post',
    'Ein Kran am Nordkai © Hafenpost',
    'A crane at the northern quay on Monday. REUTERS',
    'Ein Kran am Nordkai (AFP / JANE DOE)',
    '한 노동자가 12일 부두에서 일하고 있다. 연합뉴스',
    '北埠頭で作業をする人たち＝１３日（代表撮影）',
    'Tuesday, 10 March 2026 at 7:40 am',
    '10.03.2026 | 17:52 Uhr',
    '14 hours ago',
    'Story continues below advertisement',
    'For more stories like this, see our front page.',
    'For the latest news from the quay, sign up for our newsletter.',
    'Got a tip? Write to tips@harbour-post.example and we will call.',
    'Ann Quay is our correspondent on the northern coast and has covered ports since 2011.',
  ])('%s', (line) => {
    const head = `<title>Harbour raises fees</title>${jsonLd({ '@type': 'NewsArticle', author: 'Ann Quay' })}`
    const [first, ...rest] = prose
    const page = articlePage({ head }).replace(`<p>${first}</p>`, `<p>${first}</p><p>${line}</p>`)
    expect(articleOf(page).text.split('\n\n')).toEqual([first, ...rest])
  })
})

describe('sentences that only look like them stay', () => {
  test.each([
    'The photographer Jane Doe, whose photo of the flood hangs in the town hall, was among those who spoke.',
    'The captains have until 10 March 2026 to register their boats, and the office opens at 7:40 that day.',
    'Members must subscribe to the rules of the port before they may register a boat in the harbour.',
    'Die Gebühren steigen ab Juni um zwölf Prozent, wie die Behörde am Dienstag mitteilte (dpa)',
    'The council rejected the newsletter as a means of telling captains about the new rates in time.',
    'Peter Roe is the last captain who remembers the year in which the fees were raised before.',
  ])('%s', (sentence) => {
    const page = articlePage({ before: `<p>${prose[0]}</p><p>${sentence}</p>` }).replace(`<p>${prose[0]}</p>\n`, '')
    expect(articleOf(page).text.split('\n\n')).toContain(sentence)
  })
})

describe('an article in a script', () => {
  const inScript = (code: string) => pageOf('<title>Fees</title>', `<div id="app"></div><script>${code}</script>`)
  const markup = paragraphs.replaceAll('</', '<\\/')

  test.each([
    [
      'as a value of the program’s state',
      `window.state = {"a": 1, "html": ${JSON.stringify(paragraphs).replaceAll('<', '\\u003c')}}`,
    ],
    [
      'as a state within a string',
      `push([1, ${JSON.stringify(JSON.stringify({ html: paragraphs })).replaceAll('<', '\\u003c')}])`,
    ],
    ['as markup', `render("${markup.replaceAll('\n', '\\n')}")`],
  ])('is read: %s', (_, code) => {
    expect(articleOf(inScript(code)).text).toBe(proseText)
  })

  test('is not looked for where the page shows its own', () => {
    const other = JSON.stringify(paragraphs.replaceAll('harbour', 'airport')).replaceAll('<', '\\u003c')
    expect(articleOf(articlePage({ after: `<script>x = ${other}</script>` })).text).toBe(proseText)
  })

  test('is none where strings are no text', () => {
    expect(extracted(inScript(`x = "${'a'.repeat(5000)}"; y = "<p${'\\\\'.repeat(3000)}"`))).toMatchObject({
      kind: 'rejected',
    })
  })

  test.each([
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['quotes behind backslashes', '\\"'],
    ['strings of markup', `"<p>${'a'.repeat(500)}" `],
    ['open scripts', '<script>"<p '],
    ['tags of scripts that do not end', '<script '],
    ['nested markup', `"<p>${'<div>'.repeat(20_000)}" `],
  ])('costs no more than its length: %s', async (_, piece) => {
    const page = (length: number) => `<script>${piece.repeat(Math.ceil(length / piece.length))}</script>`
    const { cpuMs } = await timed(() => scriptedBody(page(2_000_000)))
    expect(cpuMs).toBeLessThan(4_000)
  })
})

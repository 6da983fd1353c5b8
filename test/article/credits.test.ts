import { expect, test } from 'vitest'
import { agenciesIn } from '../../src/article/agencies.ts'
import { creditedAgencies } from '../../src/article/credits.ts'
import { articleOf, articlePage, jsonLd } from './pages.ts'

const news = (fields: object) => jsonLd({ '@type': 'NewsArticle', headline: 'Harbour raises fees', ...fields })
const dateline = (start: string) =>
  `<p>${start} Shippers asked the council on Tuesday for a delay until the autumn.</p>`
const meta = (name: string, content: string) => `<meta name="${name}" property="${name}" content="${content}">`

test.each<[string, { head?: string; before?: string; after?: string }, string | null, string | undefined]>([
  [
    'its author',
    { head: news({ author: { '@type': 'Organization', name: 'The Associated Press' } }) },
    'AP',
    'json-ld',
  ],
  ['one of its authors', { head: news({ author: ['Jane Doe', 'dpa'] }) }, 'dpa', 'json-ld'],
  ['its source', { head: news({ author: 'Jane Doe', sourceOrganization: { name: 'Reuters' } }) }, 'Reuters', 'json-ld'],
  ['a meta element', { head: meta('author', 'Agence France-Presse') }, 'AFP', 'meta'],
  ['the dateline', { before: dateline('PORT CALDER (AP) —') }, 'AP', 'text'],
  ['a dateline with a day', { before: dateline('PORT CALDER, March 10 (Reuters) -') }, 'Reuters', 'text'],
  ['a dateline without a dash', { before: dateline('Hafenstadt (dpa/lno).') }, 'dpa', 'text'],
  ['an agency that nobody knows', { before: dateline('PORT CALDER (Meridian Wire) -') }, 'Meridian Wire', 'text'],
  [
    'the end',
    {
      after:
        '<p>The council will decide in the spring, its chair said at the weekend, when the reports of three engineers on the cranes and the northern channel are to be published. (dpa)</p>',
    },
    'dpa',
    'text',
  ],
  ['a line of its own', { after: '<p>With AFP and Reuters</p>' }, 'AFP', 'text'],
  ['a source line', { after: '<div>Quelle: hafenblatt.example, jdo/AFP</div>' }, 'AFP', 'text'],
  ['a remark in the first sentence', { before: dateline('The council (all nine of it) -') }, null, undefined],
  ['the outlet itself', { head: news({ author: 'Reuters', publisher: { name: 'Reuters' } }) }, null, undefined],
  [
    'a picture’s',
    { before: '<figure><img src="/a.jpg"><figcaption>A crane. Photo: AP</figcaption></figure>' },
    null,
    undefined,
  ],
  ['none', { head: news({ author: 'Jane Doe' }) }, null, undefined],
])('wire: %s', (_, parts, wire, origin) => {
  const article = articleOf(articlePage(parts))
  expect([article.wire, article.origins.wire]).toEqual([wire, origin])
})

test.each<[string, string[]]>([
  ['dpa/AFP', ['dpa', 'AFP']],
  ['Jane Doe, REUTERS', ['Reuters']],
  ['with AP and The Canadian Press', ['AP', 'The Canadian Press']],
  ['(c) 2026', []],
  ['Apache Reutersson', []],
])('agencies in %s', (credit, agencies) => {
  expect(agenciesIn(credit)).toEqual(agencies)
})

const body = 'Shippers asked the council on Tuesday for a delay until the autumn.'

test.each<[string, string[]]>([
  [`PORT CALDER, March 10 (Meridian Wire) - ${body}`, ['meridian wire']],
  [`Hafenstadt (dpa/lno) - ${body}`, ['dpa']],
  [`${body} (AFP)`, ['afp']],
  [`${body}\n\nThe Associated Press contributed to this report.`, ['ap']],
  [`${body}\n\nLedger’s Jo Farrow and Agence France-Presse also contributed to this story.`, ['afp']],
  [`${body}\n\nCopyright 2026 The Associated Press. All rights reserved.`, ['ap']],
  [`${body}\n\nReporting by Jo Farrow in Port Calder; Editing by Mina Tell`, ['reuters']],
  [`PORT CALDER (Reuters) - ${body}\n\nThe Associated Press contributed to this report.`, ['reuters', 'ap']],
  [`${body}\n\nCopyright 2026 The Harbour Ledger, Inc.`, []],
  [`${body} Reuters first told of the delay.`, []],
  ['', []],
])('agencies that a text credits: %s', (text, agencies) => {
  expect([...creditedAgencies(text)]).toEqual(agencies)
})

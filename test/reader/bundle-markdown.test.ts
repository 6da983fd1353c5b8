import fc from 'fast-check'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { bundleMarkdown } from '../../src/reader/bundle-markdown.ts'
import { levyDocument } from '../api/written-bundles.ts'
import { everywhere } from './everywhere.ts'
import { markupOf } from './markup.ts'

const asHtml = (markdown: string) => marked.parse(markdown, { async: false, gfm: true })
const ours = new Set(['em', 'strong', 'h1', 'h2', 'h3', 'p', 'ol', 'ul', 'li', 'a'])

test('a bundle reads as on its page: section, headline, lede, numbered facts, context, perspectives, links and articles', () => {
  const markdown = bundleMarkdown(levyDocument)
  const { elements, text, links } = markupOf(asHtml(markdown))
  expect([...elements].filter((element) => !ours.has(element))).toEqual([])
  expect(text).toContain(levyDocument.headline.text)
  const parts = ['Focusing facts', 'Context', 'Perspectives', 'Coverage', 'Go deeper', 'Articles']
  const found = markdown.split('\n').flatMap((line) => (line.startsWith('## ') ? [line.slice(3)] : []))
  expect(found.filter((part) => parts.includes(part))).toEqual(parts)
  expect(markdown).toMatch(/^\d+ articles from \d+ sources, .* Sources by leaning: .*center \d/m)
  for (const { label, members } of levyDocument.perspectives) {
    expect(markdown).toContain(`### ${label}`)
    expect(members.length).toBeGreaterThan(0)
  }
  for (const { url } of levyDocument.articles) if (url !== null) expect(links).toContain(url)
  const [fact] = levyDocument.facts
  const place = levyDocument.articles.findIndex(({ id }) => id === fact?.evidence[0]?.article) + 1
  expect(markdown).toMatch(new RegExp(`^1\\. .*\\([\\d, ]*\\b${place}\\b[\\d, ]*\\)$`, 'm'))
})

test('whatever stands in a bundle comes out as text: no markup, no other address, no control character', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>#|~&!-+=.:1 \n\t"\'\u202e\u001b\u2028', 'a', 'http://') }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '# x',
      '1. x',
      '- x',
      '&lt;b&gt;',
      '~~~',
      '<!--',
    ),
  )
  const address = fc.constantFrom('javascript:alert(1)', 'https://news.example/a>(b) c', 'data:text/html,x', 'x')
  fc.assert(
    fc.property(hostile, address, (text, url) => {
      const markdown = bundleMarkdown(everywhere(`a${text}b`, url))
      expect(markdown).not.toMatch(/(?!\u200c|\u200d|\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
      const { elements, links } = markupOf(asHtml(markdown))
      expect([...elements].filter((element) => !ours.has(element))).toEqual([])
      for (const one of links) expect(one).toMatch(/^https?:\/\//)
    }),
  )
})

test('a text that begins as a list or a heading would stays a sentence', () => {
  for (const text of ['1. May it be', '- so', '# so', '+ so', '= so', '> so'])
    expect(markupOf(asHtml(bundleMarkdown(everywhere(text, 'https://news.example/')))).text).toContain(text)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import type { BundleDocument } from '../../src/bundle/document.ts'
import { readingOf } from '../api/reading-of.ts'
import { levyDocument, published } from '../api/written-bundles.ts'
import { everywhere } from './everywhere.ts'
import { markupOf } from './markup.ts'

async function pages(document: BundleDocument): Promise<string[]> {
  const reading = readingOf({ bundles: [published('7', '2026-03-11', document)] })
  const app = createApp({ reading, now: () => new Date('2026-03-11T20:00:00Z') })
  return Promise.all(['/', '/stories/7'].map(async (path) => (await app.request(path)).text()))
}

const harmless = (await pages(levyDocument)).map(markupOf)

// What the harmless document is made of: a hostile one must add nothing to it.
function expectHarmless(html: string) {
  const { elements, attributes, links } = markupOf(html)
  for (const element of elements)
    expect(
      harmless.some((page) => page.elements.has(element)),
      element,
    ).toBe(true)
  for (const attribute of attributes)
    expect(
      harmless.some((page) => page.attributes.has(attribute)),
      attribute,
    ).toBe(true)
  for (const link of links) expect(link).toMatch(/^(https?:\/\/|\/(?!\/)|#)/)
  expect(elements).not.toContain('script')
}

const texts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '<!-- --><style>*{display:none}</style>',
  '&lt;script&gt;&#x202e;',
  '\u202eevil\u202d \u2066hidden\u2069 \u0000\u0007\u009b',
  'W'.repeat(10_000),
]
const urls = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>alert(1)</script>', '//evil', ' ']

test.each(texts.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s comes out as text', async (_, text) => {
  const document = everywhere(text, 'https://news1.example/"><script>alert(1)</script>')
  for (const html of await pages(document)) {
    expectHarmless(html)
    expect(html).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
  }
})

test.each(urls)('%s never becomes a link', async (url) => {
  const [, story = ''] = await pages(everywhere('Ordinary words', url))
  expectHarmless(story)
  expect(markupOf(story).links.filter((link) => /^(javascript|data):|evil/i.test(link))).toEqual([])
  expect(markupOf(story).text).toContain('Ordinary words')
})

test('no text becomes markup', async () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'<>"\'&;/= -!aonx\u202e'), minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (text, url) => {
      for (const html of await pages(everywhere(text, url))) expectHarmless(html)
    }),
    { numRuns: 60 },
  )
})

test('what is left of a hostile text is shown as it was written', async () => {
  const [, story = ''] = await pages(everywhere('<b>5 < 6 & "7"</b>', 'https://news1.example/'))
  expect(story).toContain('&lt;b&gt;5 &lt; 6 &amp; &quot;7&quot;&lt;/b&gt;')
})

import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { bundleDocumentSchema } from '../../src/bundle/document.ts'
import { readingOf } from '../api/reading-of.ts'
import { levyDocument, published } from '../api/written-bundles.ts'

const hostile = '<img src=x onerror=alert(1)>'
const began = '2026-03-02T09:00:00.000Z'
const archived = { ...levyDocument.articles[0], id: '90', source: 'Old Wire', title: hostile, publishedAt: began }
const document = bundleDocumentSchema.parse({
  ...levyDocument,
  context: [
    {
      text: `On 2 March 2026, a week earlier, Old Wire reported: “${hostile} and more of it”`,
      basis: 'computed',
      rule: 'earlier-chapter(2026-03-02)',
      evidence: [{ article: '90', quote: hostile }],
    },
  ],
  earlier: [
    { story: '3', bundle: '4', headline: hostile, began, ended: began },
    { story: '2', bundle: null, headline: 'A draft that nobody can read', began, ended: began },
  ],
  archive: [archived],
  coverage: {
    ...levyDocument.coverage,
    base: {
      section: 'Politics',
      from: began,
      to: began,
      sides: {
        left: { covering: 2, active: 30, unread: 1 },
        center: { covering: 2, active: 20, unread: 0 },
        right: { covering: 1, active: 30, unread: 0 },
      },
    },
    blindspots: [
      {
        side: 'right',
        claim: { text: hostile, basis: 'computed', rule: 'blindspot(right)', evidence: [{ article: '1' }] },
      },
    ],
  },
})

const app = createApp({
  reading: readingOf({ bundles: [published('7', '2026-03-11', document)] }),
  now: () => new Date('2026-03-11T20:00:00Z'),
})

test('a page leads to the chapters that can be read, names the archive, and says who could have carried the story', async () => {
  const text = await (await app.request('/stories/7')).text()
  expect(text).toContain('<a href="/stories/4">')
  expect(text).toContain('A draft that nobody can read')
  expect(text).toContain('Old Wire')
  expect(text).not.toContain('no longer listed')
  expect(text).toContain('left 2 of 30 (1 could not be read), center 2 of 20, right 1 of 30')
  expect(text).toContain('Blindspot:')
  expect(text).not.toContain('<img')
})

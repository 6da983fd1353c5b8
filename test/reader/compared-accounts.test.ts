import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { composeBundle } from '../../src/bundle/compose.ts'
import type { BundleDocument, Claim } from '../../src/bundle/document.ts'
import { type Listening, listen } from '../../src/cli/listen.ts'
import { readingOf } from '../api/reading-of.ts'
import { levyDocument, published } from '../api/written-bundles.ts'
import { openBrowser } from '../browser.ts'
import { storyOf } from '../fact/articles.ts'
import { eventArticles } from '../newsroom/event-articles.ts'
import { headingLevels, overflowing } from './page-audit.ts'
import { visit } from './visit.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const
const composed = (event: string) => composeBundle(storyOf(eventArticles().get(event) ?? []), { sides, goDeeper: [] })
const canal = composed('canal-accord')
const wolf = composed('wolf-abschuss')
const longWord = 'W'.repeat(3_000)

/** The canal with words in it that no line can hold. */
const long: BundleDocument = {
  ...canal,
  differences: canal.differences?.map(lengthened) ?? [],
  factTable: canal.factTable?.map((row) => ({ ...row, claim: lengthened(row.claim) })) ?? [],
  perspectives: canal.perspectives.map((one) => ({ ...one, label: `${one.label} ${longWord}` })),
}

function lengthened(claim: Claim): Claim {
  const evidence = claim.evidence.map((one) => ({ ...one, quote: `${one.quote} ${longWord}` }))
  return { ...claim, text: `${claim.text} ${longWord}`, evidence }
}

let browser: Browser
let site: Listening
const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

beforeAll(async () => {
  const documents = { canal, wolf, long, levy: levyDocument }
  const bundles = Object.entries(documents).map(([id, document]) => published(id, '2026-03-11', document))
  const app = createApp({ reading: readingOf({ bundles }), now: () => new Date('2026-03-11T20:00:00Z') })
  site = await listen(app, { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const open = (id: string, options = wide) => visit(browser, `${site.url}/stories/${id}`, options)
const addressOf = ({ articles }: BundleDocument, id: string | undefined) => articles.find((one) => one.id === id)?.url

test('“Accounts differ” shows each difference with the numbers in words, and unfolds the sentences with their articles', async () => {
  const { page, complaints, close } = await open('canal')
  const section = page.getByRole('region', { name: 'Accounts differ' })
  const [line, ...others] = await section.locator('ul.facts > li').all()
  if (line === undefined) throw new Error('no difference is shown')
  expect(others).toHaveLength((canal.differences?.length ?? 0) - 1)
  const [difference] = canal.differences ?? []
  expect(await line.locator('p').first().innerText()).toBe(difference?.text)
  expect(difference?.text).toContain('“Daily transits averaged 21 in February” (Freight & Metal)')

  const sentence = line.getByText('Last month the average was 17, according to the pilots', { exact: false }).last()
  expect(await sentence.isVisible()).toBe(false)
  await line.getByText('Rests on 2 articles').click()
  expect(await sentence.isVisible()).toBe(true)
  expect(await line.locator('blockquote').allInnerTexts()).toEqual(difference?.evidence.map(({ quote }) => quote))
  const links = await line.getByRole('link').all()
  expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toEqual(
    difference?.evidence.map(({ article }) => addressOf(canal, article)),
  )
  expect(complaints).toEqual([])
  await close()
})

test('“What reports share” unfolds its statements: who leaves them out, what is disputed, and what they rest on', async () => {
  for (const [id, document] of Object.entries({ canal, wolf })) {
    const { page, close } = await open(id)
    const section = page.getByRole('region', { name: 'What reports share' })
    const rows = document.factTable ?? []
    expect(await section.locator('ul.facts > li').first().isVisible()).toBe(false)
    await section.getByText(`${rows.length} statements of two independent reports or more`).click()
    const items = await section.locator('ul.facts > li').all()
    expect(items).toHaveLength(rows.length)
    for (const [at, item] of items.entries()) {
      const { claim, leftOutBy = [], disputedBy } = rows[at] ?? { claim: null, disputedBy: null }
      const text = await item.locator('p').first().innerText()
      expect(text).toContain(claim?.text)
      const labels = leftOutBy.map((place) => document.perspectives[place]?.label)
      expect(text.includes('Not in:')).toBe(labels.length > 0)
      if (labels.length > 0) expect(text).toContain(`Not in: ${labels.join(', ')}.`)
      expect(text.includes('Accounts differ.')).toBe(disputedBy !== null)
      await item.locator('summary').click()
      expect(await item.locator('blockquote').first().isVisible()).toBe(true)
      for (const { article } of claim?.evidence ?? [])
        expect(await item.locator(`a[href="${addressOf(document, article)}"]`).isVisible()).toBe(true)
    }
    expect(rows.filter(({ disputedBy }) => disputedBy !== null)).toHaveLength(id === 'wolf' ? 1 : 0)
    await close()
  }
})

test('a reader who follows a sentence comes to its article', async () => {
  const { page, close } = await open('canal')
  await page.route('https://*.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>There</h1>' }),
  )
  const section = page.getByRole('region', { name: 'Accounts differ' })
  await section.locator('summary').first().click()
  await section.getByRole('link').first().click()
  await page.getByRole('heading', { name: 'There' }).waitFor()
  expect(page.url()).toBe(addressOf(canal, canal.differences?.[0]?.evidence[0]?.article))
  await close()
})

test('where nothing is compared there is neither section', async () => {
  const { page, close } = await open('levy')
  for (const name of ['Accounts differ', 'What reports share'])
    expect(await page.getByRole('heading', { name }).count()).toBe(0)
  await close()
})

test.each(['canal', 'wolf', 'long'])('%s unfolded fits a phone of 390 px, its headings in order', async (id) => {
  const { page, close } = await open(id, phone)
  for (const fold of await page.locator('summary').all()) await fold.click()
  expect(await page.getByRole('region', { name: 'What reports share' }).locator('blockquote').first().isVisible()).toBe(
    true,
  )
  expect(await overflowing(page)).toEqual([])
  const levels = await headingLevels(page)
  expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true)
  await close()
})

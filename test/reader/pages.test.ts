import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { type Listening, listen } from '../../src/cli/listen.ts'
import { readingOf } from '../api/reading-of.ts'
import { levyDocument, published, retold } from '../api/written-bundles.ts'
import { openBrowser } from '../browser.ts'
import { contrasts, headingLevels, overflowing } from './page-audit.ts'
import { visit } from './visit.ts'

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 } }
const headline = levyDocument.headline.text
const longWord = 'W'.repeat(10_000)

const reading = readingOf({
  bundles: [
    published('9', '2026-03-11', retold('Central bank holds its rate', 'Business & Economics')),
    published('7', '2026-03-11'),
    published('single', '2026-03-01', { ...levyDocument, perspectives: levyDocument.perspectives.slice(0, 1) }),
    published('long', '2026-03-10', { ...retold(longWord, longWord), goDeeper: [{ label: longWord, url: 'x' }] }),
  ],
})

let browser: Browser
let site: Listening

beforeAll(async () => {
  const app = createApp({ reading, now: () => new Date('2026-03-11T20:00:00Z') })
  site = await listen(app, { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('a reader goes from the day to a story and finds it in its shape', async () => {
  const { page, complaints, requests, close } = await visit(browser, site.url, wide)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Wednesday 11 March 2026')
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Global & US Headlines',
    'Business & Economics',
    'Tuesday 10 March 2026',
  ])
  await page.getByRole('link', { name: headline }).click()

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(headline)
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Focusing facts',
    'Context',
    'Perspectives',
    'Coverage',
    'Go deeper',
  ])
  expect(await page.locator('.facts > li').count()).toBe(3)
  expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    'Left-leaning media',
    'Right-leaning media',
    'International broadcasters',
  ])
  expect(await page.getByText('single source').count()).toBe(2)
  expect(await page.getByRole('list', { name: 'Sources by leaning' }).innerText()).toMatch(
    /Left 1\s+Lean left 1\s+Center 2/,
  )

  expect(complaints).toEqual([])
  expect(new Set(requests.map((request) => new URL(request).origin))).toEqual(new Set([site.url]))
  expect(requests.some((request) => request.includes('/assets/style.css'))).toBe(true)
  await close()
})

test('perspectives stand side by side on a wide screen and below each other on a phone', async () => {
  const places = async (options: typeof wide) => {
    const { page, close } = await visit(browser, `${site.url}/stories/7`, options)
    const boxes = await Promise.all((await page.locator('.perspective').all()).map((card) => card.boundingBox()))
    await close()
    return { lefts: new Set(boxes.map((box) => box?.x)).size, tops: new Set(boxes.map((box) => box?.y)).size }
  }
  expect(await places(wide)).toEqual({ lefts: 3, tops: 1 })
  expect(await places(phone)).toEqual({ lefts: 1, tops: 3 })
})

test('a story that one group tells is no wider than the text', async () => {
  const { page, close } = await visit(browser, `${site.url}/stories/single`, wide)
  const card = await page.locator('.perspective').boundingBox()
  const text = await page.locator('.story > header').boundingBox()
  expect(card?.width).toBeLessThanOrEqual(text?.width ?? 0)
  await close()
})

test('rules are said in words', async () => {
  const { page, close } = await visit(browser, `${site.url}/stories/7`, wide)
  expect(await page.content()).not.toMatch(/rule: |coverage-count|figure-absent/)
  expect(await page.content()).toContain('Counted or compared over these articles:')
  await close()
})

test.each(['/', '/stories/7', '/days/2026-03-10', '/stories/long', '/nothing'])('%s fits a phone', async (path) => {
  const { page, close } = await visit(browser, site.url + path, phone)
  for (const fold of await page.locator('summary').all()) await fold.click()
  expect(await overflowing(page)).toEqual([])
  await close()
})

test('every sentence unfolds what it rests on', async () => {
  const { page, close } = await visit(browser, `${site.url}/stories/7`, wide)
  const fact = page.locator('.facts > li').nth(1)
  const link = fact.getByRole('link', { name: 'Heat pump levy passes after a day of revolt' })
  expect(await link.isVisible()).toBe(false)
  await fact.getByText('Rests on 3 articles').click()
  expect(await link.getAttribute('href')).toBe('https://news2.example/2')
  expect(await link.getAttribute('rel')).toBe('external noopener nofollow')
  expect(await fact.getByText('the 2.3 million poorest households pay nothing').isVisible()).toBe(true)

  const why = page.getByText('Grouped by the leaning and kind of the outlets')
  expect(await why.isVisible()).toBe(true)
  expect(await page.getByText('Compared over these articles:').first().isVisible()).toBe(false)

  const note = page.getByText('Background knowledge of a language model, not taken from the articles')
  expect(await note.isVisible()).toBe(false)
  await page.locator('a[href="#context-3"]').click()
  await note.waitFor({ state: 'visible', timeout: 30_000 })
  await close()
})

test('whoever reads with keys or a screen reader finds the way', async () => {
  const { page, close } = await visit(browser, `${site.url}/stories/7`, wide)
  for (const landmark of ['banner', 'main', 'contentinfo'] as const)
    expect(await page.getByRole(landmark).count()).toBe(1)
  const levels = await headingLevels(page)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0)
  expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await close()
})

test.each(['light', 'dark'] as const)('every text has its contrast in %s', async (colorScheme) => {
  for (const path of ['/', '/stories/7']) {
    const { page, close } = await visit(browser, site.url + path, { ...wide, colorScheme })
    for (const fold of await page.locator('summary').all()) await fold.click()
    const found = await contrasts(page)
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([])
    await close()
  }
})

test('pages can be pictured', async () => {
  const wanted = process.env['PARALLAX_SCREENSHOTS']
  const folder = wanted ?? (await mkdtemp(join(tmpdir(), 'parallax-pages-')))
  for (const [name, path, options] of [
    ['day', '/', wide],
    ['story', '/stories/7', wide],
    ['story-dark', '/stories/7', { ...wide, colorScheme: 'dark' }],
    ['story-phone', '/stories/7', phone],
  ] as const) {
    const { page, close } = await visit(browser, site.url + path, options)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    await close()
    expect((await stat(join(folder, `${name}.png`))).size).toBeGreaterThan(10_000)
  }
  if (!wanted) await rm(folder, { recursive: true })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import type { Claim } from '../../src/bundle/document.ts'
import { withDecided } from '../../src/bundle/held-background.ts'
import { type Listening, listen } from '../../src/cli/listen.ts'
import { readingOf } from '../api/reading-of.ts'
import { levyDocument, published } from '../api/written-bundles.ts'
import { openBrowser } from '../browser.ts'
import { overflowing } from './page-audit.ts'
import { visit } from './visit.ts'

let browser: Browser
let site: Listening
const told = 'A levy on coal paid for the first boilers in council homes.'
const long = `${'W'.repeat(419)}.`
const published1 = levyDocument.context.find(({ basis }) => basis === 'background') as Claim

beforeAll(async () => {
  const document = withDecided(levyDocument, { accepted: [told, long], rejected: [] })
  const reading = readingOf({ bundles: [published('7', '2026-03-11', document)], former: { '7': [levyDocument] } })
  const app = createApp({ reading, now: () => new Date('2026-03-11T20:00:00Z') })
  site = await listen(app, { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('a reader sees at the sentence itself that it is background by a model, and whether an editor accepted it', async () => {
  const { page, complaints, close } = await visit(browser, `${site.url}/stories/7`, {
    viewport: { width: 390, height: 800 },
  })
  const marks = page.locator('.basis-background')
  expect(await marks.count()).toBe(3)
  const [first, accepted] = [marks.nth(0), marks.nth(1)]
  expect(await first.innerText()).toContain(published1.text)
  expect(await first.locator('.tag').innerText()).toBe('Background by a model')
  expect(await accepted.innerText()).toContain(told)
  const mark = accepted.getByText('Background by a model, accepted by an editor')
  expect(await mark.isVisible()).toBe(true)
  const note = page.getByText('Background knowledge of a language model, which an editor read and accepted').first()
  expect(await note.isVisible()).toBe(false)
  await accepted.getByRole('link').click()
  await note.waitFor({ state: 'visible', timeout: 30_000 })
  expect(await overflowing(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('what came into the context as background is told as that among the changes, too', async () => {
  const { page, close } = await visit(browser, `${site.url}/stories/7/changes`)
  const change = page.locator('.changes > li').filter({ hasText: told })
  expect(await change.innerText()).toMatch(/^Context: background by a model, new:/)
  await close()
})

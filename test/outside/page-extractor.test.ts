import { afterEach, expect, test } from 'vitest'
import type { Page } from '../../src/article/extracted.ts'
import { createPageExtractor, type PageExtractorOptions } from '../../src/outside/page-extractor.ts'
import type { PageExtractor } from '../../src/outside/ports.ts'
import { articlePage, pageOf, paragraphs, proseText } from '../article/pages.ts'

const open: PageExtractor[] = []
afterEach(async () => {
  for (const extractor of open.splice(0)) await extractor.close()
})

function extractorOf(options: PageExtractorOptions): PageExtractor {
  const extractor = createPageExtractor(options)
  open.push(extractor)
  return extractor
}

const page = (html: string): Page => ({
  url: 'https://harbour-post.example/fees',
  contentType: 'text/html',
  bytes: new TextEncoder().encode(html),
})
const good = page(articlePage())
/** Takes hundreds of megabytes: just below what the prescan refuses. */
const heavy = page(
  pageOf('<title>T</title>', `<p class="a">${'Words of it, and more of them. '.repeat(5)}</p>`.repeat(19_500)),
)

/** Takes seconds: nothing to be found in as many elements as jsdom is given. */
const slowWith = (head: string) => page(pageOf(`<title>T</title>${head}`, '<a href="/x">y z</a> '.repeat(1_490)))
const slow = slowWith('')

test('a good page, and the caller’s bytes stay the caller’s', async () => {
  const extractor = extractorOf({ threads: 1 })
  const expected = { kind: 'article', article: { title: 'Harbour raises fees', text: proseText, publishedAt: null } }
  expect(await extractor.extract(good)).toMatchObject(expected)
  expect(await extractor.extract(good)).toMatchObject(expected)
})

test('a page that takes too long is timed out, and the pages behind it are read', async () => {
  const extractor = extractorOf({ threads: 1, timeoutMs: 1000 })
  const results = await Promise.all([slow, good, good].map((given) => extractor.extract(given)))
  expect(results).toMatchObject([{ reason: 'timed-out' }, { kind: 'article' }, { kind: 'article' }])
})

test('a page that takes too much memory costs itself only', async () => {
  const extractor = extractorOf({ threads: 1, memoryMb: 80 })
  const results = await Promise.all([heavy, good].map((given) => extractor.extract(given)))
  expect(results).toMatchObject([{ kind: 'rejected', reason: 'out-of-memory' }, { kind: 'article' }])
})

test('what a page asks for counts also where it ends its thread', async () => {
  const extractor = extractorOf({ threads: 1, timeoutMs: 1000 })
  const asking = slowWith('<meta name="robots" content="noarchive">')
  expect(await extractor.extract(asking)).toMatchObject({ reason: 'timed-out', optOuts: ['noarchive'] })
})

test('a signal ends the page that it belongs to and no other', async () => {
  const extractor = extractorOf({ threads: 1 })
  const abort = new AbortController()
  const running = extractor.extract(slow, abort.signal)
  const waiting = extractor.extract(good, abort.signal)
  const other = extractor.extract(good)
  setTimeout(() => abort.abort(new Error('enough')), 300)
  await expect(running).rejects.toThrow('enough')
  await expect(waiting).rejects.toThrow('enough')
  expect(await other).toMatchObject({ kind: 'article' })
})

test('close ends what runs and what waits, and nothing begins after it', async () => {
  const extractor = extractorOf({ threads: 1 })
  const pages = [extractor.extract(slow), extractor.extract(good)].map((result) => result.catch(String))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await extractor.close()
  expect(await Promise.all(pages)).toEqual(Array(2).fill('Error: the page extractor is closed'))
  await expect(extractor.extract(good)).rejects.toThrow('the page extractor is closed')
})

test('closing what never began is no error, nor is closing twice', async () => {
  const extractor = extractorOf({})
  await extractor.close()
  await extractor.close()
  await expect(extractor.extract(page(paragraphs))).rejects.toThrow('closed')
})

import { afterAll, expect, test } from 'vitest'
import type { Page } from '../../src/article/extracted.ts'
import { createPageExtractor } from '../../src/outside/page-extractor.ts'
import { articlePage, pageOf, paragraphs } from '../article/pages.ts'

const mostMs = 5_000
/** For a machine that does other work. */
const graceMs = 2_000

const extractor = createPageExtractor({ threads: 2, timeoutMs: mostMs })
afterAll(() => extractor.close())

const page = (bytes: Uint8Array): Page => ({
  url: 'https://harbour-post.example/fees',
  contentType: 'text/html',
  bytes,
})
const encoded = (html: string) => page(new TextEncoder().encode(html))
const good = encoded(articlePage())
const attributes = Array.from({ length: 1_000_000 }, (_, at) => `a${at}=1`).join(' ')

const hostile: [string, Page][] = [
  ['50 MB', encoded(pageOf('', '<p>Words, and more of them.</p>'.repeat(1_700_000)))],
  ['300,000 nested divs', encoded(pageOf('', '<div>'.repeat(300_000) + paragraphs))],
  ['a million attributes', encoded(pageOf('', `<p ${attributes}>${paragraphs}`))],
  ['100,000 forms', encoded(pageOf('', '<form>'.repeat(100_000) + paragraphs))],
  ['100,000 closed forms', encoded(pageOf('', '<form></form>'.repeat(100_000) + paragraphs))],
  ['broken UTF-8', page(Uint8Array.from({ length: 1_000_000 }, (_, at) => 0x80 + (at % 0x80)))],
  ['scripts that write the page', encoded(pageOf('', '<script>document.write("<p>x</p>")</script>'.repeat(50_000)))],
  ['links and no text, as many as jsdom is given', encoded(pageOf('', '<a href="/x">y z</a> '.repeat(1_490)))],
]

test('hostile pages end in a reason, and the pool reads good ones as fast as before', async () => {
  await inTime(good)
  const before = await pagesPerSecond()
  const memoryBefore = process.memoryUsage().rss
  for (const result of await Promise.all(hostile.map(([, one]) => inTime(one)))) {
    expect(['article', 'rejected']).toContain(result.kind)
    expect(result.ms).toBeLessThan(mostMs + graceMs)
  }
  const after = await pagesPerSecond()
  expect(after).toBeGreaterThan(before / 3)
  expect((process.memoryUsage().rss - memoryBefore) / 2 ** 20).toBeLessThan(300)
}, 60_000)

async function inTime(one: Page) {
  const start = performance.now()
  const { kind } = await extractor.extract(one)
  return { kind, ms: performance.now() - start }
}

/** The best of three rounds: what the machine does besides is no loss of the pool's. */
async function pagesPerSecond(): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    const results = await Promise.all(Array.from({ length: 40 }, () => extractor.extract(good)))
    expect(results.every(({ kind }) => kind === 'article')).toBe(true)
    rounds.push(40_000 / (performance.now() - start))
  }
  return Math.max(...rounds)
}

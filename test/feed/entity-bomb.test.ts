import { expect, test } from 'vitest'
import { timed } from '../cpu-time.ts'
import { parseText } from './feed-text.ts'

const mega = 1_000_000
const mostGrowthBytes = 200 * mega
const mostMs = 8_000

const feedWith = (doctype: string, title: string) =>
  `<?xml version="1.0"?><!DOCTYPE rss [${doctype}]><rss version="2.0"><channel><title>t</title><item><title>${title}</title></item></channel></rss>`
const levels = (count: number) =>
  Array.from({ length: count }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')

test.each([
  ['a billion laughs', feedWith(`<!ENTITY e0 "ha">${levels(9)}`, '&e9;')],
  ['a quadratic blow-up', feedWith(`<!ENTITY a "${'a'.repeat(mega)}">`, '&a;'.repeat(100_000))],
  ['an entity that names itself', feedWith('<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;')],
  ['parameter entities', feedWith('<!ENTITY % a "ha"><!ENTITY % b "%a;%a;%a;"> %b;', '%b;')],
  [
    'a file and a host',
    feedWith('<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1/">', '&a;&b;'),
  ],
  ['a hundred thousand entities', feedWith('<!ENTITY a "b">'.repeat(100_000), '&a;')],
  ['a document type that never ends', `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(300_000)}`],
])('%s is not expanded, in bounded time and memory', async (_, text) => {
  const before = process.memoryUsage.rss()
  const { value: parsed, cpuMs } = await timed(() => parseText(text))
  expect(cpuMs).toBeLessThan(mostMs)
  expect(process.memoryUsage.rss() - before).toBeLessThan(mostGrowthBytes)
  const titles = parsed.kind === 'feed' ? parsed.items.map((item) => item.title ?? '') : []
  expect(titles.join('')).not.toMatch(/haha|aaaa|root:/)
})

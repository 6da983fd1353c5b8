import { afterEach, expect, test } from 'vitest'
import { createFeedReader, type FeedReaderOptions } from '../../src/outside/feed-reader.ts'
import type { FeedDocument, FeedReader } from '../../src/outside/ports.ts'

const open: FeedReader[] = []
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close()
})

function readerOf(options: FeedReaderOptions = {}): FeedReader {
  const reader = createFeedReader(options)
  open.push(reader)
  return reader
}

const nothingKnown = { bodyHash: null, marks: '' }
const document = (text: string, known: FeedDocument['known'] = nothingKnown): FeedDocument => ({
  ...{ url: 'https://ledger.example/feed', contentType: 'text/xml', bytes: Buffer.from(text), known },
})
const item = (n: number) => `<item><title>Item ${n}</title><guid>${n}</guid></item>`
const rss = (...items: string[]) => `<rss version="2.0"><channel><title>Ledger</title>${items.join('')}</channel></rss>`
/** Seconds of work, all of it within what the parser allows. */
const heavy = rss(
  ...Array.from(
    { length: 9_999 },
    (_, n) => `<item><title>${n}</title>${'<category>a &amp; b</category>'.repeat(20)}</item>`,
  ),
)

test('many documents at a time each get their own reading; the second time only what is new', async () => {
  const reader = readerOf()
  const readings = await Promise.all(
    Array.from({ length: 30 }, (_, n) => reader.read(document(rss(item(n), item(n + 1))))),
  )
  for (const [n, reading] of readings.entries())
    expect(reading).toMatchObject({ kind: 'feed', seen: 0, parsed: { items: [{ key: `${n}` }, { key: `${n + 1}` }] } })
  const [first] = readings
  if (first?.kind !== 'feed') throw new Error('not read')
  const known = { bodyHash: first.bodyHash, marks: first.marks }
  expect(await reader.read(document(rss(item(0), item(1)), known))).toEqual({ kind: 'same' })
  expect(await reader.read(document(rss(item(7), item(0), item(1)), known))).toMatchObject({
    ...{ kind: 'feed', seen: 2, parsed: { items: [{ key: '7' }] } },
  })
  expect(await reader.read(document('<html></html>'))).toEqual({ kind: 'not-a-feed', reason: 'html' })
})

test.each([
  ['time', { timeoutMs: 700 }],
  ['memory', { memoryMb: 24 }],
])(
  'a document that takes too much %s costs itself and none of those it came with',
  { timeout: 60_000 },
  async (_, limits) => {
    const reader = readerOf(limits)
    // The thread is up before the clock counts.
    await reader.read(document(rss(item(0)))).catch(() => {})
    const given = [rss(item(1)), heavy, rss(item(2))].map((text) => reader.read(document(text)))
    const [one, bad, two] = await Promise.all(given)
    expect(bad).toEqual({ kind: 'not-a-feed', reason: 'too-large' })
    expect([one, two]).toMatchObject([{ kind: 'feed' }, { kind: 'feed' }])
  },
)

test('nothing is read once it is closed', async () => {
  const reader = readerOf()
  await reader.close()
  await expect(reader.read(document(rss(item(1))))).rejects.toThrow('closed')
})

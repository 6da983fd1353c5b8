import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUnseen } from '../../src/feed/parse-unseen.ts'
import { feedDocument } from '../farm/document.ts'
import { type Format, planFarm } from '../farm/plan.ts'
import { feedOf, feedUrl, rss } from './feed-text.ts'

const markOf = (item: Uint8Array) => createHash('sha256').update(item).digest('base64')

async function unseenOf(text: string | Uint8Array, marks: readonly string[]) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const unseen = await parseUnseen({ url: feedUrl, contentType: null, bytes }, { marks: new Set(marks), markOf })
  if (unseen.parsed.kind !== 'feed') throw new Error(`not a feed: ${unseen.parsed.reason}`)
  return { ...unseen, items: unseen.parsed.items }
}

function farmDocument(format: Format, round: number): Buffer {
  const mix = { changing: 1 }
  const plan = planFarm({ seed: 'unseen', feeds: 1, hosts: 1, itemsPerFeed: 8, mix, formats: [format] }, 4000)
  const [feed] = plan.feeds
  if (feed === undefined) throw new Error('no feed')
  const { whole } = feedDocument(plan, feed, round)
  return whole.subarray(whole.indexOf('\r\n\r\n') + 4)
}

describe.each(['rss2', 'atom', 'rss1'] as const)('a feed in %s that is polled again', (format) => {
  test('gives the items that are new', async () => {
    const first = await unseenOf(farmDocument(format, 0), [])
    expect(first).toMatchObject({ seen: 0, marks: { length: 8 }, items: { length: 8 } })
    const second = await unseenOf(farmDocument(format, 1), first.marks)
    const whole = await feedOf(farmDocument(format, 1))
    expect(second).toMatchObject({ seen: 6, marks: { length: 8 } })
    expect(second.parsed).toEqual({ ...whole, items: whole.items.slice(0, 2) })
    expect(await unseenOf(farmDocument(format, 1), second.marks)).toMatchObject({ seen: 8, items: [] })
  })

  test('gives those that were not seen, whichever they are', async () => {
    const document = farmDocument(format, 0)
    const { marks, items } = await unseenOf(document, [])
    await fc.assert(
      fc.asyncProperty(fc.subarray([...marks]), async (known) => {
        const expected = items.filter((_, index) => !known.includes(marks[index] ?? ''))
        expect((await unseenOf(document, known)).items).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})

test('an item that was corrected is read again', async () => {
  const items = (title: string) => rss(`<item><title>${title}</title></item><item><title>Two</title></item>`)
  const { marks } = await unseenOf(items('One'), [])
  expect(await unseenOf(items('One, corrected'), marks)).toMatchObject({
    seen: 1,
    items: [{ title: 'One, corrected' }],
  })
})

const known = '<item><title>Known</title></item>'

test.each([
  [
    'in CDATA of an item',
    rss(`${known}<item><title>T</title><description><![CDATA[</item>${known}]]></description></item>`),
  ],
  ['in CDATA of the channel', rss(`<description><![CDATA[${known}]]></description><item><title>T</title></item>`)],
  ['in a comment', rss(`<!-- ${known} --><item><title>T</title></item>`)],
  ['in a comment of an item', rss(`<item><title>T</title><!-- </item> --></item>${known}`)],
  ['in an item that is not closed', rss(`<item><title>T</title>${known}`)],
  ['behind an item that is not closed', rss(`${known}<item><title>T</title>`)],
  ['in a CDATA section that is not closed', rss(`${known}<item><title>T</title><description><![CDATA[${known}`)],
])('markup of a seen item %s takes nothing away', async (_, text) => {
  const { items } = await feedOf(text)
  const left = (await unseenOf(text, [markOf(Buffer.from(known))])).items
  expect(left.map(({ title }) => title)).toContain('T')
  expect(items.filter(({ title }) => title !== 'Known')).toEqual(left.filter(({ title }) => title !== 'Known'))
})

test('a feed of more items than are worth remembering is parsed as a whole', async () => {
  const items = Array.from({ length: 501 }, (_, n) => `<item><title>${n}</title></item>`)
  expect(await unseenOf(rss(items.join('')), [])).toMatchObject({ seen: 0, marks: [], items: { length: 501 } })
})

test('what has no items by tag is parsed as a whole', async () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [{ id: '1', title: 'T' }],
  })
  for (const text of [json, rss(''), Buffer.from(`\ufeff${rss(known)}`, 'utf16le')])
    expect(await unseenOf(text, [markOf(Buffer.from(known))])).toMatchObject({ seen: 0, marks: [] })
})

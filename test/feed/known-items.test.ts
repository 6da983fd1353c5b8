import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutKnownItems } from '../../src/feed/known-items.ts'
import { parseFeed } from '../../src/feed/parse.ts'

const item = (n: number, more = '') =>
  `<item><title>Item ${n}</title><link>https://a.example/${n}</link><guid>${n}</guid>${more}</item>`
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Feed</title><link>https://a.example/</link>${items.join('\n')}</channel></rss>`
const parse = (text: string, known: readonly string[] = []) =>
  parseFeed({ url: 'https://a.example/feed', contentType: null, bytes: Buffer.from(text) }, new Set(known))

async function fingerprintsOf(text: string): Promise<readonly string[]> {
  const parsed = await parse(text)
  return parsed.kind === 'feed' ? parsed.fingerprints : []
}

test('a second poll reads only what is new or changed, and still counts all', async () => {
  const known = await fingerprintsOf(rss(item(1), item(2), item(3)))
  expect(known).toHaveLength(3)
  const second = await parse(rss(item(4), item(1), item(2, '<description>corrected</description>'), item(3)), known)
  expect(second).toMatchObject({ kind: 'feed', title: 'Feed', itemsInAll: 4, items: [{ key: '4' }, { key: '2' }] })
  expect(second.kind === 'feed' && second.fingerprints).toHaveLength(4)
  const third = await parse(rss(item(1), item(2), item(3)), known)
  expect(third).toMatchObject({ kind: 'feed', itemsInAll: 3, items: [] })
})

test('Atom and RSS 1.0, too', async () => {
  const atom = (...ids: number[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${ids.map((id) => `<entry><title>E${id}</title><id>urn:${id}</id><link href="/${id}"/></entry>`).join('')}</feed>`
  expect(await parse(atom(1, 2), await fingerprintsOf(atom(1)))).toMatchObject({
    itemsInAll: 2,
    items: [{ key: 'urn:2' }],
  })
  const rdf = (...ids: number[]) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>F</title></channel>${ids.map((id) => `<item rdf:about="https://a.example/${id}"><title>E${id}</title><link>https://a.example/${id}</link></item>`).join('')}</rdf:RDF>`
  expect(await parse(rdf(1, 2), await fingerprintsOf(rdf(1)))).toMatchObject({
    itemsInAll: 2,
    items: [{ title: 'E2' }],
  })
})

test.each([
  ['a tag in CDATA', rss('<item><title><![CDATA[how to write </item> and <item>]]></title><guid>1</guid></item>')],
  ['a tag in a comment', rss(item(1), `<!-- ${item(2)} <item> -->`)],
  ['an item in an item', rss(`<item><title>a</title>${item(2)}</item>`)],
  ['an item that is not closed', rss(item(1), '<item><title>b</title>')],
  ['no item', rss()],
  ['more items than are kept', rss(...Array.from({ length: 501 }, (_, n) => item(n)))],
])('a document with %s is read whole', async (_, text) => {
  expect(withoutKnownItems(text, new Set())).toBeNull()
  const parsed = await parse(text)
  expect(parsed.kind === 'feed' && parsed.fingerprints).toEqual([])
})

test('whatever an item holds: leaving out what is known gives what reading all gives for the rest', async () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '&amp;',
    'text ',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<item>',
    '</item>',
    '<item:x/>',
    '"',
  )
  const body = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 4 }), async (bodies) => {
      const items = bodies.map((text, n) => item(n, `<description>${text}</description>`))
      const known = await fingerprintsOf(rss(...items))
      const fresh = item(99)
      const [whole, short] = [await parse(rss(fresh, ...items)), await parse(rss(fresh, ...items), known)]
      if (whole.kind !== 'feed' || short.kind !== 'feed' || short.fingerprints.length === 0) return
      const keys = (parsed: typeof whole) => parsed.items.map(({ key }) => key)
      expect(keys(whole)).toEqual(expect.arrayContaining(keys(short)))
      expect(keys(short)).toContain('99')
    }),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timed } from '../cpu-time.ts'
import { feedOf, parseText, rss } from './feed-text.ts'

const repeated = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length))
const mega = 1_000_000

// Each of these took a parser alone, or a careless step before it, seconds to hours of processor time.
const mostMs = 8_000

test.each([
  ['nesting', `<rss>${repeated('<a>', mega)}`, { kind: 'not-a-feed', reason: 'too-deep' }],
  ['nesting inside an item', rss(`<item>${repeated('<a>', mega)}</item>`), { kind: 'not-a-feed', reason: 'too-deep' }],
  ['nesting in JSON', repeated('[', mega), { kind: 'not-a-feed', reason: 'too-deep' }],
  ['elements', rss(repeated('<a/>', 4 * mega)), { kind: 'not-a-feed', reason: 'too-large' }],
  ['elements of a page', `<html>${repeated('<a/>', 4 * mega)}`, { kind: 'not-a-feed', reason: 'html' }],
  [
    'a feed inside a page of elements',
    `<html>${repeated('<rss>', mega)}<item/>`,
    { kind: 'not-a-feed', reason: 'too-deep' },
  ],
  [
    'attributes',
    rss(`<item ${Array.from({ length: 450_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
    { kind: 'not-a-feed', reason: 'too-large' },
  ],
  ['items', rss(repeated('<item/>', 100_000)), { kind: 'not-a-feed', reason: 'too-large' }],
  ['values in JSON', `[${repeated('1,', mega)}1]`, { kind: 'not-a-feed', reason: 'too-large' }],
  [
    'items in JSON',
    `{"version":"https://jsonfeed.org/version/1","title":"x","items":[${repeated('{"id":"1"},', 200_000)}{}]}`,
    { kind: 'not-a-feed', reason: 'too-large' },
  ],
  ['ten million ampersands', rss(repeated('&', 9 * mega)), { kind: 'feed', items: [] }],
  ['more than 10 MB', ' '.repeat(10_000_001), { kind: 'not-a-feed', reason: 'too-large' }],
  ['< without >', repeated('<', mega), { kind: 'not-a-feed' }],
  ['an unclosed comment', `<rss><!--${repeated('<!--', mega)}`, {}],
  ['unclosed CDATA', rss(repeated('<![CDATA[', mega)), {}],
  [
    'unclosed tags in a description',
    rss(`<item><title>t</title><description><![CDATA[${repeated('x<h', mega)}]]></description></item>`),
    { items: [{ title: 't' }] },
  ],
  [
    'unclosed tags in many descriptions',
    rss(repeated(`<item><description><![CDATA[${repeated('x<p ', 20_000)}]]></description></item>`, mega)),
    { kind: 'feed' },
  ],
  [
    'brackets in an author',
    rss(`<item><title>t</title><author>${repeated('(', mega)}</author></item>&`),
    { items: [{ title: 't' }] },
  ],
  [
    'bare ampersands',
    rss(`<item><title>t</title><description>${repeated('& ', mega)}</description></item>`),
    { items: [{ title: 't' }] },
  ],
  [
    'a date of a megabyte',
    rss(`<item><pubDate>${repeated('1 ', mega)}</pubDate></item>`),
    { items: [{ publishedAt: null }] },
  ],
  [
    'names of the prototype',
    rss('<item><__proto__><x>1</x></__proto__><constructor>c</constructor><title>t</title></item>'),
    { items: [{ title: 't' }] },
  ],
])('survives %s', async (_, text, expected) => {
  const { value: parsed, cpuMs } = await timed(() => parseText(text))
  expect(parsed).toMatchObject(expected)
  expect(cpuMs).toBeLessThan(mostMs)
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('entities that multiply themselves are not expanded', async () => {
  const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
  const doctype = `<!DOCTYPE rss [<!ENTITY e0 "ha">${bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
  const { items } = await feedOf(
    `${doctype}<rss version="2.0"><channel><item><title>&e9;</title><description>&file;</description></item></channel></rss>`,
  )
  expect(items[0]).toMatchObject({ title: '&e9;', summary: '&file;' })
})

const pieces = fc.constantFrom(
  ...[
    '<rss version="2.0">',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
  ],
  ...[
    '<entry>',
    '</entry>',
    '<link href="',
    '/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '&#0;',
    '&#xFFFFFFF;',
    '<',
    '>',
    '"',
  ],
  ...[
    '<rdf:RDF>',
    '<pubDate>',
    '</pubDate>',
    '<!DOCTYPE x [',
    ']>',
    '<?xml',
    '?>',
    '</rss>',
    '</feed>',
    'text',
    '\u0000',
    '\ud800',
    '{',
    '}',
  ],
)

test('no arrangement of pieces of a feed makes it throw or lets through a link that is not http', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
      const parsed = await parseText(parts.join(''))
      const urls = parsed.kind === 'feed' ? parsed.items.map((item) => item.url) : []
      expect(urls.every((url) => url === null || /^https?:/.test(url))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('no bytes make it throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, contentType) => {
      expect((await parseText(bytes, contentType)).kind).toMatch(/^(feed|not-a-feed)$/)
    }),
  )
})

import { expect, test } from 'vitest'
import { feedOf, rss } from './feed-text.ts'

const item = (inside: string) => rss(`<item>${inside}</item>`)
const whole = '<title>Ship</title><link>https://h.example/a?b=1&amp;c=2</link>'
const expected = [['Ship', 'https://h.example/a?b=1&c=2']]

test.each([
  ['a bare &', item('<title>Ship</title><link>https://h.example/a?b=1&c=2</link>')],
  ['text before the XML', `\n\nWarning: cannot modify header\n${item(whole)}`],
  ['markup before the XML', `<br />\n<b>Warning</b>: x in <b>y.php</b><br />${item(whole)}`],
  ['text behind the XML', `${item(whole)}<!-- cached --><script>x</script>`],
  ['an undeclared entity', item(`${whole}<description>caf&eacute; &copy; &unknown;</description>`)],
  ['truncation inside a text', item(`${whole}<description>The end is`).replace('</item></channel></rss>', '')],
  ['truncation inside a tag', `${rss(`<item>${whole}`).replace('</channel></rss>', '')}<descr`],
  ['truncation inside CDATA', item(`${whole}<description><![CDATA[The <b>end`).replace('</item></channel></rss>', '')],
  ['an unclosed element', item(`${whole}<category>News`)],
  ['a stray end tag', item(`${whole}</b></font>`)],
  ['an item that is not closed', rss(`<item>${whole}`)],
  ['an item inside an unclosed category', rss(`<category><item>${whole}</item>`)],
  ['unescaped markup in a text', item(`${whole}<description>One<br>two <b>three</description>`)],
  [
    'capital letters',
    item(whole)
      .replaceAll(/<(\/?)(\w+)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`)
      .replace('<?XML', '<?xml'),
  ],
  ['capitals in some elements', item(whole).replaceAll('title', 'Title')],
  ['unquoted attributes', item(`${whole}<enclosure url=https://h.example/x length=3 />`)],
  ['control characters', item(`${whole}<description>a\u0001b\u000bc</description>`)],
  ['no channel', `<rss version="2.0"><item>${whole}</item></rss>`],
  ['no rss around its channel', item(whole).replace(/<\/?rss[^>]*>/g, '')],
  ['a page around it', `<!DOCTYPE html><html><body>${item(whole)}</body></html>`],
  [
    'items where Atom has entries',
    `<feed><title>F</title><item>${whole.replace('<link>', '<link href="').replace('</link>', '"/>')}</item></feed>`,
  ],
  [
    'an entity of its DOCTYPE',
    `<!DOCTYPE rss [<!ENTITY ship "Ship">]>${item(whole.replace('Ship', '&ship;')).replace('<?xml version="1.0"?>', '')}`,
  ],
  [
    'a DOCTYPE of long ago',
    `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">${item(whole).replace('<?xml version="1.0"?>', '')}`,
  ],
  ['a date that no one reads', item(`${whole}<pubDate>soon</pubDate>`)],
])('reads a feed with %s', async (_, text) => {
  const { items } = await feedOf(text)
  expect(items.map(({ title, url }) => [title, url])).toEqual(expected)
})

test('an undeclared entity is the character it names, an unknown one stays', async () => {
  const { items } = await feedOf(item(`${whole}<description>caf&eacute; &amp;mdash; &unknown; AT&T</description>`))
  expect(items[0]?.summary).toBe('café — &unknown; AT&T')
})

test('a broken document keeps every item it declares', async () => {
  const many = Array.from(
    { length: 30 },
    (_, n) => `<item><title>No ${n} & more<link>https://h.example/${n}</link></item>`,
  ).join('')
  const { items } = await feedOf(rss(many))
  expect(items.map((one) => one.url)).toEqual(Array.from({ length: 30 }, (_, n) => `https://h.example/${n}`))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastDom } from '../../src/article/dom.ts'
import { prescan } from '../../src/article/prescan.ts'

function slim(html: string): string {
  const scanned = prescan(html)
  if (scanned.kind === 'refused') throw new Error(scanned.reason)
  return scanned.html
}

test.each([
  ['scripts', '<p>a</p><script>let b = "<p>c</p>"</script>', '<p>a</p>'],
  ['styles and comments', '<style>p { color: red }</style><!-- b --><p>a</p>', '<p>a</p>'],
  [
    'menus, buttons and fields',
    '<nav><a href="/">Home</a></nav><p>a</p><button>b</button><input value="c">',
    '<p>a</p>',
  ],
  [
    'frames and what stands in for scripts',
    '<iframe src="/x">b</iframe><noscript><p>c</p></noscript><p>a</p>',
    '<p>a</p>',
  ],
  ['drawings', '<p>a</p><svg><title>b</title><text>c</text></svg>', '<p>a</p>'],
  [
    'links but those that say what the page is',
    '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/a"><p>a</p>',
    '<link rel="canonical" href="/a"><p>a</p>',
  ],
  [
    'attributes that nobody asks for',
    '<p class="x" onclick="b()" data-y="1" style="color: red">a</p>',
    '<p class="x">a</p>',
  ],
  ['pictures in attributes', '<p>a</p><img src="data:image/png;base64,AAAA" alt="b">', '<p>a</p><img alt="b">'],
  ['white space that does not show', '<div>\n  <p>a</p>\n  <p>b</p>\n</div>', '<div><p>a</p><p>b</p></div>'],
])('leaves out %s', (_, html, slimmed) => {
  expect(slim(html)).toBe(slimmed)
})

test.each([
  ['JSON-LD', '<p>a</p><script type="application/ld+json">{"a": "b < c && d"}</script>'],
  ['white space that shows', '<p><b>a</b> <i>b</i> c</p>'],
  ['what stands in pre', '<div><pre>a\n  b\n\n</pre></div>'],
  ['entities as they are written', '<p>a &amp; b &lt;c&gt; &eacute;&#8217;</p>'],
  ['styles that hide', '<p style="display:none">a</p>'],
  ['titles and metas', '<title>a | b</title><meta property="og:title" content="a">'],
])('keeps %s', (_, html) => {
  expect(slim(html)).toBe(html)
})

test('quotes of attributes stay in their attributes', () => {
  expect(slim(`<p class='a"b'>c</p><a href=/d?e=1&f=2>g</a>`)).toBe(
    '<p class="a&quot;b">c</p><a href="/d?e=1&f=2">g</a>',
  )
})

describe('what was not closed', () => {
  test('is closed', () => {
    expect(slim('<div><p>a<p>b<ul><li>c<li>d</div>')).toBe('<div><p>a</p><p>b</p><ul><li>c</li><li>d</li></ul></div>')
  })

  test('hides no more than its parent holds', () => {
    expect(slim('<div><noscript>a</div><p>b</p>')).toBe('<div></div><p>b</p>')
  })

  test('as a drawing ends where text begins', () => {
    expect(slim('<div><svg><path d="M0 0"><p>a</p><p>b</p></div>')).toContain('<p>a</p><p>b</p>')
  })
})

const words = fc.stringMatching(/^[a-z]{1,8}$/)
const soup = fc
  .array(
    fc.oneof(
      words.map((word) => ` ${word} `),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="x">',
        '</div>',
        '<b>',
        '</b>',
        '<ul><li>',
        '</li></ul>',
        '<br>',
        '<h2>',
        '</h2>',
        '<table><tr><td>',
        '</table>',
        '<a href=x>',
        '</a>',
        '<!-- c -->',
        '\n',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => `<html><body><main>${parts.join('')}</main></body></html>`)

test('a reader sees the same words in the same order, whatever the tags', () => {
  const wordsOf = (html: string) => fastDom(html).body.textContent?.match(/[a-z]+/g) ?? []
  fc.assert(
    fc.property(soup, (html) => {
      expect(wordsOf(slim(html))).toEqual(wordsOf(html))
    }),
    { numRuns: 300 },
  )
})

test('whatever the bytes, a page is slimmed or refused', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '!--',
    '<svg>',
    '<script>',
    '</script',
    '<p',
    'class',
    '&',
    '\u0000',
    '<![CDATA[',
  )
  const rubbish = fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 80 })
  fc.assert(
    fc.property(rubbish, (parts) => {
      expect(['page', 'refused']).toContain(prescan(`<html><p>${parts.join('')}`).kind)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutAtWord, plainText } from '../../src/feed/plain-text.ts'

test.each([
  ['<p>One</p><p>Two</p>', 'One Two'],
  ['un<b>believ</b>able', 'unbelievable'],
  ['a<br/>b', 'a b'],
  ['5 &lt; 6 &amp;amp; 7&nbsp;&#8211;&#x2014;', '5 < 6 &amp; 7 –—'],
  ['5 < 6', '5 < 6'],
  ['<script>alert("<p>")</script>safe<style>p{}</style>', 'safe'],
  ['a<!-- b -->c', 'ac'],
  ['<img src="x" onerror="go(\'>\')">', ''],
  ['tab\tand\u0000null\nline', 'tab andnull line'],
])('%s', (html, text) => {
  expect(plainText(html)).toBe(text)
})

test('cuts between words where one ends near, else between characters', () => {
  expect(cutAtWord('one two three', 9)).toBe('one two t')
  expect(cutAtWord('one two thre four', 13)).toBe('one two thre')
  expect(cutAtWord('abcdefghi', 9)).toBe('abcdefghi')
  expect(cutAtWord(`${'a'.repeat(9)}😀`, 10)).toBe('a'.repeat(9))
})

test('what comes out is one line and stays what it is when cut', () => {
  fc.assert(
    fc.property(fc.string(), (html) => {
      const text = plainText(html)
      expect(text).toBe(text.trim())
      expect(text).not.toMatch(/[\n\t\r]/)
      expect(text.startsWith(cutAtWord(text, 10))).toBe(true)
    }),
  )
})

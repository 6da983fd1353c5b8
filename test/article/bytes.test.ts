import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodePage } from '../../src/article/decode-page.ts'
import { articleOf, articlePage } from './pages.ts'

const said = 'Die Hafenbehörde erhöhte „die Gebühren“ um 12 €, sagte sie.'
const bytesOf = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding))

test.each<[string, Uint8Array, string | null]>([
  ['UTF-8', bytesOf(said, 'utf-8'), null],
  ['UTF-8, whatever the header says', bytesOf(said, 'utf-8'), 'text/html; charset=ISO-8859-1'],
  ['windows-1252, undeclared', bytesOf(said, 'windows-1252'), null],
  ['windows-1252 called latin-1', bytesOf(said, 'windows-1252'), 'text/html;charset="ISO-8859-1"'],
  ['windows-1252 called UTF-8', bytesOf(said, 'windows-1252'), 'text/html; charset=utf8'],
  ['windows-1252 called UTF-16', bytesOf(said, 'windows-1252'), 'text/html; charset=utf-16'],
  ['windows-1252 under a charset nobody knows', bytesOf(said, 'windows-1252'), 'text/html; charset=x-klingon'],
  ['UTF-16 with its mark', bytesOf(`\uFEFF${said}`, 'utf-16le'), null],
])('%s', (_, bytes, contentType) => {
  expect(decodePage(bytes, contentType)).toBe(said)
})

test('the charset of the page itself, and the header before it', () => {
  const page = '<meta http-equiv=Content-Type content="text/html; charset=windows-1251"><p>Портовые сборы'
  expect(decodePage(bytesOf(page, 'windows-1251'), null)).toBe(page)
  expect(decodePage(bytesOf(page, 'koi8-r'), 'text/html; charset=koi8-r')).toBe(page)
  const japanese = '<meta charset="shift_jis"><p>港の料金'
  expect(decodePage(bytesOf(japanese, 'shift_jis'), null)).toBe(japanese)
})

test.each(['iso-2022-jp', 'ISO-2022-JP', 'csISO2022JP'])('%s, whose bytes are all ASCII', (charset) => {
  const harbour = Buffer.from('\x1b$B9A$NNA6b\x1b(B', 'latin1')
  const page = Buffer.concat([Buffer.from(`<meta charset="${charset}"><p>`), harbour])
  expect(decodePage(page, null)).toBe(`<meta charset="${charset}"><p>港の料金`)
  expect(decodePage(harbour, `text/html; charset=${charset}`)).toBe('港の料金')
})

test('a UTF-8 page with a broken byte stays UTF-8', () => {
  const broken = Buffer.concat([bytesOf(said, 'utf-8'), Uint8Array.of(0xff), bytesOf(said, 'utf-8')])
  expect(decodePage(broken, null)).toBe(`${said}\uFFFD${said}`)
})

test('bytes that lie within a larger buffer are read alone', () => {
  const whole = bytesOf(`before${said}after`, 'utf-8')
  expect(decodePage(whole.subarray(6, whole.length - 5), null)).toBe(said)
})

test('an article in windows-1252 keeps its letters', () => {
  const page = articlePage({ after: `<p>${said}</p>` }).replace('<meta charset="utf-8">', '')
  expect(articleOf(bytesOf(page, 'windows-1252')).text).toMatch(
    /\n\nDie Hafenbehörde erhöhte „die Gebühren“ um 12 €, sagte sie\.$/,
  )
})

import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { charsetOf } from '../../src/feed/charset-labels.ts'
import { decodeFeed } from '../../src/feed/decode.ts'

const decode = (bytes: Uint8Array, contentType: string | null = null) =>
  decodeFeed({ url: 'https://h.example/', contentType, bytes })
const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?><t>Zażółć “Öl” £</t>`

test.each([
  ['utf-8 by default', Buffer.from('<t>é “”</t>'), null, '<t>é “”</t>'],
  [
    'a declaration',
    iconv.encode("<?xml version='1.0' encoding='iso-8859-2'?><t>Zażółć</t>", 'iso88592'),
    null,
    'Zażółć',
  ],
  [
    'a declaration before the header',
    iconv.encode('<?xml version="1.0" encoding="windows-1251"?><t>Москва</t>', 'win1251'),
    'text/xml; charset=iso-8859-1',
    'Москва',
  ],
  [
    'the header where nothing is declared',
    iconv.encode('<t>東京</t>', 'shiftjis'),
    'text/xml; charset="Shift_JIS"',
    '東京',
  ],
  [
    'iso-8859-1 as browsers take it',
    iconv.encode('<?xml version="1.0" encoding="ISO-8859-1"?><t>“x”</t>', 'win1252'),
    null,
    '“x”',
  ],
  ['gb2312 as browsers take it', iconv.encode('<?xml version="1.0" encoding="gb2312"?><t>镕</t>', 'gbk'), null, '镕'],
  [
    'windows-1252 where UTF-8 is claimed',
    iconv.encode('<?xml version="1.0" encoding="utf-8"?><t>£ é “</t>', 'win1252'),
    'text/xml; charset=utf-8',
    '£ é “',
  ],
  [
    'iso-2022-jp, whose bytes are all ASCII',
    Buffer.from('<?xml version="1.0" encoding="ISO-2022-JP"?><t>\u001b$BF|K\\\u001b(B</t>'),
    null,
    '<t>日本</t>',
  ],
  ['an unknown label', Buffer.from('<?xml version="1.0" encoding="x-nonsense"?><t>é</t>'), null, '<t>é</t>'],
  [
    'utf-16 claimed of bytes that are not',
    Buffer.from('<?xml version="1.0" encoding="utf-16"?><t>é</t>'),
    null,
    '<t>é</t>',
  ],
  [
    'utf-16le with a mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(declared('utf-16'), 'utf16le')]),
    null,
    'Zażółć “Öl” £',
  ],
  ['utf-16be without a mark', iconv.encode(declared('utf-16'), 'utf16be'), null, 'Zażółć “Öl” £'],
])('%s', (_, bytes, contentType, expected) => {
  expect(decode(bytes, contentType)).toContain(expected)
})

test('one damaged character does not turn a UTF-8 text into windows-1252', () => {
  const text = decode(Buffer.concat([Buffer.from('<t>é è ü ñ'), Buffer.from([0xe2, 0x80]), Buffer.from('</t>')]))
  expect(text).toMatch(/^<t>é è ü ñ\ufffd+<\/t>$/)
})

test('labels are read whatever their case; what is no charset of a page is none here', () => {
  expect([charsetOf(' Latin1 '), charsetOf('KOI8-R'), charsetOf('ks_c_5601-1987')]).toEqual([
    'windows1252',
    'koi8r',
    'cp949',
  ])
  expect([charsetOf('base64'), charsetOf('hex'), charsetOf('utf-7'), charsetOf('__proto__')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

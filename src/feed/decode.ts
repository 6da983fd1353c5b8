import iconv from 'iconv-lite'
import { type Charset, charsetOf } from './charset-labels.ts'
import type { FeedBytes } from './parsed.ts'

const headBytes = 1024

/**
 * Bytes → text: byte order mark, then the XML declaration, then the Content-Type's charset, then UTF-8.
 * Text that claims or is taken for UTF-8 and is not becomes windows-1252, unless most of it is UTF-8. Never throws.
 */
export function decodeFeed(feed: FeedBytes): string {
  const bytes = Buffer.from(feed.bytes.buffer, feed.bytes.byteOffset, feed.bytes.byteLength)
  const charset = charsetOfMark(bytes) ?? charsetOfZeros(bytes) ?? declaredCharset(bytes, feed.contentType)
  if (charset === 'utf8') return decodeUtf8(bytes)
  // The one charset of browsers that iconv-lite does not know.
  if (charset === 'iso2022jp') return new TextDecoder('iso-2022-jp').decode(bytes)
  return iconv.decode(bytes, charset)
}

function charsetOfMark(bytes: Buffer): Charset | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be'
  return null
}

/** UTF-16 without a mark: a feed's first character is ASCII, so one half of it is zero. */
function charsetOfZeros(bytes: Buffer): Charset | null {
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf16be'
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf16le'
  return null
}

function declaredCharset(bytes: Buffer, contentType: string | null): Charset {
  const head = bytes.toString('latin1', 0, headBytes)
  const inXml = /<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i.exec(head)?.[1]
  const inHeader = /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType?.slice(0, 500) ?? '')?.[1]
  for (const label of [inXml, inHeader]) {
    const charset = label === undefined ? null : charsetOf(label)
    // Bytes without a zero in front cannot be UTF-16, whatever the declaration says: it was written before a conversion.
    if (charset !== null && charset !== 'utf16le' && charset !== 'utf16be') return charset
  }
  return 'utf8'
}

function decodeUtf8(bytes: Buffer): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = count(text, /\ufffd/g)
  if (broken === 0) return text
  // One damaged character in a UTF-8 feed must not turn every other accent into two wrong letters.
  return count(text, /[\u0080-\ufffc]/g) > broken ? text : iconv.decode(bytes, 'windows1252')
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found += 1
  return found
}

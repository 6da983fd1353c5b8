import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

const declarationReach = 4096
const iso2022jp = 'iso-2022-jp'

/**
 * A page's bytes → text. In order: byte order mark; UTF-8 where every byte fits it; the charset of the HTTP header; the
 * one the page declares of itself, unless that is UTF-8 and most of its letters are not; windows-1252. Never throws;
 * bytes that mean nothing become U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const charset = byteOrderMark(buffer) ?? charsetOf(buffer, contentType)
  // The one charset of browsers that iconv-lite does not know.
  if (charset === iso2022jp) return new TextDecoder(iso2022jp).decode(buffer)
  // A tenth of what iconv-lite takes for it.
  return charset === 'utf-8' ? buffer.toString('utf8').replace(/^\uFEFF/, '') : iconv.decode(buffer, charset)
}

function byteOrderMark(buffer: Buffer): string | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf-8'
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be'
  return null
}

function charsetOf(buffer: Buffer, contentType: string | null): string {
  // Text in another encoding is practically never valid UTF-8 by accident, while servers and pages often declare the
  // encoding they had before they moved to UTF-8. ISO-2022-JP is the exception: its bytes are all ASCII.
  const declared = known(charsetIn(contentType)) ?? known(declaredInside(buffer))
  if (declared === iso2022jp) return declared
  if (isUtf8(buffer)) return 'utf-8'
  if (declared !== null && declared !== 'utf-8') return declared
  return mostlyUtf8(buffer) ? 'utf-8' : 'windows-1252'
}

function declaredInside(buffer: Buffer): string | null {
  const head = buffer.subarray(0, declarationReach).toString('latin1')
  const meta = /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1]
  return meta ?? /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1] ?? null
}

function charsetIn(contentType: string | null): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(contentType ?? '')?.[1] ?? null
}

function known(charset: string | null): string | null {
  const name = charset?.toLowerCase() ?? ''
  // Browsers read these as windows-1252, and so must we: the curly quotes of a "latin-1" page lie in its C1 range.
  if (/^(iso-?8859-?1|latin-?1|us-ascii|ascii|ansi_x3.*)$/.test(name)) return 'windows-1252'
  // A page whose declaration could be read as ASCII is not in UTF-16, whatever it says.
  if (/^utf-?(8|16|32)/.test(name)) return 'utf-8'
  if (/^(?:cs)?iso-?2022-?jp$/.test(name)) return iso2022jp
  return name !== '' && iconv.encodingExists(name) ? name : null
}

/** A page cut off or with a few broken bytes is still UTF-8 if well-formed sequences outnumber what is broken. */
function mostlyUtf8(buffer: Buffer): boolean {
  const text = buffer.toString('utf-8')
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const wellFormed = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return wellFormed > broken
}

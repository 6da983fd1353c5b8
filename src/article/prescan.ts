import type { Rejection } from './extracted.ts'
import { Slimmer } from './slimmer.ts'

export const maxPageBytes = 5_000_000

const notHtmlTypes =
  /^\s*(image|audio|video|font)\/|^\s*application\/(pdf|json|ld\+json|zip|gzip|rss\+xml|atom\+xml|xml)/i

/** Rejects from the outside, before anything is decoded: what is too big, or by its server's or its own word not HTML. */
export function refuseBytes(bytes: Uint8Array, contentType: string | null): Rejection | null {
  if (bytes.byteLength > maxPageBytes) return 'too-large'
  if (contentType !== null && notHtmlTypes.test(contentType)) return 'not-html'
  return null
}

export type Prescanned =
  | { readonly kind: 'page'; readonly html: string; readonly elements: number }
  | { readonly kind: 'refused'; readonly reason: Rejection }

/**
 * One pass over the tags, in linear time, before a DOM is built. Nesting costs both DOMs quadratic time, so what is
 * nested or filled beyond any real page is refused. Of a page comes what a DOM need see: most bytes of one are scripts, styles
 * and attributes that no reader does.
 */
export function prescan(html: string): Prescanned {
  if (looksBinary(html)) return { kind: 'refused', reason: 'not-html' }
  return new Slimmer().read(html)
}

function looksBinary(html: string): boolean {
  const start = html.slice(0, 2000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary files from text.
  const strange = start.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0
  return start.startsWith('%PDF-') || strange > start.length / 20
}

import { Parser } from 'htmlparser2'
import type { Rejection } from './extracted.ts'

const maxDepth = 256
const maxElements = 50_000
export const maxPageBytes = 5_000_000

const notHtmlTypes =
  /^\s*(image|audio|video|font)\/|^\s*application\/(pdf|json|ld\+json|zip|gzip|rss\+xml|atom\+xml|xml)/i
const htmlTags = new Set([
  'html',
  'head',
  'body',
  'title',
  'meta',
  'main',
  'article',
  'section',
  'div',
  'p',
  'h1',
  'span',
])
const foreignRoots = new Set(['rss', 'feed', 'rdf:rdf', 'urlset', 'sitemapindex', 'svg', 'opml'])

/** Rejects from the outside, before anything is decoded: what is too big, or by its server's or its own word not HTML. */
export function refuseBytes(bytes: Uint8Array, contentType: string | null): Rejection | null {
  if (bytes.byteLength > maxPageBytes) return 'too-large'
  if (contentType !== null && notHtmlTypes.test(contentType)) return 'not-html'
  return null
}

/**
 * Looks at the tags alone, in linear time: nesting costs both DOMs quadratic time, so what is nested or filled beyond
 * any real page (depth at most 38, 9,900 elements) is refused before a DOM is built.
 */
export function prescan(html: string): Rejection | null {
  if (looksBinary(html)) return 'not-html'
  const seen = countTags(html)
  if (seen.depth > maxDepth || seen.elements > maxElements) return 'too-large'
  return seen.isHtml ? null : 'not-html'
}

interface Seen {
  depth: number
  elements: number
  isHtml: boolean
}

function countTags(html: string): Seen {
  const seen: Seen = { depth: 0, elements: 0, isHtml: false }
  let depth = 0
  const parser = new Parser({
    onopentagname(name) {
      seen.elements += 1
      depth += 1
      seen.depth = Math.max(seen.depth, depth)
      seen.isHtml ||= htmlTags.has(name)
      if (seen.elements > maxElements || seen.depth > maxDepth) parser.pause()
      else if (seen.elements === 1 && foreignRoots.has(name)) parser.pause()
    },
    onclosetag() {
      depth -= 1
    },
  })
  parser.write(html)
  return seen
}

function looksBinary(html: string): boolean {
  const start = html.slice(0, 2000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary files from text.
  const strange = start.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0
  return start.startsWith('%PDF-') || strange > start.length / 20
}

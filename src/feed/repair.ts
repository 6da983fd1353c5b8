import { plainText } from './plain-text.ts'
import type { Edit, Scan } from './scan.ts'

/** A part of the document, from `from` to `to`, with the edits in it made; of two that overlap the first is. */
export function edited(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  const parts: string[] = []
  let at = from
  for (const edit of edits) {
    if (edit.start < at || edit.end > to) continue
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  parts.push(text.slice(at, to))
  return parts.join('')
}

/**
 * A feed that no parser read → a likelier text of it: the root alone without what stands before, behind and in its
 * DOCTYPE; every element that was opened is closed; `&` and entities that XML does not know are spelled out; characters
 * that XML forbids are gone; a channel stands where RSS wants one. Null for a text that spelling out would multiply.
 */
export function repairFeed(text: string, scan: Scan): string | null {
  if (hasMoreThan(maxAmpersands, '&', text)) return null
  const body = `${edited(text, scan.nesting, scan.start, scan.end)}${truncatedText(text, scan)}`
  const closed = `${body}${scan.open
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')}`
  const entities = declaredEntities(text.slice(0, scan.start))
  return withChannel(
    outsideCdata(closed.replace(forbidden, ''), (markup) => spelledOut(markup, entities)),
    scan,
  )
}

const maxAmpersands = 1_000_000

function hasMoreThan(limit: number, char: string, text: string): boolean {
  let found = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) {
    found += 1
    if (found > limit) return true
  }
  return false
}

/** Text after the last whole token belongs to a truncated element; a truncated tag or entity at its end does not. */
function truncatedText(text: string, scan: Scan): string {
  if (scan.open.length === 0) return ''
  const rest = text.slice(scan.end)
  const cdata = rest.indexOf('<![CDATA[')
  if (cdata >= 0 && !rest.includes(']]>', cdata)) return `${rest}]]>`
  return rest.replace(/[<&][^<&]*$/, '')
}

/** `<rss><item>…`, `<channel>` alone and an RDF root whose items stand alone: rss-parser and feedsmith want both. */
function withChannel(text: string, scan: Scan): string {
  if (/^<channel[\s>]/i.test(text)) return `<rss>${text}</rss>`
  if (scan.hasChannel || scan.root === 'feed') return text
  const inside = text.indexOf('>') + 1
  const last = text.lastIndexOf('</')
  if (scan.root === 'rdf') return `${text.slice(0, inside)}<channel></channel>${text.slice(inside)}`
  return `${text.slice(0, inside)}<channel>${text.slice(inside, last)}</channel>${text.slice(last)}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function outsideCdata(text: string, change: (markup: string) => string): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const start = text.indexOf('<![CDATA[', from)
    const end = start < 0 ? -1 : text.indexOf(']]>', start)
    if (end < 0) break
    parts.push(change(text.slice(from, start)), text.slice(start, end + 3))
    from = end + 3
  }
  parts.push(change(text.slice(from)))
  return parts.join('')
}

const ofXml = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

function spelledOut(markup: string, declared: ReadonlyMap<string, string>): string {
  const known = new Map(declared)
  return markup.replace(
    /&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});)?/g,
    (whole, name?: string) => {
      if (name === undefined) return '&amp;'
      if (ofXml.has(name)) return whole
      const meaning = known.get(name) ?? escaped(meaningOf(whole))
      known.set(name, meaning)
      return meaning
    },
  )
}

/** What a browser shows for an entity; an unknown one is the text it is written with. */
function meaningOf(entity: string): string {
  if (/^&(nbsp|#160|#x[aA]0);$/.test(entity)) return '\u00a0'
  return plainText(entity)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Simple entities of a DOCTYPE. One that refers to another is left out: nested ones are how small documents become large. */
function declaredEntities(prolog: string): ReadonlyMap<string, string> {
  const found = prolog.matchAll(
    /<!ENTITY\s{1,9}([A-Za-z][A-Za-z0-9]{0,31})\s{1,9}(?:"([^"&<]{0,64})"|'([^'&<]{0,64})')/g,
  )
  return new Map([...found].slice(0, 300).map(([, name = '', quoted, single]) => [name, quoted ?? single ?? '']))
}

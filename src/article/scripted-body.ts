import { fastDom } from './dom.ts'
import { proseLength } from './fallback.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { prescan } from './prescan.ts'

const leastChars = 400
const mostStrings = 400
/** `<p`, as programs write it into a string. */
const paragraphTag = /(?:<|\\u003[cC]|\\x3[cC])p(?:[\s>]|\\)/

/**
 * The article that a page carries in a script, as markup in a string, for a program of its own to show; empty where there is none.
 * No script is run: strings are read as JSON. Wants the page as it came.
 */
export function scriptedBody(html: string): Paragraph[] {
  let longest: Paragraph[] = []
  for (const markup of markupStrings(html)) {
    const scanned = prescan(`<html><body>${markup}</body></html>`)
    if (scanned.kind === 'refused') continue
    const paragraphs = paragraphsOf(fastDom(scanned.html).body)
    if (proseLength(paragraphs) > proseLength(longest)) longest = paragraphs
  }
  return longest
}

function* markupStrings(html: string): Generator<string> {
  let found = 0
  for (const script of scriptsIn(html)) {
    for (const written of stringsIn(script)) {
      if (written.length < leastChars || !paragraphTag.test(written)) continue
      found += 1
      if (found > mostStrings) return
      yield* markupIn(written, 2)
    }
  }
}

/** What stands in script elements. What looks like one within a script is a part of it. */
function* scriptsIn(html: string): Generator<string> {
  const opening = /<script\b[^>]{0,1000}>/gi
  const closing = /<\/script/gi
  while (opening.test(html)) {
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(html)?.index ?? html.length
    yield html.slice(opening.lastIndex, end)
    opening.lastIndex = end
  }
}

/** A string of markup, or a program's state in which such strings stand. */
function* markupIn(written: string, deep: number): Generator<string> {
  const value = read(written)
  if (value === null) return
  const isState = deep > 0 && /^\s*(?:[[{]|\w+:[[{"])/.test(value)
  if (!isState) yield value
  else
    for (const inner of stringsIn(value))
      if (inner.length >= leastChars && paragraphTag.test(inner)) yield* markupIn(inner, deep - 1)
}

/** What stands between double quotes, escapes and all; in linear time. */
function* stringsIn(code: string): Generator<string> {
  for (let at = code.indexOf('"'); at >= 0; at = code.indexOf('"', at + 1)) {
    const start = at + 1
    at = endOfString(code, start)
    if (at < 0) return
    yield code.slice(start, at)
  }
}

function endOfString(code: string, start: number): number {
  let end = code.indexOf('"', start)
  while (end > 0 && backslashesBefore(code, end) % 2 === 1) end = code.indexOf('"', end + 1)
  return end
}

function backslashesBefore(code: string, at: number): number {
  let count = 0
  while (code[at - 1 - count] === '\\') count += 1
  return count
}

function read(written: string): string | null {
  try {
    const value: unknown = JSON.parse(`"${written}"`)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

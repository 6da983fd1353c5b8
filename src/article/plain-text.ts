import { Parser } from 'htmlparser2'

// Everything that a terminal, a log or a page could take for a command: C0 and C1 controls, zero-width characters, soft
// hyphens, direction overrides, lone surrogates and non-characters.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not leave.
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFC\uFFFE\uFFFF]/g

/** One line of plain text: no control characters, white space collapsed, trimmed. */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(invisible, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/** Text from an attribute or a script, where publishers often escape twice: `&amp;amp;`, `&amp;#8217;`. */
export function unescapeLine(text: string): string {
  return plainLine(text.includes('&') ? unescaped(unescaped(text)) : text)
}

function unescaped(text: string): string {
  let plain = ''
  const parser = new Parser({ ontext: (piece) => (plain += piece) }, { decodeEntities: true })
  parser.end(text.replaceAll('<', '&lt;'))
  return plain
}

/** Words, or for scripts that put no spaces between them the number of words that as many characters make. */
export function wordCount(text: string): number {
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu,
  )
  const spaced = text.replace(unspacedScripts, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)
  return (spaced?.length ?? 0) + Math.round((unspaced?.length ?? 0) / 2)
}

const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

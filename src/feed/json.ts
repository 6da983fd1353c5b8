import type { NotAFeedReason } from './parsed.ts'

const maxDepth = 64
const maxValues = 300_000

/** JSON text → its value; nesting and size are counted before anything is built. */
export function parseJson(
  text: string,
): { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'refused'; readonly reason: NotAFeedReason } {
  const reason = tooMuch(text)
  if (reason !== null) return { kind: 'refused', reason }
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'refused', reason: text.startsWith('{') ? 'malformed' : 'not-xml-or-json' }
  }
}

function tooMuch(text: string): NotAFeedReason | null {
  let depth = 0
  let values = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (inString && char === '\\') at += 1
    else if (char === '"') inString = !inString
    else if (inString) continue
    else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') depth -= 1
    else if (char === ',') values += 1
    if (depth > maxDepth) return 'too-deep'
    if (values > maxValues) return 'too-large'
  }
  return null
}

const literal = /u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/gsy

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** One or more Python string literals joined by `+` → their text; null for any other expression. */
export function pythonString(expression: string): string | null {
  const parts: string[] = []
  let at = 0
  for (;;) {
    literal.lastIndex = at
    const found = literal.exec(expression)
    if (found === null) return null
    parts.push(unescaped(found[1] ?? found[2] ?? ''))
    const rest = expression.slice(literal.lastIndex)
    const plus = /^\s*\+\s*/.exec(rest)
    if (plus === null) return rest.trim() === '' ? parts.join('') : null
    at = literal.lastIndex + plus[0].length
  }
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gis,
    (_, byte?: string, short?: string, long?: string, char = '') => {
      const hex = byte ?? short ?? long
      return hex === undefined ? (simple[char] ?? char) : String.fromCodePoint(Number.parseInt(hex, 16))
    },
  )
}

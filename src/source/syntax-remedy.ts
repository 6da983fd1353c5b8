import type { ErrorCode } from 'yaml'
import type { FieldPath } from './locate.ts'

type Words = Partial<Record<ErrorCode, string>>

/** Where the parser's own words are about YAML's grammar rather than about the mistake. */
const inOtherWords: Words = {
  BAD_DIRECTIVE: 'a line that begins with % is not supported: remove it',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " on one line: put the text in quotes, or begin the inner keys on the next line',
  MULTILINE_IMPLICIT_KEY: 'a key over several lines: write it on one line, followed by ": "',
  MULTIPLE_DOCS: 'a second document begins here: keep one, without the line ---',
  RESOURCE_EXHAUSTION: 'nested too deeply: remove brackets',
  TAB_AS_INDENT: 'a tab in the indentation: indent with spaces',
  TAG_RESOLVE_FAILED: 'a tag that begins with ! is not supported: remove it',
}

const remedies: Words = {
  BAD_INDENT: 'line it up with what it belongs to, and close every bracket',
  BAD_SCALAR_START: 'put the text in quotes',
  MISSING_CHAR: 'add what is missing; a key is followed by ": "',
  UNEXPECTED_TOKEN: 'remove it, or put the text in quotes',
}

/** What is wrong with the YAML itself and how to mend it, in one line. */
export function syntaxRemedy(code: ErrorCode, message: string, path: FieldPath): string {
  if (code === 'DUPLICATE_KEY') return `key "${path.at(-1)}" stands twice here: remove one of them`
  const said = message.replace(/\s+/g, ' ').trim()
  return inOtherWords[code] ?? `${said}: ${remedies[code] ?? 'mend the YAML here'}`
}

import { type Document, type ErrorCode, isScalar, type Node, parseDocument, visit, type YAMLError } from 'yaml'
import type { Flaw } from './file-part.ts'
import { pathAtOffset, startOf } from './locate.ts'
import { syntaxRemedy } from './syntax-remedy.ts'

export type ReadYaml =
  | { readonly kind: 'document'; readonly root: Node | null; readonly value: unknown; readonly flaws: readonly Flaw[] }
  | { readonly kind: 'unreadable'; readonly flaws: readonly Flaw[] }

/**
 * Reads YAML 1.2 of plain values. A file with a syntax error is unreadable: what else it holds is guesswork until that
 * is mended. A key that stands twice is a flaw of a file that can be read.
 */
export function readYaml(text: string): ReadYaml {
  try {
    return readDocument(text)
  } catch (error) {
    // The parser recurses, so brackets nested thousands deep exhaust the stack.
    if (!(error instanceof RangeError)) throw error
    return { kind: 'unreadable', flaws: [{ offset: 0, path: [], message: 'nested too deeply: remove brackets' }] }
  }
}

// After one of these the parser has lost the structure, and what it complains of further down is mostly a consequence.
const derailing: ReadonlySet<ErrorCode> = new Set([
  'BAD_INDENT',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'MULTIPLE_DOCS',
  'RESOURCE_EXHAUSTION',
  'TAB_AS_INDENT',
  'UNEXPECTED_TOKEN',
])

function readDocument(text: string): ReadYaml {
  // The core schema whatever the file's own %YAML line says: under YAML 1.1 the country NO would be false.
  const doc = parseDocument(text, {
    logLevel: 'error',
    merge: false,
    prettyErrors: false,
    resolveKnownTags: false,
    schema: 'core',
  })
  const root = doc.contents
  const complaints = [...doc.errors, ...doc.warnings]
  const syntax = complaints.map((complaint) => syntaxFlaw(complaint, root, text))
  const beyond = beyondPlainValues(doc, root)
  const readable = beyond.length === 0 && complaints.every(({ code }) => code === 'DUPLICATE_KEY')
  if (readable) return { kind: 'document', root, value: doc.toJS(), flaws: syntax }
  const derailedAt = Math.min(...complaints.filter(({ code }) => derailing.has(code)).map(({ pos }) => pos[0]))
  return {
    kind: 'unreadable',
    flaws: firstAtEachPlace([...syntax, ...beyond].filter((flaw) => flaw.offset <= derailedAt)),
  }
}

function syntaxFlaw({ code, pos: [offset], message }: YAMLError, root: Node | null, text: string): Flaw {
  // The parser takes a tab between spaces for part of something else, and complains of that.
  const tab = tabBefore(text, offset)
  if (tab !== undefined)
    return { offset: tab, path: pathAtOffset(root, tab), message: syntaxRemedy('TAB_AS_INDENT', '', []) }
  const path = pathAtOffset(root, offset)
  return { offset, path, message: syntaxRemedy(code, message, path) }
}

/** Where a tab indents the line of an offset. */
function tabBefore(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const blank = /^[ \t]*/.exec(text.slice(start, offset + 1))?.[0] ?? ''
  return blank.includes('\t') ? start + blank.indexOf('\t') : undefined
}

// One stray bracket makes the parser complain once for every bracket around it.
function firstAtEachPlace(flaws: readonly Flaw[]): Flaw[] {
  const seen = new Set<number>()
  return flaws.filter(({ offset }) => !seen.has(offset) && seen.add(offset))
}

/** Aliases and keys that are not plain: with them a problem would have no single place in the file. */
function beyondPlainValues(doc: Document.Parsed, root: Node | null): Flaw[] {
  const flaws: Flaw[] = []
  const report = (node: unknown, message: string) =>
    flaws.push({ offset: startOf(node), path: pathAtOffset(root, startOf(node)), message })
  visit(doc, {
    Alias: (_, alias) => void report(alias, `alias "*${alias.source}" is not supported: write the value out`),
    Pair: (_, { key, value }) => {
      if (!isScalar(key)) report(key ?? value, 'this key is a list, a map or an alias: write a plain word')
    },
  })
  return flaws
}

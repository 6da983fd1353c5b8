import { parse } from 'yaml'

/** Where a source stands in the text of sources.yaml; offsets in UTF-16 units, lines from 1. */
export interface Entry {
  /** Null where the entry has none that can be read. */
  readonly id: string | null
  readonly line: number
  /** With the comment lines right above it, which go where it goes. */
  readonly start: number
  /** Behind the line break of its last line. */
  readonly end: number
}

export type Edited =
  | { readonly kind: 'edited'; readonly text: string; readonly line: number }
  | { readonly kind: 'refused'; readonly why: string }

interface Line {
  readonly start: number
  /** Behind its line break. */
  readonly end: number
  /** Without the break. */
  readonly text: string
}

interface Listing {
  readonly entries: readonly Entry[]
  /** Of the dashes. */
  readonly indent: number
  /** The line of the key itself. */
  readonly key: Line
}

/**
 * Puts a source's block before the first source whose id comes behind `id`. Every other byte of the text stays as it is; line breaks
 * and indent follow it.
 * @param block as `renderSource` writes it: its dash at column 3, lines ended by \n.
 */
export function insertSource(text: string, id: string, block: string): Edited {
  const listing = listSources(text)
  if (listing === null) return refused
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const own = fitted(block, listing.indent, eol)
  const { entries, key } = listing
  const last = entries.at(-1)
  if (last === undefined) return edited(text, key.start, key.end, `${bare(key, '')}${own}`, 1)
  const gap = areApart(text, entries) ? eol : ''
  const next = entries.find((entry) => entry.id !== null && entry.id > id)
  if (next !== undefined) return edited(text, next.start, next.start, `${own}${gap}`)
  const isTorn = !text.slice(0, last.end).endsWith('\n')
  const lead = `${isTorn ? eol : ''}${gap}`
  return edited(text, last.end, last.end, `${lead}${own}`, lead.split('\n').length - 1)
}

/** Puts many sources' blocks in, each where `insertSource` would; those that come to stand together go in at once. */
export function insertSources(text: string, blocks: ReadonlyMap<string, string>): Edited {
  const known = (listEntries(text) ?? []).flatMap(({ id }) => id ?? [])
  const groups = new Map<string, string[]>()
  for (const id of [...blocks.keys()].sort()) {
    const next = known.find((other) => other > id) ?? ''
    groups.set(next, [...(groups.get(next) ?? []), id])
  }
  let written: Edited = { kind: 'edited', text, line: 1 }
  for (const ids of groups.values()) {
    if (written.kind === 'refused') break
    const [first = ''] = ids
    written = insertSource(written.text, first, ids.map((id) => blocks.get(id) ?? '').join('\n'))
  }
  return written
}

/** Takes a source out, with the comment lines right above it and those within it. Every other byte stays as it is. */
export function removeSource(text: string, id: string): Edited {
  const listing = listSources(text)
  if (listing === null) return refused
  const { entries, key } = listing
  const index = entries.findIndex((entry) => entry.id === id)
  const entry = entries[index]
  if (entry === undefined) return { kind: 'refused', why: `no source has the id ${id}` }
  if (entries.length === 1)
    return edited(`${text.slice(0, entry.start)}${text.slice(entry.end)}`, key.start, key.end, bare(key, ' []'))
  // The blank lines that kept it apart from its neighbour go with it.
  if (index < entries.length - 1) return edited(text, entry.start, behindBlanks(text, entry.end), '')
  const before = text.slice(0, entry.start).replace(/(\r?\n)(?:[ \t]*\r?\n)+$/, '$1')
  return edited(text, before.length, entry.end, '')
}

/** The sources in the text of sources.yaml; null where they are no block list under the key `sources`. */
export function listEntries(text: string): readonly Entry[] | null {
  return listSources(text)?.entries ?? null
}

const refused: Edited = {
  kind: 'refused',
  why: 'the sources are no list of one block each under the key `sources:`: write them one below the other, each beginning with a dash',
}

const behindBlanks = (text: string, at: number) =>
  at + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(at, at + 2000))?.[0].length ?? 0)

function edited(text: string, from: number, to: number, put: string, linesBefore = 0): Edited {
  const line = text.slice(0, from).split('\n').length + linesBefore
  return { kind: 'edited', text: `${text.slice(0, from)}${put}${text.slice(to)}`, line }
}

/** YAML lets nothing of an entry stand at the column of its dash or before it, so lines alone tell the entries apart. */
function listSources(text: string): Listing | null {
  const lines = linesOf(text)
  const at = lines.findIndex(({ text: line }) => /^\uFEFF?(?:sources|"sources"|'sources')[ \t]*:/.test(line))
  const key = lines[at]
  if (key === undefined) return null
  const rest = key.text
    .replace(/^[^:]*:/, '')
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
  const below = lines.slice(at + 1)
  const until = below.findIndex(({ text: line }) => /^[^\s#-]/.test(line) || line.startsWith('---'))
  const section = until === -1 ? below : below.slice(0, until)
  const indent = section.find(({ text: line }) => isContent(line))?.text.search(/\S/) ?? 2
  const dashes = section.flatMap(({ text: line }, index) => (isDash(line, indent) ? [index] : []))
  if (dashes.length === 0) return isEmptyList(rest, section) ? { entries: [], indent: 2, key } : null
  if (rest !== '') return null
  const entries = dashes.map((first, index) =>
    entryOf(section, first, dashes[index + 1] ?? section.length, indent, at + 2),
  )
  return { entries, indent, key }
}

const isEmptyList = (rest: string, section: readonly Line[]) =>
  /^(?:\[\s*\]|)$/.test(rest) && !section.some(({ text }) => isContent(text))

function entryOf(section: readonly Line[], first: number, next: number, indent: number, firstLine: number): Entry {
  const own = section.slice(first, next)
  const lastContent = own.findLastIndex(({ text }) => isContent(text))
  // Comments that are indented like its keys still speak of it.
  const behind = own.slice(lastContent + 1).findIndex(({ text }) => !isComment(text) || text.search(/\S/) <= indent)
  const last = own[behind === -1 ? own.length - 1 : lastContent + behind]
  let above = first
  while (above > 0 && isAttached(section[above - 1]?.text ?? '', indent)) above -= 1
  const start = section[above]?.start ?? 0
  return { id: idOf(own.map(({ text }) => text)), line: firstLine + first, start, end: last?.end ?? start }
}

/** A comment line at the column of the dashes or before it: what is indented further belongs to the entry above. */
const isAttached = (line: string, indent: number) => isComment(line) && line.search(/\S/) <= indent
const isComment = (line: string) => /^\s*#/.test(line)
const isContent = (line: string) => /\S/.test(line) && !isComment(line)
const isDash = (line: string, indent: number) => line.search(/\S/) === indent && /^\s*-(?:\s|$)/.test(line)

function idOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const plain = /^\s*(?:-\s+)?id:\s+([a-z0-9][a-z0-9-]*)\s*(?:\s#.*)?$/.exec(line)?.[1]
    if (plain !== undefined) return plain
  }
  try {
    const [value]: unknown[] = parse(lines.join('\n'), { schema: 'core', logLevel: 'silent' })
    return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
  } catch {
    return null
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed + 1
    lines.push({ start, end, text: text.slice(start, end).replace(/\r?\n$/, '') })
    start = end
  }
  return lines
}

/** Whether blank lines keep the entries apart: new ones keep to the custom of the file. */
function areApart(text: string, entries: readonly Entry[]): boolean {
  if (entries.length < 2) return true
  return entries.some(({ end }, index) => /^[ \t]*\r?\n/.test(text.slice(end, entries[index + 1]?.start ?? end)))
}

function fitted(block: string, indent: number, eol: string): string {
  const lines = block.replace(/\n+$/, '').split('\n')
  const moved = lines.map((line) => (line.trim() === '' ? '' : `${' '.repeat(indent)}${line.slice(2)}`))
  return `${moved.join(eol)}${eol}`
}

/** The line of the key with another value, its comment kept. */
function bare({ text, start, end }: Line, value: string): string {
  const eol = text.length < end - start ? (end - start - text.length === 2 ? '\r\n' : '\n') : '\n'
  return `${text.replace(/^([^:]*:).*$/, '$1')}${value}${/\s#.*$/.exec(text)?.[0] ?? ''}${eol}`
}

import { type Cell, type CsvRow, readCsv } from '../source/csv.ts'
import type { RatedLeaning } from '../source/leaning.ts'
import { nearest } from '../source/nearest.ts'
import { type RatedPages, ratedPages } from '../source/source.ts'
import { isDay } from './day.ts'
import { hostIn, type RatedPlace } from './match-sources.ts'
import { readValue, type Scale } from './rating-values.ts'

/** Something wrong with a line: where, in which column, and what to do. */
export interface LineFlaw {
  readonly line: number
  readonly column: number
  readonly field: string
  readonly message: string
}

/** What a line states; what it leaves out holds for the whole file. */
export interface StatedLine {
  readonly kind: 'stated'
  readonly line: number
  readonly place: RatedPlace
  /** As it is written. */
  readonly named: string
  readonly value: RatedLeaning
  readonly at: { readonly line: number; readonly column: number; readonly field: string }
  readonly confidence?: number
  readonly validFrom?: string
  readonly method?: string
  readonly licence?: string
  readonly pages: RatedPages
}

export type RatingLine =
  | StatedLine
  /** A domain without a leaning, or a line without either. */
  | { readonly kind: 'unrated' | 'empty' }
  | { readonly kind: 'wrong'; readonly flaws: readonly LineFlaw[] }
  /** The first: which columns are not read. */
  | { readonly kind: 'header'; readonly ignored: readonly string[] }

/** Names under which each column is known; compared in small letters without blanks, hyphens and underscores. */
export const columnNames = {
  source: ['source', 'id', 'source id'],
  domain: ['domain', 'host', 'url', 'home', 'site', 'website'],
  value: ['value', 'leaning', 'leaning5', 'bias', 'rating'],
  confidence: ['confidence'],
  validFrom: ['valid from', 'date', 'since'],
  method: ['method'],
  licence: ['licence', 'license'],
  pages: ['pages'],
} as const
type Column = keyof typeof columnNames

const folded = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, '')
const columnOf: ReadonlyMap<string, Column> = new Map(
  (Object.keys(columnNames) as Column[]).flatMap((column) =>
    columnNames[column].map((name): [string, Column] => [folded(name), column]),
  ),
)

/** CSV or TSV as it comes → its lines. A header that names neither what is rated nor a value is the only line then. */
export async function* readRatingLines(chunks: AsyncIterable<string>, scale: Scale | null): AsyncGenerator<RatingLine> {
  const { begun, rest } = await firstLine(chunks)
  let columns: ReadonlyMap<Column, number> | null = null
  for await (const row of readCsv(rest, delimiterOf(begun))) {
    if (columns !== null) {
      yield row.kind === 'broken' ? wrong(flaw(row, 'line', row.message)) : readLine(row, columns, scale)
      continue
    }
    const header = readHeader(row)
    if (header.kind === 'wrong') return yield header
    columns = header.columns
    yield { kind: 'header', ignored: header.ignored }
  }
  if (columns === null)
    yield wrong(flaw({ line: 1, column: 1 }, 'header', 'nothing stands in it: begin with the line domain,value'))
}

/** The first line with what came along with it, and all chunks again. */
async function firstLine(chunks: AsyncIterable<string>) {
  const iterator = chunks[Symbol.asyncIterator]()
  let begun = ''
  for (;;) {
    const next = await iterator.next()
    if (next.done) break
    begun += next.value
    if (/[\r\n]/.test(begun) || begun.length > 100_000) break
  }
  begun = begun.replace(/^\uFEFF/, '')
  async function* rest() {
    yield begun
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { begun: begun.split(/[\r\n]/, 1)[0] ?? '', rest: rest() }
}

function delimiterOf(header: string): string {
  if (header.includes('\t')) return '\t'
  return header.split(';').length > header.split(',').length ? ';' : ','
}

function readHeader(row: CsvRow) {
  if (row.kind === 'broken') return wrong(flaw(row, 'header', row.message))
  const columns = new Map<Column, number>()
  const ignored: string[] = []
  for (const [index, { text }] of row.cells.entries()) {
    const column = columnOf.get(folded(text))
    if (column === undefined) ignored.push(text.trim())
    else if (!columns.has(column)) columns.set(column, index)
  }
  const missing = missingColumn(columns, ignored)
  return missing === null
    ? { kind: 'columns' as const, columns, ignored: ignored.filter((name) => name !== '') }
    : wrong(flaw({ line: row.line, column: 1 }, 'header', missing))
}

function missingColumn(columns: ReadonlyMap<Column, number>, others: readonly string[]): string | null {
  const named = (what: readonly Column[]) => what.flatMap((column) => columnNames[column])
  const meant = (what: readonly Column[]) => {
    const other = others.find((name) => nearest(name, named(what)) !== undefined)
    return other === undefined ? '' : ` (is it "${other}"?)`
  }
  if (!columns.has('source') && !columns.has('domain'))
    return `no column says which outlet${meant(['source', 'domain'])}: name one domain or source`
  if (!columns.has('value')) return `no column says the leaning${meant(['value'])}: name one value`
  return null
}

function readLine(
  { cells, line }: Extract<CsvRow, { kind: 'row' }>,
  columns: ReadonlyMap<Column, number>,
  scale: Scale | null,
): RatingLine {
  const cell = (column: Column): Cell => cells[columns.get(column) ?? -1] ?? { text: '', line, column: 1 }
  const text = (column: Column) => cell(column).text.trim()
  if (text('source') === '' && text('domain') === '' && text('value') === '') return { kind: 'empty' }
  const broken = cells.find((one) => one.text.includes('\uFFFD'))
  if (broken !== undefined) return wrong(flaw(broken, 'line', 'holds bytes that are no UTF-8: save the file as UTF-8'))
  const place = placeOf(text('source'), text('domain'))
  const value = readValue(text('value'), scale)
  const confidence = readConfidence(text('confidence'))
  const validFrom = readDay(text('validFrom'))
  const pages = readPages(text('pages'))
  const flaws = [
    ...(typeof place === 'string' ? [flaw(cell(text('source') === '' ? 'domain' : 'source'), 'domain', place)] : []),
    ...(value.kind === 'wrong' ? [flaw(cell('value'), 'value', `${quoted(text('value'))} ${value.message}`)] : []),
    ...(typeof confidence === 'string' ? [flaw(cell('confidence'), 'confidence', confidence)] : []),
    ...(validFrom.kind === 'wrong' ? [flaw(cell('validFrom'), 'valid from', validFrom.message)] : []),
    ...(pages === null
      ? [flaw(cell('pages'), 'pages', `${quoted(text('pages'))} is not one of ${ratedPages.join(', ')}`)]
      : []),
  ]
  if (flaws.length > 0) return wrong(...flaws)
  if (value.kind === 'unrated' || value.kind === 'wrong') return { kind: 'unrated' }
  if (typeof place === 'string' || typeof confidence === 'string' || pages === null || validFrom.kind === 'wrong')
    return { kind: 'empty' }
  return {
    ...{ kind: 'stated', line, place, named: text('source') || text('domain'), value: value.value, pages },
    at: { line: cell('value').line, column: cell('value').column, field: 'value' },
    ...(confidence === null ? {} : { confidence }),
    ...(validFrom.day === null ? {} : { validFrom: validFrom.day }),
    ...(text('method') === '' ? {} : { method: text('method') }),
    ...(text('licence') === '' ? {} : { licence: text('licence') }),
  }
}

function placeOf(id: string, domain: string): RatedPlace | string {
  if (id !== '') return { kind: 'id', id }
  if (domain === '') return 'is empty: name the domain of the outlet that is rated, or remove the line'
  const host = hostIn(domain)
  return host === null ? `${quoted(domain)} is no domain: write one such as example.org` : { kind: 'host', host }
}

function readConfidence(text: string): number | null | string {
  if (text === '') return null
  const number = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  return number > 0 && number <= 1
    ? number
    : `${quoted(text)} is no confidence: write one above 0 and at most 1, such as 0.8`
}

type ReadDay =
  | { readonly kind: 'day'; readonly day: string | null }
  | { readonly kind: 'wrong'; readonly message: string }

function readDay(text: string): ReadDay {
  if (text === '') return { kind: 'day', day: null }
  return isDay(text)
    ? { kind: 'day', day: text }
    : { kind: 'wrong', message: `${quoted(text)} is no date: write an existing day as YYYY-MM-DD` }
}

const readPages = (text: string): RatedPages | null =>
  text === '' ? 'all' : (ratedPages.find((pages) => pages === text.toLowerCase()) ?? null)

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

const flaw = ({ line, column }: { line: number; column: number }, field: string, message: string): LineFlaw => ({
  ...{ line, column, field, message },
})

const wrong = (...flaws: LineFlaw[]) => ({ kind: 'wrong' as const, flaws })

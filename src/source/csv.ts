/** One cell with the place where it begins, both counted from 1. */
export interface Cell {
  readonly text: string
  readonly line: number
  readonly column: number
}

export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly Cell[] }
  | { readonly kind: 'broken'; readonly line: number; readonly column: number; readonly message: string }

/** Longer than any cell of a table of outlets; a quote that is never closed would else take the rest of the file into memory. */
const maxCell = 10_000

/**
 * Text as it comes → rows of RFC 4180 with any one delimiter, also with quoted line ends, bare line feeds and no last line end.
 * What cannot be read is a row of its own; after a quote without an end nothing follows.
 */
export async function* readCsv(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const reader = new CsvReader(delimiter)
  for await (const chunk of chunks) {
    yield* reader.take(chunk)
    if (reader.lost) return
  }
  yield* reader.end()
}

type State = 'start' | 'plain' | 'quoted' | 'quote-in-quoted'

class CsvReader {
  lost = false
  readonly #delimiter: string
  #state: State = 'start'
  #text = ''
  #cells: Cell[] = []
  #problem: Extract<CsvRow, { kind: 'broken' }> | null = null
  #line = 1
  #column = 1
  #begun = { line: 1, column: 1 }
  #rowLine = 1
  #previous = ''

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  *take(chunk: string): Generator<CsvRow> {
    for (const char of chunk) {
      const row = this.#step(char)
      if (row !== null) yield row
      if (this.lost) return
    }
  }

  *end(): Generator<CsvRow> {
    if (this.#state === 'quoted') {
      yield this.#broken(
        this.#begun,
        'a quote begins here and is never closed: close it, or double it if it is part of the text',
      )
      return
    }
    if (this.#cells.length > 0 || this.#state !== 'start' || this.#text !== '') yield this.#endRow()
  }

  #step(char: string): CsvRow | null {
    const isSecondOfLineEnd = char === '\n' && this.#previous === '\r'
    this.#previous = char
    if (isSecondOfLineEnd) {
      if (this.#state === 'quoted') this.#text += char
      return null
    }
    const row = this.#state === 'quoted' ? this.#inQuotes(char) : this.#outside(char)
    this.#advance(char)
    if (this.#text.length <= maxCell) return row
    this.lost = true
    return this.#broken(this.#begun, `a cell of more than ${maxCell} characters: close its quote, or shorten it`)
  }

  #inQuotes(char: string): null {
    if (char === '"') this.#state = 'quote-in-quoted'
    else this.#text += char
    return null
  }

  #outside(char: string): CsvRow | null {
    if (char === this.#delimiter) this.#endCell()
    else if (char === '\n' || char === '\r') return this.#endRow()
    else if (char === '"') this.#quote()
    else this.#plain(char)
    return null
  }

  #quote(): void {
    if (this.#state === 'start') {
      this.#begun = { line: this.#line, column: this.#column }
      this.#state = 'quoted'
    } else if (this.#state === 'quote-in-quoted') {
      this.#text += '"'
      this.#state = 'quoted'
    } else this.#text += '"'
  }

  #plain(char: string): void {
    if (this.#state === 'start') this.#begun = { line: this.#line, column: this.#column }
    if (this.#state === 'quote-in-quoted') {
      this.#problem ??= this.#broken(
        { line: this.#line, column: this.#column },
        'text follows a closing quote: put the whole cell in quotes, and double the quotes inside',
      )
    }
    this.#state = 'plain'
    this.#text += char
  }

  #advance(char: string): void {
    const endsLine = char === '\n' || char === '\r'
    if (endsLine) this.#line += 1
    this.#column = endsLine ? 1 : this.#column + 1
  }

  #endCell(): void {
    const place = this.#state === 'start' ? { line: this.#line, column: this.#column } : this.#begun
    this.#cells.push({ text: this.#text, ...place })
    this.#text = ''
    this.#state = 'start'
  }

  #endRow(): CsvRow {
    this.#endCell()
    const row = this.#problem ?? { kind: 'row' as const, line: this.#rowLine, cells: this.#cells }
    this.#cells = []
    this.#problem = null
    this.#rowLine = this.#line + 1
    return row
  }

  #broken({ line, column }: { line: number; column: number }, message: string): Extract<CsvRow, { kind: 'broken' }> {
    return { kind: 'broken', line, column, message }
  }
}

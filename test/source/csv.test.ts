import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvRow, readCsv } from '../../src/source/csv.ts'

async function rowsOf(text: string, delimiter = ',', chunk = text.length || 1): Promise<CsvRow[]> {
  async function* chunks() {
    for (let start = 0; start < text.length; start += chunk) yield text.slice(start, start + chunk)
  }
  const rows: CsvRow[] = []
  for await (const row of readCsv(chunks(), delimiter)) rows.push(row)
  return rows
}

const cellsOf = (rows: readonly CsvRow[]) =>
  rows.map((row) => (row.kind === 'row' ? row.cells.map(({ text }) => text) : row.message))

test.each([
  ['', []],
  ['a', [['a']]],
  ['a,b\n', [['a', 'b']]],
  [
    'a,b\r\nc,\r\n',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['"a,""b""",c', [['a,"b"', 'c']]],
  ['a b "c",d', [['a b "c"', 'd']]],
  ['"a\r\nb",c', [['a\r\nb', 'c']]],
  ['a\n\nb', [['a'], [''], ['b']]],
])('%j', async (text, expected) => {
  expect(cellsOf(await rowsOf(text))).toEqual(expected)
})

test('a row and a cell know where they begin', async () => {
  const rows = await rowsOf('a,b\r\n"c\r\nd", e\nf')
  expect(rows.map((row) => row.line)).toEqual([1, 2, 4])
  expect(
    rows.flatMap((row) => (row.kind === 'row' ? row.cells : [])).map(({ line, column }) => [line, column]),
  ).toEqual([
    ...[
      [1, 1],
      [1, 3],
      [2, 1],
      [3, 4],
      [4, 1],
    ],
  ])
})

test('what cannot be read says where, and costs no more than it must', async () => {
  expect(await rowsOf('a\n"b"c\nd')).toMatchObject([
    { line: 1 },
    { kind: 'broken', line: 2, column: 4 },
    { kind: 'row', line: 3 },
  ])
  expect(await rowsOf('a\nb,"c\nd')).toMatchObject([{ line: 1 }, { kind: 'broken', line: 2, column: 3 }])
  expect(await rowsOf(`a\n"${'x'.repeat(20_000)}"\nb`)).toMatchObject([
    { line: 1 },
    { kind: 'broken', line: 2, column: 1 },
  ])
})

test('what is written comes back, however it is cut and with any delimiter', async () => {
  const table = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 2, maxLength: 4 }))
  const marks = fc.constantFrom(',', '\t', ';')
  await fc.assert(
    fc.asyncProperty(
      table,
      marks,
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      async (rows, mark, end, chunk) => {
        const text = rows
          .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark) + end)
          .join('')
        expect(cellsOf(await rowsOf(text, mark, chunk))).toEqual(rows)
      },
    ),
  )
})

test('no text breaks it', async () => {
  const hostile = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\0', '\uFEFF') })
  await fc.assert(
    fc.asyncProperty(hostile, fc.integer({ min: 1, max: 5 }), async (text, chunk) => {
      expect(await rowsOf(text, ',', chunk)).toEqual(await rowsOf(text))
    }),
  )
})

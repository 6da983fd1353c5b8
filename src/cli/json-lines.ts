import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { UserError } from './fail.ts'
import { linesOf } from './lines-of.ts'

/** A text of a line; its error says what stands there instead. */
export const lineText = z.string({
  error: ({ input }) => (input === undefined ? 'is missing' : `must be text, not ${kindOf(input)}`),
})

export const filledText = lineText.min(1, 'must not be empty')

/** `example` is a line as it should be. */
export function lineObject<Shape extends z.ZodRawShape>(shape: Shape, example: string) {
  return z.object(shape, { error: ({ input }) => `must be a JSON object such as ${example}, not ${kindOf(input)}` })
}

/**
 * A file of one JSON object a line, also gzipped → its rows, line by line; empty lines are passed over. Throws a UserError that
 * names file, line and field for a malformed line and for an id that stood before.
 */
export async function* readJsonLines<Row extends { readonly id: string }>(
  path: string,
  schema: z.ZodType<Row>,
): AsyncGenerator<Row> {
  const lineOfId = new Map<string, number>()
  for await (const { text, number } of numberedLines(path)) {
    if (text.trim() === '') continue
    const row = parseRow(text, `${path}:${number}`, schema)
    const before = lineOfId.get(row.id)
    if (before !== undefined) {
      throw new UserError(`${path}:${number}: id: "${row.id}" stands on line ${before} too; ids must be unique`)
    }
    lineOfId.set(row.id, number)
    yield row
  }
}

async function* numberedLines(path: string): AsyncGenerator<{ text: string; number: number }> {
  let number = 0
  try {
    for await (const bytes of linesOf(openBytes(path))) {
      number += 1
      const text = textOf(bytes, `${path}:${number}`)
      yield { text: number === 1 ? text.replace(/^\uFEFF/, '') : text, number }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw unreadable(path, number, error.code, error.message)
    throw error
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Uint8Array, where: string): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new UserError(`${where}: is not valid UTF-8: save the file as UTF-8`)
  }
}

function openBytes(path: string): Readable {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const unzipped = createGunzip()
  file.on('error', (error) => unzipped.destroy(error))
  return file.pipe(unzipped)
}

function unreadable(path: string, line: number, code: unknown, message: string): UserError {
  if (code === 'ENOENT') return new UserError(`${path}: no such file`)
  if (code === 'EISDIR') return new UserError(`${path}: is a folder; name one .jsonl or .jsonl.gz file`)
  return new UserError(`${path}: cannot be read after line ${line}: ${message}`)
}

function parseRow<Row>(text: string, where: string, schema: z.ZodType<Row>): Row {
  const parsed = schema.safeParse(parseJson(text, where))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`${where}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'cannot be read'}`)
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(`${where}: not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : value === Object(value) ? 'an object' : `a ${typeof value}`
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { UserError } from './fail.ts'

export interface LineWriter {
  /** Resolves when the line is taken, so that a slow reader slows the writer. */
  line(value: unknown): Promise<void>
  close(): Promise<void>
}

/** JSON lines to `path`, or to standard output where none is given. */
export async function openOutput(path: string | undefined): Promise<LineWriter> {
  if (path === undefined) return lineWriter(process.stdout, async () => {})
  const file = createWriteStream(path)
  try {
    await once(file, 'open')
  } catch (error) {
    throw new UserError(`--out ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return lineWriter(file, async () => {
    file.end()
    await finished(file)
  })
}

function lineWriter(stream: Writable, close: () => Promise<void>): LineWriter {
  return {
    async line(value) {
      if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain')
    },
    close,
  }
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
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

/** @throws UserError where `--out` is a file that is to be read: it would be emptied before. */
export async function refuseOverwriting(out: string | undefined, inputs: readonly string[]): Promise<void> {
  const written = out === undefined ? null : await fileAt(out)
  if (written === null) return
  for (const input of inputs) {
    const read = await fileAt(input)
    if (read?.dev === written.dev && read.ino === written.ino)
      throw new UserError(`--out ${out} is the input ${input}, which would be overwritten: name another file`)
  }
}

/** The regular file that a path leads to, whatever links it goes through. */
async function fileAt(path: string) {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found?.isFile() ? found : null
}

function lineWriter(stream: Writable, close: () => Promise<void>): LineWriter {
  return {
    async line(value) {
      if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain')
    },
    close,
  }
}

import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

export interface ArchivedFile {
  /** Its path inside the archive. */
  readonly name: string
  /** At most `maxBytes` and one more, by which it is seen to be longer. */
  readonly bytes: Buffer
}

export const isArchive = (path: string) => /\.(tar|tar\.gz|tgz)$/i.test(path)

/** The files of a tar archive, packed by gzip or not, in its order, one at a time. Throws where the archive is broken. */
export async function* archivedFiles(path: string, maxBytes: number): AsyncGenerator<ArchivedFile> {
  const file = createReadStream(path)
  const entries = extract()
  // What fails on the way ends the entries with its error.
  const ended = () => {}
  if (/\.tar$/i.test(path)) pipeline(file, entries, ended)
  else pipeline(file, createGunzip(), entries, ended)
  for await (const entry of entries) {
    // The package's types do not say what the chunks are.
    const chunks = entry as AsyncIterable<Uint8Array>
    if (entry.header.type === 'file') yield { name: entry.header.name, bytes: await upTo(chunks, maxBytes + 1) }
    entry.resume()
  }
}

async function upTo(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    if (size < most) kept.push(chunk.subarray(0, most - size))
    size += chunk.length
  }
  return Buffer.concat(kept)
}

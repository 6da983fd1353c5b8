import type { Readable, Transform } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { WireMeter } from './response-body.ts'

const packedBytes = 16_384
const startBytes = 8_192
const readMs = 250

// A start is cut off on purpose: without these, zlib would take the missing end for an error and give nothing.
const cutShort = { finishFlush: constants.Z_SYNC_FLUSH }
const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(cutShort),
  'x-gzip': () => createGunzip(cutShort),
  deflate: () => createInflate(cutShort),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
}

/**
 * The first kilobytes of a body that is not wanted in full, as Latin-1; never throws. A short body is read to its end, so that the
 * connection can be used again; whoever sends a long or slow one loses the connection.
 */
export async function bodyStart(body: Readable, contentEncoding: string | null, meter: WireMeter): Promise<string> {
  const giveUp = setTimeout(() => body.destroy(), readMs)
  const packed = await startOf(
    body.on('error', () => {}),
    packedBytes,
    meter,
  )
  clearTimeout(giveUp)
  const unpacker = unpackers[contentEncoding?.trim().toLowerCase() ?? '']?.()
  if (unpacker === undefined || packed.length === 0) return packed.subarray(0, startBytes).toString('latin1')
  unpacker.end(packed)
  return (await startOf(unpacker, startBytes)).toString('latin1')
}

/** What comes before `atMost` bytes, the end, or an error; leaving the loop early destroys the stream. */
async function startOf(stream: Readable, atMost: number, meter?: WireMeter): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk)
      size += chunk.length
      if (meter) meter.wireBytes += chunk.length
      if (size >= atMost) break
    }
  } catch {
    // Cut short or broken: what came until then is the start.
  }
  return Buffer.concat(chunks).subarray(0, atMost)
}

import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

export class BodyTooLarge extends Error {
  readonly code = 'ERR_BODY_TOO_LARGE'
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`)
    this.name = 'BodyTooLarge'
  }
}

/** Counts what bodies cost on the way, packed as they came. */
export interface WireMeter {
  wireBytes: number
}

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const unzip: Decode = promisify(gunzip)
const inflateZlib: Decode = promisify(inflate)
const inflateBare: Decode = promisify(inflateRaw)
// "deflate" means zlib's format, yet some servers send the bare stream: the first byte tells.
const inflateEither: Decode = (bytes, options) =>
  (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateZlib : inflateBare)(bytes, options)

const decoders: Readonly<Record<string, Decode>> = {
  gzip: unzip,
  'x-gzip': unzip,
  deflate: inflateEither,
  br: promisify(brotliDecompress),
}
const codingsAtMost = 2

/** Reads and unpacks a body; the cap holds for the packed and for the unpacked bytes. Throws BodyTooLarge or a zlib error. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  contentEncoding: string | null,
  { maxBytes, meter }: { readonly maxBytes: number; readonly meter: WireMeter },
): Promise<Uint8Array> {
  let bytes = await gather(body, maxBytes, meter)
  for (const decode of decodersFor(contentEncoding)) {
    // An empty body under "Content-Encoding: gzip" is common and means an empty body.
    if (bytes.length > 0) bytes = await decode(bytes, { maxOutputLength: maxBytes })
  }
  return bytes
}

async function gather(body: AsyncIterable<Uint8Array>, maxBytes: number, meter: WireMeter): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    meter.wireBytes += chunk.length
    if (size > maxBytes) throw new BodyTooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

// Codings nobody knows (servers do send "utf-8" or "none" here) are left as they are: the parser judges the bytes.
function decodersFor(contentEncoding: string | null): Decode[] {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
  const known = codings.flatMap((coding) => (Object.hasOwn(decoders, coding) ? (decoders[coding] ?? []) : [])).reverse()
  if (known.length > codingsAtMost) throw new Error(`packed ${known.length} times`)
  return known
}

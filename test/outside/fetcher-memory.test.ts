import type { Socket } from 'node:net'
import { Readable, type Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { constants, createBrotliCompress, createDeflate, createGzip, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveTcp } from './loopback-server.ts'

const mega = 1_000_000
// Server and client share this process; the caps leave some 30 MB to a fetch, the rest is for the collector's moods.
const mostGrowthBytes = 150 * mega

/** 200 MB of nothing, packed without ever being held. */
function packed(packer: Transform): Promise<Buffer> {
  const nothing = Buffer.alloc(mega)
  return buffer(Readable.from(Array.from({ length: 200 }, () => nothing)).pipe(packer))
}

/** Sends `piece` again and again, as fast as it is taken. */
function pour(socket: Socket, piece: string | Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', more)
  more()
}

/** The most by which the process grew while `work` ran. */
async function growthBytes(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  await work().finally(() => clearInterval(timer))
  return Math.max(most, process.memoryUsage.rss()) - before
}

const bomb = async (coding: string, body: Promise<Buffer>) => {
  const bytes = await body
  return (socket: Socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: ${coding}\r\ncontent-length: ${bytes.length}\r\n\r\n`)
    socket.write(bytes)
  }
}
const brotli = () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
const piece = Buffer.alloc(65_536, 'x')

test.each<[string, () => Promise<(socket: Socket) => void>, string]>([
  ['a gzip bomb', () => bomb('gzip', packed(createGzip())), 'too-large'],
  ['a brotli bomb', () => bomb('br', packed(brotli())), 'too-large'],
  ['a deflate bomb', () => bomb('deflate', packed(createDeflate())), 'too-large'],
  [
    'a bomb within a bomb',
    () =>
      bomb(
        'gzip, gzip',
        packed(createGzip()).then((once) => gzipSync(once)),
      ),
    'too-large',
  ],
  ['a bomb under two codings', () => bomb('gzip, br', packed(createGzip()).then(brotliOf)), 'too-large'],
  [
    'a feed of 200 MB that says so',
    async () => (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${200 * mega}\r\n\r\n`)
      pour(socket, piece)
    },
    'too-large',
  ],
  [
    'a feed of 200 MB that does not',
    async () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n')
      pour(socket, piece)
    },
    'too-large',
  ],
  [
    'a refusal of 200 MB',
    async () => (socket) => {
      socket.write(`HTTP/1.1 403 Forbidden\r\ncontent-length: ${200 * mega}\r\n\r\n`)
      pour(socket, piece)
    },
    'blocked',
  ],
  [
    'a flood of headers',
    async () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      pour(socket, `x-flood: ${'y'.repeat(1_000)}\r\n`)
    },
    'too-large',
  ],
  [
    'thousands of tiny headers',
    async () => (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'a:\r\n'.repeat(8_000)}content-length: 0\r\n\r\n`),
    'too-large',
  ],
  [
    'a header that never ends',
    async () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-a: ')
      pour(socket, piece)
    },
    'too-large',
  ],
  [
    'a status line that never ends',
    async () => (socket) => {
      socket.write('HTTP/1.1 200 ')
      pour(socket, piece)
    },
    'timeout',
  ],
  [
    'a flood of trailers',
    async () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n')
      pour(socket, `x-flood: ${'y'.repeat(1_000)}\r\n`)
    },
    'too-large',
  ],
  [
    'hints without an answer',
    async () => (socket) => pour(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
    'timeout',
  ],
  [
    'one byte a second',
    async () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n')
      const timer = setInterval(() => socket.write('x'), 1_000)
      socket.on('close', () => clearInterval(timer))
    },
    'timeout',
  ],
])('%s ends in a reason, in bounded memory', async (_, server, reason) => {
  const answer = await server()
  const { url } = await serveTcp((socket) => socket.once('data', () => answer(socket)))
  const fetcher = fetcherFor({ timeoutMs: reason === 'timeout' ? 2_500 : 20_000 })
  const grown = await growthBytes(async () => {
    const fetched = await fetcher.fetch({ url, wants: 'feed' })
    expect(fetched).toMatchObject({ kind: 'failed', reason })
    expect(fetched.tookMs).toBeLessThan(25_000)
  })
  expect(grown).toBeLessThan(mostGrowthBytes)
})

function brotliOf(bytes: Buffer): Promise<Buffer> {
  return buffer(Readable.from([bytes]).pipe(brotli()))
}

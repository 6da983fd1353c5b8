import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Fate } from './fates.ts'
import { nameItem } from './items.ts'
import type { FarmFeed, FarmPlan } from './plan.ts'
import { headOf, reply } from './reply.ts'

/** What a socket does that no whole answer could; it is over when the promise settles. */
export type Talk = (socket: Socket) => Promise<void>

/** The answer of a feed that gives nothing to read. */
export function troubleOf(plan: FarmPlan, feed: FarmFeed): Buffer | Talk | null {
  const answer = answers[feed.fate]
  return answer === undefined ? null : answer(plan, feed)
}

const page = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
const status = (code: number, headers: Readonly<Record<string, string>> = {}) =>
  reply(code, { 'content-type': 'text/html', ...headers }, page(`Error ${code}`))
const xml = { 'content-type': 'application/rss+xml' }

const answers: Partial<Record<Fate, (plan: FarmPlan, feed: FarmFeed) => Buffer | Talk>> = {
  'status-500': () => status(500),
  'status-502': () => status(502),
  'status-503': () => status(503),
  overloaded: () => status(503, { 'retry-after': '7200' }),
  limited: () => status(429, { 'retry-after': '3600' }),
  'status-401': () => status(401, { 'www-authenticate': 'Basic realm="feeds"' }),
  challenge: () =>
    reply(
      403,
      { 'content-type': 'text/html', server: 'cloudflare', 'cf-mitigated': 'challenge' },
      page('Just a moment...'),
    ),
  'status-404': () => status(404),
  'status-410': () => status(410),
  reset: () => async (socket) => void socket.resetAndDestroy(),
  'hang-up': () => async (socket) => void socket.end(),
  'cut-short': () => async (socket) => {
    socket.end(`${headOf(200, { ...xml, 'transfer-encoding': 'chunked' })}400\r\n<rss version="2.0"><channel>`)
  },
  silence: () => async (socket) => void (await once(socket, 'close')),
  'huge-announced':
    ({ options }) =>
    (socket) =>
      pourItems(socket, options.hugeBytes, { 'content-length': String(options.hugeBytes) }),
  'huge-stream':
    ({ options }) =>
    (socket) =>
      pourItems(socket, options.hugeBytes, { connection: 'close' }),
  'gzip-bomb': ({ options }) => reply(200, { ...xml, 'content-encoding': 'gzip' }, gzipBomb(options.hugeBytes)),
  'entity-bomb': (plan, feed) => reply(200, xml, entityBomb(plan, feed)),
  deep: () => reply(200, xml, `<rss version="2.0"><channel><item>${'<a>'.repeat(100_000)}`),
  'header-flood':
    ({ options }) =>
    (socket) =>
      pour(socket, 'HTTP/1.1 200 OK\r\n', `x-flood: ${'y'.repeat(1_000)}\r\n`, options.hugeBytes),
  drip:
    ({ options }) =>
    async (socket) => {
      socket.write(headOf(200, { ...xml, connection: 'close' }))
      while (!socket.destroyed && socket.write(' ')) await pause(options.dripMs)
    },
  html: () => reply(200, { 'content-type': 'text/html' }, page('Welcome')),
  empty: () => reply(200, xml),
}

const filler = `<item><title>${'One more item. '.repeat(10)}</title></item>\n`

function pourItems(socket: Socket, bytes: number, headers: Readonly<Record<string, string>>): Promise<void> {
  return pour(socket, `${headOf(200, { ...xml, ...headers })}<rss version="2.0"><channel>`, filler, bytes)
}

/** Sends `piece` again and again, as fast as it is taken, until `bytes` were sent or nobody listens. */
async function pour(socket: Socket, start: string, piece: string, bytes: number): Promise<void> {
  const block = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)))
  socket.write(start)
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += block.length) {
    if (!socket.write(block)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
  socket.end()
}

/** Many small members instead of one large: the same to whoever unpacks it, and cheap to make. */
function gzipBomb(bytes: number): Buffer {
  const size = Math.min(bytes, 1_000_000)
  const member = gzipSync(Buffer.alloc(size, ' '))
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / size) }, () => member))
}

function entityBomb(plan: FarmPlan, feed: FarmFeed): string {
  const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`)
  const { key, url } = nameItem(plan, feed, 0)
  return `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities.join('')}]><rss version="2.0"><channel><title>&e9;</title><item><title>&e9;</title><link>${url}</link><guid isPermaLink="${key === url}">${key}</guid><description>&e9;</description></item></channel></rss>`
}

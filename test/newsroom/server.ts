import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Answer, textAnswer, unlessUnchanged } from './answer.ts'
import { answerPath } from './answer-path.ts'
import { type NewsroomArticle, readArticles } from './articles.ts'
import { newsroomCatalogue } from './catalogue.ts'
import { originOf } from './origin.ts'
import type { Outlet } from './outlets.ts'
import { readWorld, type World } from './world.ts'

export interface Newsroom {
  readonly port: number
  /** Where an outlet lives, without a slash at the end. */
  origin(outletId: string): string
  /** The text of a sources.yaml for these hosts. */
  readonly catalogue: string
  articles(): readonly NewsroomArticle[]
  /** From now on pages and feeds say what their outlets corrected. */
  correct(): void
  close(): Promise<void>
}

/** Serves the newsroom on 127.0.0.1, every outlet a virtual host by Host header. Port 0 or none: any free one. */
export async function startNewsroom(options: { readonly port?: number } = {}): Promise<Newsroom> {
  let world = readWorld(0)
  const server = createServer((request, response) => void respond(world, request, response))
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  world = { ...world, port }
  return {
    port,
    origin: (outletId) => originOf(outletId, port),
    catalogue: newsroomCatalogue(port),
    articles: readArticles,
    correct() {
      world = readWorld(port, { isCorrected: true })
    },
    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function respond(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
  const outlet = world.outlets.find(({ id }) => host === `${id}.localhost`)
  if (outlet?.slow) await pause(outlet.slow.firstByteMs)
  const answer = outlet ? answerRequest(world, outlet, request) : textAnswer(404, 'text/plain', 'No such host here.\n')
  // No Date header: two runs at the same port give the same bytes.
  response.sendDate = false
  const length = answer.status === 304 ? {} : { 'content-length': answer.body.byteLength }
  response.writeHead(answer.status, { ...answer.headers, ...length })
  if (request.method === 'HEAD' || answer.status === 304) response.end()
  else await write(response, answer.body, outlet?.slow?.dripMs ?? 0)
}

function answerRequest(world: World, outlet: Outlet, request: IncomingMessage): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...textAnswer(405, 'text/plain', 'GET or HEAD, please.\n'), headers: { allow: 'GET, HEAD' } }
  }
  const path = (request.url ?? '/').replace(/[?#].*$/, '')
  const whole = answerPath(world, outlet, path)
  const since = request.headers['if-modified-since']
  const answer = unlessUnchanged(whole, { etag: request.headers['if-none-match'], since })
  return outlet.gzip && /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? gzipped(answer) : answer
}

function gzipped(answer: Answer): Answer {
  if (answer.body.byteLength === 0) return answer
  return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: gzipSync(answer.body) }
}

const drips = 5

/** A slow host sends its bytes in parts. */
async function write(response: ServerResponse, body: Uint8Array, dripMs: number): Promise<void> {
  const size = dripMs === 0 ? body.byteLength : Math.ceil(body.byteLength / drips)
  for (let sent = 0; sent < body.byteLength && !response.destroyed; sent += size) {
    if (sent > 0) await pause(dripMs)
    response.write(body.subarray(sent, sent + size))
  }
  response.end()
}

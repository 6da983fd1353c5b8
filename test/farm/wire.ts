import type { Socket } from 'node:net'

/** What the farm reads of a request. */
export interface Asked {
  readonly path: string
  readonly etag: string | null
  readonly since: string | null
  /** The connection is not wanted any more. */
  readonly last: boolean
}

const mostHeadBytes = 65_536
const tlsHandshake = 0x16

/** Calls `take` for every GET that arrives. Not node:http: the farm shares its cores with what it measures. */
export function readRequests(socket: Socket, take: (asked: Asked) => void): void {
  let pending = ''
  socket.on('data', (bytes: Buffer) => {
    pending += bytes.toString('latin1')
    if (bytes[0] === tlsHandshake || pending.length > mostHeadBytes) {
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      return
    }
    for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
      const head = pending.slice(0, end)
      pending = pending.slice(end + 4)
      take(read(head))
    }
  })
}

function read(head: string): Asked {
  const start = head.indexOf(' ') + 1
  return {
    path: head.slice(start, head.indexOf(' ', start)),
    etag: /\r\nif-none-match: *([^\r]*)/i.exec(head)?.[1] ?? null,
    since: /\r\nif-modified-since: *([^\r]*)/i.exec(head)?.[1] ?? null,
    last: /\r\nconnection: *close/i.test(head),
  }
}

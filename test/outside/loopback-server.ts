import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Loopback {
  readonly url: string
  readonly port: number
  readonly server: TcpServer
}

/** A web server on a loopback address until the test ends; port 0 takes a free one. */
export async function serveHttp(listener: RequestListener, address = '127.0.0.1', port = 0): Promise<Loopback> {
  const server: Server = createServer(listener)
  onTestFinished(() => server.closeAllConnections())
  return listening(server, address, port)
}

/** A server that speaks what `talk` says, for answers that no web server would give. */
export async function serveTcp(talk: (socket: Socket) => void): Promise<Loopback> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
    talk(socket)
  })
  return listening(server, '127.0.0.1', 0)
}

async function listening(server: TcpServer, address: string, port: number): Promise<Loopback> {
  server.listen(port, address)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const bound = portOf(server.address())
  return { url: `http://${address}:${bound}`, port: bound, server }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

const attempts = 5

/** One socket for each address, all on one port that is free on every one of them; `take` gets the address's index. */
export async function listenOnAll(
  addresses: readonly string[],
  take: (host: number, socket: Socket) => void,
): Promise<Listening> {
  for (let attempt = 1; ; attempt += 1) {
    const opened: Server[] = []
    const sockets = new Set<Socket>()
    try {
      for (const [host, address] of addresses.entries()) {
        const server = createServer({ noDelay: true }, (socket) => {
          sockets.add(socket)
          socket.on('close', () => sockets.delete(socket))
          take(host, socket)
        })
        opened.push(server)
        server.listen(portOf(opened[0]), address)
        await once(server, 'listening')
      }
      return { port: portOf(opened[0]), close: () => closeAll(opened, sockets) }
    } catch (error) {
      await closeAll(opened, sockets)
      if (attempt === attempts) throw error
    }
  }
}

/** 0, any free one, as long as the first server has none yet. */
function portOf(server: Server | undefined): number {
  const address = server?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function closeAll(servers: readonly Server[], sockets: ReadonlySet<Socket>): Promise<void> {
  const listening = servers.filter((server) => server.listening)
  const closed = listening.map((server) => new Promise((done) => server.close(done)))
  for (const socket of sockets) socket.destroy()
  await Promise.all(closed)
}

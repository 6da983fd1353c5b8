import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { reply } from './reply.ts'
import type { Route } from './routes.ts'
import { type Asked, readRequests } from './wire.ts'

export const notFound = reply(404, { 'content-type': 'text/plain' }, 'Nothing here.\n')

/** One address of the farm. */
export class Host {
  /** The most requests that were under way at a time. */
  mostAtOnce = 0
  otherwise: (path: string) => Buffer = () => notFound
  private atOnce = 0
  private readonly idle = new Set<Socket>()
  private readonly routes = new Map<string, Route>()
  private readonly latencyMs: number

  constructor(latencyMs: number) {
    this.latencyMs = latencyMs
  }

  add(route: Route): void {
    this.routes.set(route.path, route)
  }

  /** Waits until the other side has hung up, too: it might else send its next request on a connection that is closing. */
  async hangUp(): Promise<void> {
    await Promise.all(
      [...this.idle].map(async (socket) => {
        const closed = once(socket, 'close')
        socket.end()
        const timer = setTimeout(() => socket.destroy(), 5_000)
        await closed.catch(() => {})
        clearTimeout(timer)
      }),
    )
  }

  greet(socket: Socket): void {
    let open = 0
    const began = () => {
      open += 1
      this.idle.delete(socket)
      this.atOnce += 1
      this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce)
    }
    const ended = (requests: number) => {
      open -= requests
      this.atOnce -= requests
    }
    // Who hangs up has nothing under way any more, however long the answer would have taken.
    socket.on('close', () => {
      ended(open)
      this.idle.delete(socket)
    })
    socket.on('error', () => {})
    readRequests(socket, async (asked) => {
      began()
      await this.serve(socket, asked)
      if (open > 0) ended(1)
      if (open === 0 && !socket.destroyed) this.idle.add(socket)
    })
  }

  private async serve(socket: Socket, asked: Asked): Promise<void> {
    if (this.latencyMs > 0) await pause(this.latencyMs)
    const answer = this.routes.get(asked.path)?.answer(asked) ?? this.otherwise(asked.path)
    if (Buffer.isBuffer(answer)) socket.write(answer)
    else await answer(socket).catch(() => {})
    if (asked.last) socket.end()
  }
}

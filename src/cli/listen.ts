import { once } from 'node:events'
import { createServer } from 'node:http'
import { isIPv6 } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { UserError } from './fail.ts'

export interface Listening {
  readonly url: string
  /** Takes no new request, lets running ones end for a moment, then cuts what is left. */
  close(): Promise<void>
}

export interface Address {
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
}

interface Serving extends Address {
  /** How long requests under way at the end may go on. */
  readonly graceMs?: number
}

/** Serves the app; rejects with a UserError where the address cannot be had. */
export async function listen(app: Pick<Hono, 'fetch'>, { port, host, graceMs = 2_000 }: Serving): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch))
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw refusal(error, { port, host })
  })
  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  const close = async () => {
    const closed = once(server, 'close')
    // Also ends connections that are kept alive with nothing under way.
    server.close()
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearTimeout(cut)
  }
  return { url: `http://${isIPv6(host) ? `[${host}]` : host}:${boundPort}`, close }
}

function refusal(error: NodeJS.ErrnoException, { port, host }: Address): UserError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError(
        `port ${port} on ${host} is in use: choose another with --port, or --port 0 for any free one`,
      )
    case 'EACCES':
      return new UserError(`port ${port} may not be opened by this user: choose one from 1024 up with --port`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError(`${host} is no address of this machine: choose another with --host, such as 127.0.0.1`)
    default:
      return new UserError(`cannot serve on ${host}:${port}: ${error.message}`, 1)
  }
}

import { Agent } from 'undici'
import { type GuardedConnectorOptions, guardedConnector } from './guarded-connector.ts'

export interface AgentLimits {
  readonly firstByteMs: number
  readonly timeoutMs: number
}

const headerBytesAtMost = 65_536
const idleConnectionMs = 2_000

/** Connections, one per origin at a time, that were judged before they were dialled. */
export function guardedAgent(guard: GuardedConnectorOptions, { firstByteMs, timeoutMs }: AgentLimits): Agent {
  return new Agent({
    connect: guardedConnector(guard),
    connections: 1,
    maxHeaderSize: headerBytesAtMost,
    headersTimeout: firstByteMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: idleConnectionMs,
    // A server's own hint would keep sockets of thousands of hosts open for minutes.
    keepAliveMaxTimeout: idleConnectionMs,
  })
}

import { Agent } from 'undici'
import type { Cidr } from './address-guard.ts'
import { guardedConnector, type Lookup } from './guarded-connector.ts'

export interface GuardedAgentOptions {
  readonly allowNet: readonly Cidr[]
  readonly closing: AbortSignal
  readonly firstByteMs: number
  readonly timeoutMs: number
  readonly lookup: Lookup | undefined
}

const headerBytesAtMost = 65_536
const idleConnectionMs = 2_000

/** Connections, one per origin at a time, that were judged before they were dialled. */
export function guardedAgent({ allowNet, closing, firstByteMs, timeoutMs, lookup }: GuardedAgentOptions): Agent {
  return new Agent({
    connect: guardedConnector({ allowNet, closing, ...(lookup ? { lookup } : {}) }),
    connections: 1,
    maxHeaderSize: headerBytesAtMost,
    headersTimeout: firstByteMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: idleConnectionMs,
    // A server's own hint would keep sockets of thousands of hosts open for minutes.
    keepAliveMaxTimeout: idleConnectionMs,
  })
}

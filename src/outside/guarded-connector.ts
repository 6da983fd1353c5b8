import { lookup as dnsLookup } from 'node:dns/promises'
import { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { buildConnector } from 'undici'
import { addressWithoutDns, type Cidr, type ForbiddenWhy, judgeEndpoint, portOf } from './address-guard.ts'

/** A name → all its addresses; rejects with a DNS error code where there are none. */
export type Lookup = (hostname: string) => Promise<readonly string[]>

export class ForbiddenAddress extends Error {
  readonly code = 'ERR_ADDRESS_FORBIDDEN'
  constructor(host: string, address: string, why: ForbiddenWhy) {
    super(`${host} leads to ${address}: ${why}`)
    this.name = 'ForbiddenAddress'
  }
}

export interface GuardedConnectorOptions {
  readonly allowNet: readonly Cidr[]
  readonly lookup?: Lookup | undefined
  /** Ends connections that are still being made. */
  readonly closing?: AbortSignal
  /** Makes the connection to a judged address; a test records here instead of dialling. */
  readonly dial?: buildConnector.connector | undefined
}

const connectTimeoutMs = 10_000
const addressesTried = 4

/**
 * undici asks here for every new connection. Names are resolved here and nowhere else, every answer is judged, and what was
 * judged is what is dialled, so a second, different DNS answer cannot slip in between. Host and TLS server name stay the name.
 */
export function guardedConnector(options: GuardedConnectorOptions): buildConnector.connector {
  const dial = options.dial ?? buildConnector({ timeout: connectTimeoutMs })
  return (target, callback) => {
    connect({ ...options, dial }, target).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

/** IPv4 first: a crawler's host has more often no working IPv6 route than no working IPv4 route. */
export const systemLookup: Lookup = async (hostname) =>
  (await dnsLookup(hostname, { all: true, order: 'ipv4first' })).map(({ address }) => address)

type Settings = GuardedConnectorOptions & { readonly dial: buildConnector.connector }

async function connect(settings: Settings, target: buildConnector.Options): Promise<Socket | TLSSocket> {
  let failure: unknown
  for (const address of await judgedAddresses(settings, target)) {
    try {
      return await dialOne(settings, { ...target, hostname: address })
    } catch (error) {
      failure = error
      if (settings.closing?.aborted) break
    }
  }
  throw failure
}

// One forbidden answer forbids the name: a name that mixes public and private addresses is an attack or a mistake.
async function judgedAddresses(settings: Settings, target: buildConnector.Options): Promise<readonly string[]> {
  const { hostname, protocol, port } = target
  const known = addressWithoutDns(hostname)
  const addresses = known === null ? await (settings.lookup ?? systemLookup)(hostname) : [known]
  if (addresses.length === 0) throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' })
  for (const address of addresses) {
    const verdict = judgeEndpoint(address, portOf(protocol, port), settings.allowNet)
    if (verdict.kind === 'forbidden') throw new ForbiddenAddress(hostname, address, verdict.why)
  }
  return addresses.slice(0, addressesTried)
}

function dialOne({ dial, closing }: Settings, target: buildConnector.Options): Promise<Socket | TLSSocket> {
  return new Promise((resolve, reject) => {
    const abandon = () => attempt instanceof Socket && attempt.destroy(new Error('closing'))
    // buildConnector does answer with the socket, though its type does not say so: without it close() would wait for the timeout.
    const attempt: unknown = dial(target, (error, socket) => {
      closing?.removeEventListener('abort', abandon)
      if (error) reject(error)
      else resolve(socket)
    })
    closing?.addEventListener('abort', abandon)
    if (closing?.aborted) abandon()
  })
}

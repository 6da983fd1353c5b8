import { Agent } from 'undici'
import { judgeUrl, parseCidrs, plainHost } from './address-guard.ts'
import { type Failure, failure } from './answer.ts'
import { boundedTime } from './bounded-time.ts'
import { type Exchange, exchange } from './exchange.ts'
import { failureReason } from './failure-reason.ts'
import { guardedConnector, type Lookup } from './guarded-connector.ts'
import { createHostTurns } from './host-turns.ts'
import type { Fetched, Fetcher, FetchRequest } from './ports.ts'
import { requestHeaders } from './request-headers.ts'

export interface FetcherOptions {
  /** Honest, with an address of contact; a request may bring its own. */
  readonly userAgent: string
  /** Networks that are allowed besides the public internet, such as 127.0.0.0/8. */
  readonly allowNet: readonly string[]
  /** Limit on the requests of one fetch together; waiting for the host's turn does not count. */
  readonly timeoutMs?: number
  readonly firstByteMs?: number
  /** Caps on the body, packed and unpacked. */
  readonly maxBytes?: Readonly<Record<FetchRequest['wants'], number>>
  readonly maxRedirects?: number
  /** Least rest between two requests to one host. */
  readonly perHostGapMs?: number
  readonly lookup?: Lookup
}

export const defaultMaxBytes = { feed: 10_000_000, page: 5_000_000, robots: 512_000 } as const
const idleConnectionMs = 2_000

type Unclocked<T> = T extends unknown ? Omit<T, 'tookMs'> : never
type Outcome = Unclocked<Fetched>

/** The guarded, bounded, polite fetcher. `fetch` rejects with an AbortError when its signal or `close()` ends it, and for nothing else. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { userAgent, timeoutMs = 30_000, firstByteMs = 15_000, maxRedirects = 5 } = options
  const allowNet = parseCidrs(options.allowNet)
  if (!/^[\x20-\x7e]+$/.test(userAgent)) throw new TypeError(`no header can carry this User-Agent: ${userAgent}`)
  const maxBytes = options.maxBytes ?? defaultMaxBytes
  const closing = new AbortController()
  const turns = createHostTurns(options.perHostGapMs ?? 0)
  const agent = new Agent({
    connect: guardedConnector({
      allowNet,
      closing: closing.signal,
      ...(options.lookup ? { lookup: options.lookup } : {}),
    }),
    connections: 1,
    maxHeaderSize: 65_536,
    headersTimeout: firstByteMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: idleConnectionMs,
    // A server's own hint would keep sockets of thousands of hosts open for minutes.
    keepAliveMaxTimeout: idleConnectionMs,
  })

  /** One request in its host's turn, within what is left of the time. */
  function hop(url: string, request: FetchRequest, stop: AbortSignal, spent: { ms: number }): Promise<Exchange> {
    return turns.take(plainHost(new URL(url).hostname), stop, async () => {
      const begun = performance.now()
      try {
        return await boundedTime({ stops: [stop], limitMs: timeoutMs - spent.ms }, (signal) =>
          exchange(agent, url, {
            headers: requestHeaders(request, userAgent),
            maxBytes: maxBytes[request.wants],
            signal,
          }),
        )
      } catch (error) {
        return failed(error)
      } finally {
        spent.ms += performance.now() - begun
      }
    })
  }

  async function follow(request: FetchRequest, stop: AbortSignal, spent: { ms: number }): Promise<Outcome> {
    let url = request.url
    let allPermanent = true
    for (let redirects = 0; ; redirects += 1) {
      const verdict = judgeUrl(url, allowNet)
      if (verdict.kind === 'forbidden') return failure('address-forbidden', `${url.slice(0, 200)}: ${verdict.why}`)
      url = withoutFragment(url)
      const answer = await hop(url, request, stop, spent)
      if (answer.kind !== 'redirect') return located(answer, url, redirects > 0 && allPermanent)
      if (redirects === maxRedirects) return failure('too-many-redirects', `more than ${maxRedirects} redirects`)
      allPermanent &&= answer.permanent
      url = answer.to
    }
  }

  return {
    async fetch(request, signal) {
      const stops = signal ? [signal, closing.signal] : [closing.signal]
      const spent = { ms: 0 }
      try {
        const outcome = await boundedTime({ stops }, (stop) => follow(request, stop, spent))
        return { ...outcome, tookMs: Math.round(spent.ms) }
      } catch (error) {
        if (stops.some((stop) => stop.aborted)) throw new DOMException('The fetch was aborted', 'AbortError')
        throw error
      }
    },
    async close() {
      closing.abort()
      await agent.destroy()
    },
  }
}

function withoutFragment(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}

function failed(error: unknown): Failure {
  const { reason, detail } = failureReason(error)
  return failure(reason, detail)
}

function located(answer: Exclude<Exchange, { kind: 'redirect' }>, url: string, permanent: boolean): Outcome {
  return answer.kind === 'body' ? { ...answer, url, permanentUrl: permanent ? url : null } : answer
}

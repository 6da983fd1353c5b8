import { judgeUrl, parseCidrs, plainHost } from './address-guard.ts'
import { type Failure, failure } from './answer.ts'
import { boundedTime } from './bounded-time.ts'
import { type Exchange, exchange } from './exchange.ts'
import { failureReason } from './failure-reason.ts'
import { guardedAgent } from './guarded-agent.ts'
import type { GuardedConnectorOptions, Lookup } from './guarded-connector.ts'
import { createHostTurns } from './host-turns.ts'
import type { Fetched, Fetcher, FetchRequest } from './ports.ts'
import { requestHeaders } from './request-headers.ts'
import type { WireMeter } from './response-body.ts'

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
  /** Requests under way at a time to the hosts of one registrable domain; hosts of domains that many publishers share count alone. */
  readonly perDomain?: number
  readonly lookup?: Lookup
  /** Makes connections to judged addresses; a test records here instead of dialling. */
  readonly dial?: GuardedConnectorOptions['dial']
}

export const defaultMaxBytes = { feed: 10_000_000, page: 5_000_000, robots: 2_000_000 } as const

type Unmeasured<T> = T extends unknown ? Omit<T, 'tookMs' | 'wireBytes'> : never
type Outcome = Unmeasured<Fetched>

/** What the requests of one fetch cost together. */
interface Spent extends WireMeter {
  ms: number
}

/** The guarded, bounded, polite fetcher. `fetch` rejects with an AbortError when its signal or `close()` ends it, and for nothing else. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { userAgent, timeoutMs = 30_000, firstByteMs = 15_000, maxRedirects = 5 } = options
  const allowNet = parseCidrs(options.allowNet)
  if (!/^[\x20-\x7e]+$/.test(userAgent)) throw new TypeError(`no header can carry this User-Agent: ${userAgent}`)
  const maxBytes = options.maxBytes ?? defaultMaxBytes
  const closing = new AbortController()
  const turns = createHostTurns({ gapMs: options.perHostGapMs ?? 0, perDomain: options.perDomain ?? 2 })
  const agent = guardedAgent(
    { allowNet, closing: closing.signal, lookup: options.lookup, dial: options.dial },
    { firstByteMs, timeoutMs },
  )

  /** One request in its host's turn, within what is left of the time. */
  function hop(url: string, request: FetchRequest, stops: readonly AbortSignal[], spent: Spent): Promise<Exchange> {
    const host = hostOf(url)
    // Other hosts on the way did not ask for this one's rest.
    const restMs = host === hostOf(request.url) ? (request.restMs ?? 0) : 0
    return turns.take(host, { signals: stops, restMs }, async () => {
      const begun = performance.now()
      try {
        return await boundedTime({ stops, limitMs: timeoutMs - spent.ms }, (signal) =>
          exchange(agent, url, {
            headers: requestHeaders(request, userAgent),
            maxBytes: maxBytes[request.wants],
            signal,
            meter: spent,
          }),
        )
      } catch (error) {
        return failed(error)
      } finally {
        spent.ms += performance.now() - begun
      }
    })
  }

  async function follow(request: FetchRequest, stops: readonly AbortSignal[], spent: Spent): Promise<Outcome> {
    let url = request.url
    let allPermanent = true
    for (let redirects = 0; ; redirects += 1) {
      const verdict = judgeUrl(url, allowNet)
      if (verdict.kind === 'forbidden') return failure('address-forbidden', `${url.slice(0, 200)}: ${verdict.why}`)
      url = withoutFragment(url)
      const answer = await hop(url, request, stops, spent)
      if (answer.kind === 'failed') return answer
      if (answer.kind !== 'redirect')
        return { ...answer, url, permanentUrl: redirects > 0 && allPermanent ? url : null }
      if (redirects === maxRedirects) return failure('too-many-redirects', `more than ${maxRedirects} redirects`)
      allPermanent &&= answer.permanent && !leavesHttps(url, answer.to)
      url = answer.to
    }
  }

  return {
    async fetch(request, signal) {
      const stops = signal ? [signal, closing.signal] : [closing.signal]
      const spent = { ms: 0, wireBytes: 0 }
      try {
        const outcome = await follow(request, stops, spent)
        return { ...outcome, tookMs: Math.round(spent.ms), wireBytes: spent.wireBytes }
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

function hostOf(url: string): string {
  return plainHost(new URL(url).hostname)
}

// Whoever sits on an unencrypted hop could answer it with a move of their own: no word to build on.
function leavesHttps(from: string, to: string): boolean {
  return from.startsWith('https:') && !to.startsWith('https:')
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

import type { Dispatcher } from 'undici'
import type { Challenge } from '../feed/challenge.ts'
import type { FetchFailure, Validators } from './ports.ts'
import { retryAfterSeconds } from './retry-after.ts'

export type Headers = Dispatcher.ResponseData['headers']

export interface Failure {
  readonly kind: 'failed'
  readonly reason: FetchFailure
  readonly status: number | null
  readonly detail: string
  readonly retryAfterSeconds: number | null
  readonly challenge: Challenge | null
}

/** What a response's status line and headers say, before its body is read. */
export type Answer =
  | { readonly kind: 'has-body' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'redirect'; readonly to: string; readonly permanent: boolean }
  | Failure

const redirects = new Set([301, 302, 303, 307, 308])
const permanent = new Set([301, 308])
const refusals = new Set([401, 403, 451])

export function answerOf(
  status: number,
  headers: Headers,
  asked: { readonly url: string; readonly conditional: boolean },
): Answer {
  if (status >= 200 && status < 300) return { kind: 'has-body' }
  if (status === 304 && asked.conditional) return { kind: 'unchanged' }
  if (redirects.has(status)) return redirectFrom(asked.url, status, header(headers, 'location'))
  return failedStatus(status, retryAfterSeconds(header(headers, 'retry-after'), new Date()))
}

export function failure(reason: FetchFailure, detail: string, status: number | null = null): Failure {
  return { kind: 'failed', reason, status, detail, retryAfterSeconds: null, challenge: null }
}

/** A header's only or first value; null where absent. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** A header's values, one for each line of it. */
export function headerLines(headers: Headers, name: string): readonly string[] {
  return [headers[name] ?? []].flat()
}

export function validatorsIn(headers: Headers): Validators {
  return { etag: sendable(header(headers, 'etag')), lastModified: sendable(header(headers, 'last-modified')) }
}

/** A validator we can send back word for word; null where it holds what no header may carry. */
export function sendable(value: string | null): string | null {
  return value !== null && /^[\x20-\x7e]{1,1024}$/.test(value) ? value : null
}

function redirectFrom(url: string, status: number, location: string | null): Answer {
  // Header bytes arrive as Latin-1; most servers that do not escape send UTF-8.
  const target = location === null ? null : Buffer.from(location, 'latin1').toString('utf8')
  if (target === null || !URL.canParse(target, url))
    return failure('protocol', `HTTP ${status} without a usable Location`, status)
  return { kind: 'redirect', to: new URL(target, url).href, permanent: permanent.has(status) }
}

function failedStatus(status: number, retryAfter: number | null): Failure {
  return { ...failure(reasonOf(status, retryAfter !== null), `HTTP ${status}`, status), retryAfterSeconds: retryAfter }
}

// A 503 that names no time is an outage like any other; with Retry-After it is a request to slow down.
function reasonOf(status: number, saysWhen: boolean): FetchFailure {
  if (status === 410) return 'gone'
  if (status === 429 || (status === 503 && saysWhen)) return 'rate-limited'
  if (refusals.has(status)) return 'blocked'
  if (status >= 400 && status < 500) return 'http-4xx'
  return status >= 500 && status < 600 ? 'http-5xx' : 'protocol'
}

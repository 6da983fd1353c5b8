import { type Dispatcher, request } from 'undici'
import type { OptOutHeaders } from '../article/opt-outs.ts'
import { challengeOf } from '../feed/challenge.ts'
import {
  type Answer,
  answerOf,
  type Failure,
  failure,
  type Headers,
  header,
  headerLines,
  validatorsIn,
} from './answer.ts'
import { bodyStart } from './body-start.ts'
import { maxAgeSeconds } from './max-age.ts'
import type { Validators } from './ports.ts'
import { isConditional } from './request-headers.ts'
import { BodyTooLarge, readBody, type WireMeter } from './response-body.ts'

interface Freshness {
  readonly validators: Validators
  readonly maxAgeSeconds: number | null
}

/** What one request brought: a body, or what its status said. */
export type Exchange =
  | Extract<Answer, { kind: 'redirect' }>
  | Failure
  | (Freshness & { readonly kind: 'unchanged' })
  | (Freshness & {
      readonly kind: 'body'
      readonly status: number
      readonly contentType: string | null
      readonly optOutHeaders: OptOutHeaders
      readonly bytes: Uint8Array
    })

export interface ExchangeOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  readonly signal: AbortSignal
  readonly meter: WireMeter
}

// Their bytes are capped by the client; thousands of tiny ones would still cost time wherever headers are looked through.
const headersAtMost = 256

/** One GET without redirects. Throws what undici, the connector and zlib throw. */
export async function exchange(dispatcher: Dispatcher, url: string, options: ExchangeOptions): Promise<Exchange> {
  const response = await request(url, { dispatcher, headers: options.headers, signal: options.signal })
  const { statusCode, headers } = response
  const answer = answerOf(statusCode, headers, { url, conditional: isConditional(options.headers) })
  if (countOf(headers) > headersAtMost) {
    response.body.on('error', () => {}).destroy()
    return failure('too-large', `more than ${headersAtMost} headers`, statusCode)
  }
  if (answer.kind === 'has-body') return withBody(response, options)
  if (answer.kind === 'unchanged') {
    // A 304 has no body; to read its start as that of a refusal costs as much as the request.
    await response.body.dump()
    return { ...answer, ...freshness(headers) }
  }
  const start = await bodyStart(response.body, header(headers, 'content-encoding'), options.meter)
  return answer.kind === 'redirect' ? answer : { ...answer, challenge: challengeOf(statusCode, headers, start) }
}

async function withBody(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  options: ExchangeOptions,
): Promise<Exchange> {
  if (Number(header(headers, 'content-length')) > options.maxBytes) {
    body.on('error', () => {}).destroy()
    throw new BodyTooLarge(options.maxBytes)
  }
  const bytes = await readBody(body, header(headers, 'content-encoding'), options)
  const contentType = header(headers, 'content-type')
  const optOutHeaders = {
    robotsTags: headerLines(headers, 'x-robots-tag'),
    tdmReservations: headerLines(headers, 'tdm-reservation'),
  }
  return { kind: 'body', status: statusCode, contentType, optOutHeaders, ...freshness(headers), bytes }
}

function freshness(headers: Headers): Freshness {
  const age = header(headers, 'age')
  return { validators: validatorsIn(headers), maxAgeSeconds: maxAgeSeconds(header(headers, 'cache-control'), age) }
}

function countOf(headers: Headers): number {
  return Object.values(headers).reduce((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0)
}

import { type Dispatcher, request } from 'undici'
import { type Answer, answerOf, header, validatorsIn } from './answer.ts'
import type { Validators } from './ports.ts'
import { isConditional } from './request-headers.ts'
import { BodyTooLarge, readBody } from './response-body.ts'

/** What one request brought: a body, or what its status said. */
export type Exchange =
  | Exclude<Answer, { kind: 'has-body' }>
  | {
      readonly kind: 'body'
      readonly status: number
      readonly contentType: string | null
      readonly validators: Validators
      readonly bytes: Uint8Array
    }

export interface ExchangeOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  readonly signal: AbortSignal
}

const drainBytes = 16_384
const drainMs = 250

/** One GET without redirects. Throws what undici, the connector and zlib throw. */
export async function exchange(dispatcher: Dispatcher, url: string, options: ExchangeOptions): Promise<Exchange> {
  const response = await request(url, { dispatcher, headers: options.headers, signal: options.signal })
  const answer = answerOf(response.statusCode, response.headers, { url, conditional: isConditional(options.headers) })
  if (answer.kind === 'has-body') return withBody(response, options.maxBytes)
  await drain(response.body)
  return answer
}

async function withBody({ statusCode, headers, body }: Dispatcher.ResponseData, maxBytes: number): Promise<Exchange> {
  if (Number(header(headers, 'content-length')) > maxBytes) {
    body.on('error', () => {}).destroy()
    throw new BodyTooLarge(maxBytes)
  }
  const bytes = await readBody(body, header(headers, 'content-encoding'), maxBytes)
  return {
    kind: 'body',
    status: statusCode,
    contentType: header(headers, 'content-type'),
    validators: validatorsIn(headers),
    bytes,
  }
}

// A short rest is read so that the connection can be used again; whoever sends a long or slow one loses the connection.
async function drain(body: Dispatcher.ResponseData['body']): Promise<void> {
  await body.dump({ limit: drainBytes, signal: AbortSignal.timeout(drainMs) }).catch(() => {})
}

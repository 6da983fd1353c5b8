import OpenAI, { APIConnectionError, APIError } from 'openai'
import { type Dispatcher, fetch as undiciFetch } from 'undici'
import { judgeUrl, parseCidrs } from './address-guard.ts'
import { failureReason } from './failure-reason.ts'
import { guardedAgent } from './guarded-agent.ts'
import type { Asked, Model, ModelAnswer } from './ports.ts'
import { redactText } from './redact.ts'

export interface ModelOptions {
  /** Of the API, such as http://127.0.0.1:11434/v1. */
  readonly url: string
  readonly key: string | null
  readonly name: string
  readonly userAgent: string
  /** Networks that may be asked besides the public internet and loopback, on which an endpoint of one's own often is. */
  readonly allowNet: readonly string[]
  readonly timeoutMs?: number
  readonly maxRetries?: number
  /** An endpoint that failed is left alone so long; it doubles with each failure on end, up to ten minutes. */
  readonly restMs?: number
}

const loopback = ['127.0.0.0/8', '::1/128']
const bytesAtMost = 2_000_000
const restAtMostMs = 600_000
const tokensOfAnswer = 4_000
/** No question and answer cost more, whatever an endpoint says. */
const tokensAtMost = 1_000_000

type Failed = Extract<ModelAnswer, { kind: 'failed' }>

/** An OpenAI-compatible `/chat/completions` endpoint that answers with JSON of a schema. Never rejects, and never waits for a dead one. */
export function createModel(options: ModelOptions): Model {
  const { timeoutMs = 90_000, maxRetries = 2, restMs = 15_000 } = options
  const allowNet = parseCidrs([...options.allowNet, ...loopback])
  const closing = new AbortController()
  const agent = guardedAgent({ allowNet, closing: closing.signal }, { firstByteMs: timeoutMs, timeoutMs })
  const client = new OpenAI({
    ...{ apiKey: options.key ?? 'none', baseURL: options.url, timeout: timeoutMs, maxRetries },
    defaultHeaders: { 'user-agent': options.userAgent },
    fetch: (input, init) => boundedFetch(agent, String(input), init as RequestInit),
  })
  let takesSchema = true
  let failures = 0
  let restsUntil = 0

  async function ask(asked: Asked, signal: AbortSignal): Promise<ModelAnswer> {
    const { system, user, schema } = asked
    try {
      const completion = await client.chat.completions.create(
        {
          ...{ model: options.name, temperature: 0, max_tokens: tokensOfAnswer },
          messages: [
            { role: 'system', content: takesSchema ? system : `${system}\nSchema:\n${JSON.stringify(schema)}` },
            { role: 'user', content: user },
          ],
          response_format: takesSchema
            ? { type: 'json_schema', json_schema: { name: 'bundle', strict: true, schema: { ...schema } } }
            : { type: 'json_object' },
        },
        { signal },
      )
      return answerIn(completion)
    } catch (error) {
      if (signal.aborted) return failed('aborted', null, 'ended before the answer')
      // Endpoints that know no schemas refuse the request: from then on the schema stands in the words.
      if (error instanceof APIError && error.status === 400 && takesSchema) {
        takesSchema = false
        return ask(asked, signal)
      }
      return failureOf(error)
    }
  }

  return {
    name: options.name,
    async write(asked, signal) {
      const verdict = judgeUrl(options.url, allowNet)
      if (verdict.kind === 'forbidden') return failed('address-forbidden', null, verdict.why)
      if (Date.now() < restsUntil) return failed('resting', null, 'it failed a moment ago')
      const stops = AbortSignal.any(signal ? [signal, closing.signal] : [closing.signal])
      const answer = await ask(asked, stops)
      const isDown = answer.kind === 'failed' && answer.reason !== 'aborted' && answer.reason !== 'malformed'
      failures = isDown ? failures + 1 : 0
      restsUntil = isDown ? Date.now() + Math.min(restAtMostMs, restMs * 2 ** (failures - 1)) : 0
      return answer
    },
    async close() {
      closing.abort()
      await agent.destroy()
    },
  }
}

const failed = (reason: Failed['reason'], status: number | null, detail: string): Failed => ({
  ...{ kind: 'failed', reason, status, detail },
})

/** No redirects, and no more bytes than an answer can have. */
async function boundedFetch(dispatcher: Dispatcher, url: string, init: RequestInit): Promise<Response> {
  const asked = { ...(init as Parameters<typeof undiciFetch>[1]), dispatcher, redirect: 'error' as const }
  const response = await undiciFetch(url, asked)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > bytesAtMost) throw new Error(`the answer is longer than ${bytesAtMost} bytes`)
    chunks.push(chunk)
  }
  const headers = Object.fromEntries(response.headers.entries())
  return new Response(Buffer.concat(chunks), { status: response.status, headers })
}

function answerIn(completion: OpenAI.Chat.ChatCompletion): ModelAnswer {
  const [choice] = completion.choices ?? []
  const tokens = completion.usage?.total_tokens ?? 0
  const text = choice?.message?.content ?? ''
  if (choice?.finish_reason === 'length') return failed('malformed', 200, 'the answer was cut off')
  try {
    return {
      kind: 'answer',
      value: JSON.parse(unfenced(text), (_, value: unknown) => (typeof value === 'string' ? textOnly(value) : value)),
      tokens: Number.isFinite(tokens) ? Math.min(tokensAtMost, Math.max(0, Math.round(tokens))) : 0,
    }
  } catch {
    return failed('malformed', 200, 'the answer is no JSON')
  }
}

/** Without characters that Postgres does not store or that act on more than their own text; the joiners of scripts stay. */
const textOnly = (text: string) => text.replace(/(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')

/** Some models wrap JSON into a code block. */
const unfenced = (text: string) => text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '')

/** Messages of the endpoint are not repeated: some hold the key. */
function failureOf(error: unknown): Failed {
  if (error instanceof APIConnectionError) {
    const { reason, detail } = failureReason(error.cause ?? error)
    return failed(error.message.includes('timed out') ? 'timeout' : reason, null, redactText(detail))
  }
  if (!(error instanceof APIError))
    return failed('protocol', null, redactText(error instanceof Error ? error.message : String(error)))
  const status = error.status ?? null
  const detail = status === null ? 'no answer' : `answered with status ${status}`
  if (status === 429) return failed('rate-limited', status, detail)
  if (status === 401 || status === 403) return failed('blocked', status, detail)
  return failed(
    status !== null && status >= 500 ? 'http-5xx' : status !== null && status >= 400 ? 'http-4xx' : 'protocol',
    status,
    detail,
  )
}

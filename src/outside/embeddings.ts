import { setTimeout as sleep } from 'node:timers/promises'
import { type Dispatcher, request } from 'undici'
import { z } from 'zod'
import { judgeUrl, parseCidrs } from './address-guard.ts'
import { boundedTime } from './bounded-time.ts'
import { failureReason } from './failure-reason.ts'
import { guardedAgent } from './guarded-agent.ts'
import type { Embedded, Embeddings } from './ports.ts'
import { redactText } from './redact.ts'
import { readBody } from './response-body.ts'
import { retryAfterSeconds } from './retry-after.ts'

export interface EmbeddingsOptions {
  /** Of the API, to which `/embeddings` is added; such as http://127.0.0.1:11434/v1. */
  readonly url: string
  readonly key: string | null
  readonly model: string
  readonly userAgent: string
  /** Networks that may be asked besides the public internet and loopback, on which an endpoint of one's own often is. */
  readonly allowNet: readonly string[]
  readonly timeoutMs?: number
  /** Rest before the second try; it doubles. A server's own Retry-After counts where it is longer, up to `restAtMostMs`. */
  readonly restMs?: number
  readonly restAtMostMs?: number
}

const loopback = ['127.0.0.0/8', '::1/128']
const textsAtOnce = 64
const charactersAtMost = 2_000
const bytesAtMost = 20_000_000
const dimensionsAtMost = 16_384
const tries = 3

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(dimensionsAtMost) })),
})

type Failed = Extract<Embedded, { kind: 'failed' }>
type Attempt = Embedded | (Failed & { readonly again: true; readonly waitMs: number })

/** An OpenAI-compatible `/embeddings` endpoint. Texts go in batches, one request at a time; a redirect is a failure. */
export function createEmbeddings(options: EmbeddingsOptions): Embeddings {
  const { timeoutMs = 30_000, restMs = 500, restAtMostMs = 10_000 } = options
  const endpoint = `${options.url.replace(/\/+$/, '')}/embeddings`
  const allowNet = parseCidrs([...options.allowNet, ...loopback])
  const closing = new AbortController()
  const agent = guardedAgent({ allowNet, closing: closing.signal }, { firstByteMs: timeoutMs, timeoutMs })

  async function ask(texts: readonly string[], stops: readonly AbortSignal[]): Promise<Attempt> {
    const verdict = judgeUrl(endpoint, allowNet)
    if (verdict.kind === 'forbidden') return failed('address-forbidden', null, verdict.why)
    try {
      return await boundedTime({ stops, limitMs: timeoutMs }, (signal) =>
        exchange(agent, endpoint, { ...options, texts, signal }),
      )
    } catch (error) {
      if (stops.some((stop) => stop.aborted)) throw error
      const { reason, detail } = failureReason(error)
      return { ...failed(reason, null, redactText(detail)), again: true, waitMs: 0 }
    }
  }

  async function askAgain(texts: readonly string[], stops: readonly AbortSignal[]): Promise<Embedded> {
    for (let tried = 1; ; tried += 1) {
      const { again, waitMs, ...answer } = { again: false, waitMs: 0, ...(await ask(texts, stops)) }
      if (!again || tried === tries) return answer
      const rest = Math.min(Math.max(waitMs, restMs * 2 ** (tried - 1)), restAtMostMs)
      await sleep(rest, undefined, { signal: AbortSignal.any([...stops]) })
    }
  }

  return {
    async embed(texts, signal) {
      const stops = signal ? [signal, closing.signal] : [closing.signal]
      const vectors: (readonly number[])[] = []
      try {
        for (let at = 0; at < texts.length; at += textsAtOnce) {
          const answer = await askAgain(texts.slice(at, at + textsAtOnce), stops)
          if (answer.kind === 'failed') return answer
          vectors.push(...answer.vectors)
        }
      } catch (error) {
        if (stops.some((stop) => stop.aborted)) return failed('aborted', null, 'ended before the answer')
        throw error
      }
      return ofOneLength(vectors)
        ? { kind: 'vectors', vectors }
        : failed('not-vectors', null, 'vectors of several lengths')
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

interface Asked extends Pick<EmbeddingsOptions, 'key' | 'model' | 'userAgent'> {
  readonly texts: readonly string[]
  readonly signal: AbortSignal
}

/** One POST. Bodies of errors are not looked at: some repeat the key. */
async function exchange(dispatcher: Dispatcher, endpoint: string, asked: Asked): Promise<Attempt> {
  const { key, model, userAgent, texts, signal } = asked
  const response = await request(endpoint, {
    ...{ dispatcher, signal, method: 'POST' },
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json', 'user-agent': userAgent },
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model, input: texts.map(sendable), encoding_format: 'float' }),
  })
  const { statusCode, headers, body } = response
  if (statusCode !== 200) {
    body.on('error', () => {}).destroy()
    return refusal(statusCode, headers['retry-after'])
  }
  const bytes = await readBody(body, null, { maxBytes: bytesAtMost, meter: { wireBytes: 0 } })
  return vectorsIn(Buffer.from(bytes).toString('utf8'), texts.length)
}

/** Endpoints refuse an empty text, and half a surrogate pair is no JSON. */
const sendable = (text: string) => text.slice(0, charactersAtMost).toWellFormed().trim() || '-'

function refusal(status: number, retryAfter: string | string[] | undefined): Attempt {
  const detail = `answered with status ${status}`
  const waitMs = (retryAfterSeconds([retryAfter].flat()[0] ?? null, new Date(Date.now())) ?? 0) * 1000
  if (status === 429) return { ...failed('rate-limited', status, detail), again: true, waitMs }
  if (status >= 500) return { ...failed('http-5xx', status, detail), again: true, waitMs }
  if (status === 401 || status === 403) return failed('blocked', status, detail)
  return failed(status >= 400 ? 'http-4xx' : 'protocol', status, detail)
}

function vectorsIn(text: string, count: number): Embedded {
  const parsed = answerSchema.safeParse(parsedJson(text))
  if (!parsed.success) return failed('not-vectors', 200, 'the answer is no list of embeddings')
  const vectors = [...parsed.data.data].sort((a, b) => a.index - b.index)
  if (vectors.length !== count || vectors.some(({ index }, at) => index !== at))
    return failed('not-vectors', 200, `asked for ${count} vectors, got ${vectors.length} or others`)
  return { kind: 'vectors', vectors: vectors.map(({ embedding }) => embedding) }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const ofOneLength = (vectors: readonly (readonly number[])[]) => new Set(vectors.map(({ length }) => length)).size < 2

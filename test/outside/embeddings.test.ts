import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createEmbeddings, type EmbeddingsOptions } from '../../src/outside/embeddings.ts'
import { serveHttp } from './loopback-server.ts'

const key = 'sk-invented-key-of-the-test'

interface Asked {
  readonly model: string
  readonly input: string[]
}
type Reply = (asked: Asked, response: ServerResponse, request: IncomingMessage, turn: number) => void

async function endpoint(reply: Reply, options: Partial<EmbeddingsOptions> = {}) {
  let turns = 0
  const { url } = await serveHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      turns += 1
      reply(JSON.parse(Buffer.concat(chunks).toString()), response, request, turns)
    })
  })
  const settings = {
    key,
    model: 'small',
    userAgent: 'test',
    allowNet: [],
    timeoutMs: 2_000,
    restMs: 1,
    restAtMostMs: 20,
  }
  const embeddings = createEmbeddings({ url: `${url}/v1/`, ...settings, ...options })
  onTestFinished(() => embeddings.close())
  return { embeddings, turns: () => turns }
}

/** Two numbers a text, by its length; in an order that is not that of the texts. */
function vectorsOf({ input }: Asked) {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: [text.length, 1] }))
  return JSON.stringify({ object: 'list', data: data.reverse(), usage: { total_tokens: 1 } })
}

const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Reply =>
  (_, response) =>
    response.writeHead(code, headers).end(body)

test('asks with model and key, in batches, and gives the vectors in the order of the texts', async () => {
  const asked: [number, string | undefined, string | undefined, string][] = []
  const { embeddings } = await endpoint((body, response, request) => {
    asked.push([body.input.length, request.url, request.headers.authorization, body.model])
    response.end(vectorsOf(body))
  })
  const texts = Array.from({ length: 130 }, (_, at) => 'x'.repeat(at + 1))
  const answer = await embeddings.embed(texts)
  expect(answer).toEqual({ kind: 'vectors', vectors: texts.map((text) => [text.length, 1]) })
  expect(asked).toEqual([64, 64, 2].map((size) => [size, '/v1/embeddings', `Bearer ${key}`, 'small']))
})

test('no text is empty or without end, and none means no request', async () => {
  const seen: string[] = []
  const { embeddings, turns } = await endpoint((body, response) => {
    seen.push(...body.input)
    response.end(vectorsOf(body))
  })
  expect(await embeddings.embed([])).toEqual({ kind: 'vectors', vectors: [] })
  expect(turns()).toBe(0)
  await embeddings.embed(['  ', 'y'.repeat(9_000), 'half \ud83d'])
  expect(seen).toEqual(['-', 'y'.repeat(2_000), 'half \ufffd'])
})

test.each([
  [429, { 'retry-after': '1' }],
  [500, {}],
  [503, {}],
])('after %i it tries again', async (code, headers) => {
  const { embeddings, turns } = await endpoint((body, response, request, turn) => {
    if (turn < 3) status(code, headers)(body, response, request, turn)
    else response.end(vectorsOf(body))
  })
  expect(await embeddings.embed(['one'])).toEqual({ kind: 'vectors', vectors: [[3, 1]] })
  expect(turns()).toBe(3)
})

test.each([
  [429, 'rate-limited', 3],
  [502, 'http-5xx', 3],
  [401, 'blocked', 1],
  [400, 'http-4xx', 1],
  [302, 'protocol', 1],
])('%i for ever is %s after %i tries', async (code, reason, tries) => {
  const { embeddings, turns } = await endpoint(status(code, { location: '/elsewhere' }, `wrong key ${key}`))
  const answer = await embeddings.embed(['one'])
  expect(answer).toMatchObject({ kind: 'failed', reason, status: code })
  expect(JSON.stringify(answer)).not.toContain(key)
  expect(turns()).toBe(tries)
})

test.each([
  ['no JSON', () => '<html>'],
  ['another document', () => '{"error":{}}'],
  ['too few vectors', () => JSON.stringify({ data: [{ index: 0, embedding: [1] }] })],
  ['one vector twice', () => JSON.stringify({ data: [0, 0].map((index) => ({ index, embedding: [1] })) })],
  [
    'vectors of two lengths',
    () => JSON.stringify({ data: [[1], [1, 2]].map((embedding, index) => ({ index, embedding })) }),
  ],
  ['an empty vector', () => JSON.stringify({ data: [0, 1].map((index) => ({ index, embedding: [] })) })],
  ['words for numbers', () => JSON.stringify({ data: [0, 1].map((index) => ({ index, embedding: ['a'] })) })],
])('%s is not vectors', async (_, body) => {
  const { embeddings } = await endpoint((_, response) => response.end(body()))
  expect(await embeddings.embed(['one', 'two'])).toMatchObject({ kind: 'failed', reason: 'not-vectors' })
})

test('an endpoint that never answers, or never ends, is given up', async () => {
  const { embeddings, turns } = await endpoint((_, response, __, turn) => void (turn > 1 && response.write('{')), {
    timeoutMs: 150,
  })
  expect(await embeddings.embed(['one'])).toMatchObject({ kind: 'failed', reason: 'timeout' })
  expect(turns()).toBe(3)
})

test('an answer without end is cut off', async () => {
  const { embeddings } = await endpoint(
    (_, response) => {
      const chunk = Buffer.alloc(4_000_000, 0x20)
      response.on('drain', () => response.write(chunk)).on('error', () => {})
      response.write(chunk)
    },
    { timeoutMs: 10_000 },
  )
  expect(await embeddings.embed(['one'])).toMatchObject({ kind: 'failed', reason: 'too-large' })
})

test('whoever stops does not wait for the answer', async () => {
  const stop = new AbortController()
  const { embeddings } = await endpoint(() => stop.abort(), { timeoutMs: 60_000 })
  expect(await embeddings.embed(['one'], stop.signal)).toMatchObject({ kind: 'failed', reason: 'aborted' })
})

test('the endpoint is judged as every address is', async () => {
  const settings = { key, model: 'small', userAgent: 'test', allowNet: [] }
  const embeddings = createEmbeddings({ url: 'http://somebody:word@127.0.0.1:9/v1', ...settings })
  onTestFinished(() => embeddings.close())
  expect(await embeddings.embed(['one'])).toMatchObject({ kind: 'failed', reason: 'address-forbidden' })
})

test('where nobody listens it is refused', async () => {
  const { server, url } = await serveHttp(() => {})
  await new Promise((resolve) => server.close(resolve))
  const settings = { key, model: 'small', userAgent: 'test', allowNet: [], restMs: 1 }
  const embeddings = createEmbeddings({ url, ...settings })
  onTestFinished(() => embeddings.close())
  expect(await embeddings.embed(['one'])).toMatchObject({ kind: 'failed', reason: 'refused' })
})

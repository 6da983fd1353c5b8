import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createModel, type ModelOptions } from '../../src/outside/model.ts'
import type { Model } from '../../src/outside/ports.ts'
import { type ModelServer, startModelServer } from '../model/model-server.ts'

let server: ModelServer
const opened: Model[] = []
beforeAll(async () => {
  server = await startModelServer()
})
beforeEach(() => {
  server.questions.length = 0
})
afterAll(async () => {
  for (const model of opened) await model.close()
  await server.close()
})

function model(options: Partial<ModelOptions> = {}): Model {
  const made = createModel({
    ...{ url: server.url, key: 'secret-key', name: 'test', userAgent: 'Parallax/0.1', allowNet: [] },
    ...{ timeoutMs: 300, maxRetries: 1, restMs: 60_000, ...options },
  })
  opened.push(made)
  return made
}

const asked = {
  system: 'Write.',
  user: 'BEGIN\nEND',
  schema: { type: 'object', properties: {}, additionalProperties: false },
}

test('an answer of the schema comes back with its tokens; the key goes as a bearer', async () => {
  server.answer = () => ({ json: { headline: 'x' } })
  expect(await model().write(asked)).toEqual({ kind: 'answer', value: { headline: 'x' }, tokens: 100 })
  expect(server.questions).toHaveLength(1)
  expect(server.questions[0]).toMatchObject({
    ...{ authorization: 'Bearer secret-key', system: 'Write.' },
    schema: { type: 'json_schema', json_schema: { strict: true, schema: asked.schema } },
  })
})

test('an endpoint that knows no schemas is told it in words, from then on at once', async () => {
  server.answer = ({ schema }) =>
    JSON.stringify(schema).includes('json_schema') ? { status: 400 } : { text: '```json\n{"a":1}\n```' }
  const plain = model()
  expect(await plain.write(asked)).toMatchObject({ kind: 'answer', value: { a: 1 } })
  expect(await plain.write(asked)).toMatchObject({ kind: 'answer' })
  expect(server.questions.map(({ schema }) => Object(schema).type)).toEqual([
    'json_schema',
    'json_object',
    'json_object',
  ])
  expect(server.questions[1]?.system).toContain('"additionalProperties":false')
})

test('what is no JSON is malformed, and the endpoint is asked again the next time', async () => {
  server.answer = () => ({ text: 'Certainly! Here is' })
  const chatty = model()
  expect(await chatty.write(asked)).toMatchObject({ kind: 'failed', reason: 'malformed' })
  server.answer = () => ({ json: {} })
  expect(await chatty.write(asked)).toMatchObject({ kind: 'answer' })
})

test.each([
  [500, 'http-5xx'],
  [429, 'rate-limited'],
  [401, 'blocked'],
  [404, 'http-4xx'],
] as const)('status %d is %s; after it the endpoint rests', async (status, reason) => {
  server.answer = () => ({ status })
  const failing = model()
  const answer = await failing.write(asked)
  expect(answer).toEqual({ kind: 'failed', reason, status, detail: `answered with status ${status}` })
  const before = server.questions.length
  expect(await failing.write(asked)).toMatchObject({ reason: 'resting' })
  expect(server.questions).toHaveLength(before)
})

test('an endpoint that never answers is given up after its time, and not waited for again', async () => {
  server.answer = () => 'nothing'
  const dead = model({ maxRetries: 0 })
  const began = performance.now()
  expect(await dead.write(asked)).toMatchObject({ kind: 'failed', reason: 'timeout' })
  expect(performance.now() - began).toBeLessThan(3_000)
  const again = performance.now()
  expect(await dead.write(asked)).toMatchObject({ reason: 'resting' })
  expect(performance.now() - again).toBeLessThan(50)
})

test('a private address is never asked', async () => {
  expect(await model({ url: 'http://10.0.0.1/v1' }).write(asked)).toMatchObject({ reason: 'address-forbidden' })
})

test('an end from outside ends the question', async () => {
  server.answer = () => 'nothing'
  const stop = new AbortController()
  const answer = model({ timeoutMs: 20_000 }).write(asked, stop.signal)
  setTimeout(() => stop.abort(), 50)
  expect(await answer).toMatchObject({ reason: 'aborted' })
})

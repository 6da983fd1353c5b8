import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import type { Reading } from '../../src/api/reading.ts'
import { readingOf } from './reading-of.ts'

const now = () => new Date('2026-03-12T06:00:00Z')

async function health(reading: Reading) {
  const response = await createApp({ reading, now }).request('/healthz')
  return { code: response.status, ...(await response.json()) }
}

test('a service with its database is 200 and says what it holds', async () => {
  expect(await health(readingOf({}))).toEqual({
    code: 200,
    status: 'ok',
    database: 'ok',
    feeds: { declared: 16, failing: 2 },
    articles: 61,
    stories: 12,
    bundles: 0,
    lastFetchAt: '2026-03-12T05:59:00.000Z',
  })
})

test('a service without its database is 503, whether the store says so or fails', async () => {
  const unavailable = { code: 503, status: 'unavailable', database: 'unreachable' }
  expect(await health(readingOf({ health: { database: 'unreachable' } }))).toMatchObject(unavailable)
  const failing = { ...readingOf({}), health: () => Promise.reject(new Error('connection refused')) }
  expect(await health(failing)).toMatchObject(unavailable)
})

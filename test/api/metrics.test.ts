import { expect, test } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { createMeters } from '../../src/outside/meters.ts'
import { readingOf } from './reading-of.ts'

const appWith = (token: string | null) => {
  const meters = createMeters()
  meters.polled({ outcome: 'changed', bytes: 2048, parseMs: 3, lateMs: 1500 })
  meters.polled({ outcome: 'timeout', bytes: null, parseMs: null, lateMs: -20 })
  meters.settled('paywalled')
  meters.gauge({
    name: 'parallax_queue_jobs',
    help: 'Hosts in the queue',
    label: 'state',
    read: async () => ({ waiting: 7 }),
  })
  const metrics = { text: () => meters.text(), token }
  return createApp({ reading: readingOf({}), now: () => new Date('2026-03-12T06:00:00Z'), metrics })
}

test('a scraper gets polls by outcome, bytes, parse time, lateness, pages and what is waiting', async () => {
  const response = await appWith(null).request('/metrics')
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await response.text()
  for (const line of [
    'parallax_feed_polls_total{outcome="changed"} 1',
    'parallax_feed_polls_total{outcome="timeout"} 1',
    'parallax_feed_bytes_total 2048',
    'parallax_feed_parse_seconds_bucket{le="0.005"} 1',
    'parallax_feed_late_seconds_count 2',
    'parallax_feed_late_seconds_sum 1.5',
    'parallax_pages_total{outcome="paywalled"} 1',
    'parallax_queue_jobs{state="waiting"} 7',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
})

test('where a token is set, only who sends it is answered', async () => {
  const app = appWith('s3cret')
  for (const sent of [undefined, 'Bearer wrong', 'Bearer', 's3cret', 'Basic s3cret']) {
    const refused = await app.request('/metrics', sent === undefined ? {} : { headers: { Authorization: sent } })
    expect(refused.status, sent).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    expect(await refused.text()).not.toContain('parallax_feed')
  }
  const answered = await app.request('/metrics', { headers: { Authorization: 'Bearer s3cret' } })
  expect(answered.status).toBe(200)
})

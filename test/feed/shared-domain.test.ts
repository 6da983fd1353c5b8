import { expect, test } from 'vitest'
import { sharedDomain } from '../../src/feed/shared-domain.ts'
import { timed } from '../cpu-time.ts'

test.each([
  ['www.harbour.example', 'harbour.example'],
  ['harbour.example', 'harbour.example'],
  ['feeds.bbci.co.uk', 'bbci.co.uk'],
  ['rss.news.example.com.au', 'example.com.au'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
])('%s shares the limits of %s', (host, domain) => {
  expect(sharedDomain(host)).toBe(domain)
})

test.each([
  'harbour.wordpress.com',
  'harbour.substack.com',
  'harbour.medium.com',
  'feeds.feedburner.com',
  'harbour.blogspot.com',
  'harbour.github.io',
  'd111111abcdef8.cloudfront.net',
  'bucket.s3.amazonaws.com',
  's3.amazonaws.com',
  'harbour.hatenablog.com',
  'courier.localhost',
  'a.courier.localhost',
  'localhost',
  '127.0.0.1',
  '127.3.2.1',
  '::1',
  '2606:4700::1111',
  'co.uk',
  'com',
  '',
])('%s counts alone', (host) => {
  expect(sharedDomain(host)).toBeNull()
})

test('is cheap enough to ask once a request', async () => {
  const { cpuMs } = await timed(() => {
    for (let n = 0; n < 10_000; n += 1) sharedDomain(`feeds${n}.outlet${n}.co.uk`)
  })
  expect(cpuMs).toBeLessThan(2_000)
})

import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveHttp } from './loopback-server.ts'

const validators = { etag: '"7"', lastModified: null }

test('a 304 says where it was found, what it now goes by and for how long', async () => {
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/old') res.writeHead(301, { location: '/new' }).end()
    else res.writeHead(304, { etag: '"8"', 'cache-control': 'public, max-age=600', age: '100' }).end()
  })
  const fetcher = fetcherFor({})
  const moved = await fetcher.fetch({ url: `${url}/old`, wants: 'feed', validators })
  expect(moved).toEqual({
    kind: 'unchanged',
    url: `${url}/new`,
    permanentUrl: `${url}/new`,
    validators: { etag: '"8"', lastModified: null },
    maxAgeSeconds: 500,
    wireBytes: 0,
    tookMs: expect.any(Number),
  })
  const direct = await fetcher.fetch({ url: `${url}/new`, wants: 'feed', validators })
  expect(direct).toMatchObject({ kind: 'unchanged', permanentUrl: null })
})

test('a body says how long it stays fresh', async () => {
  const { url } = await serveHttp((_, res) => res.setHeader('cache-control', 'max-age=1800').end('<rss/>'))
  expect(await fetcherFor({}).fetch({ url, wants: 'feed' })).toMatchObject({ kind: 'body', maxAgeSeconds: 1_800 })
})

test('counts the bytes of all hops as they came, whatever became of them', async () => {
  const packed = gzipSync('<rss>'.repeat(10_000))
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/hop') res.writeHead(302, { location: '/feed' }).end('x'.repeat(100))
    else if (req.url === '/feed') res.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
    else res.writeHead(404).end('y'.repeat(50))
  })
  const fetcher = fetcherFor({ maxBytes: { feed: 60_000, page: 40_000, robots: 1 } })
  const read = await fetcher.fetch({ url: `${url}/hop`, wants: 'feed' })
  expect(read).toMatchObject({ kind: 'body', wireBytes: 100 + packed.length })
  const tooLarge = await fetcher.fetch({ url: `${url}/feed`, wants: 'page' })
  expect(tooLarge).toMatchObject({ kind: 'failed', reason: 'too-large', wireBytes: packed.length })
  expect(await fetcher.fetch({ url, wants: 'feed' })).toMatchObject({ kind: 'failed', status: 404, wireBytes: 50 })
  expect(await fetcher.fetch({ url: 'ftp://news.example/', wants: 'feed' })).toMatchObject({ wireBytes: 0 })
})

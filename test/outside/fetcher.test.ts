import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { buildConnector } from 'undici'
import { expect, test } from 'vitest'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveHttp } from './loopback-server.ts'

test('brings a body with its validators and says honestly who asks for what', async () => {
  const asked: unknown[] = []
  const { url } = await serveHttp((req, res) => {
    asked.push({ path: req.url, agent: req.headers['user-agent'], accept: req.headers.accept?.split(',')[0] })
    res.setHeader('etag', 'W/"7"').setHeader('last-modified', 'Mon, 02 Nov 2026 10:00:00 GMT')
    res.setHeader('content-type', 'application/rss+xml').end('<rss/>')
  })
  const fetcher = fetcherFor({ userAgent: 'Parallax/0.1 (+https://desk.example/)' })
  const fetched = await fetcher.fetch({ url: `${url}/feed?a=1#top`, wants: 'feed' })
  expect(fetched).toMatchObject({
    kind: 'body',
    status: 200,
    url: `${url}/feed?a=1`,
    permanentUrl: null,
    contentType: 'application/rss+xml',
    validators: { etag: 'W/"7"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' },
  })
  expect(fetched.kind === 'body' && new TextDecoder().decode(fetched.bytes)).toBe('<rss/>')
  await fetcher.fetch({ url: `${url}/page`, wants: 'page', userAgent: 'Other/2 (+https://desk.example/)' })
  expect(asked).toEqual([
    { path: '/feed?a=1', agent: 'Parallax/0.1 (+https://desk.example/)', accept: 'application/rss+xml' },
    { path: '/page', agent: 'Other/2 (+https://desk.example/)', accept: 'text/html' },
  ])
})

test('a 304 nobody asked for is a broken answer', async () => {
  const conditions: unknown[] = []
  const { url } = await serveHttp((req, res) => {
    conditions.push([req.headers['if-none-match'], req.headers['if-modified-since']])
    res.writeHead(304).end()
  })
  const fetcher = fetcherFor({})
  const validators = { etag: '"7"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' }
  expect(await fetcher.fetch({ url, wants: 'feed', validators })).toMatchObject({ kind: 'unchanged' })
  expect(await fetcher.fetch({ url, wants: 'feed', validators: { etag: 'a\nb', lastModified: null } })).toMatchObject({
    kind: 'failed',
    reason: 'protocol',
    status: 304,
  })
  expect(conditions).toEqual([
    ['"7"', 'Mon, 02 Nov 2026 10:00:00 GMT'],
    [undefined, undefined],
  ])
})

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['deflate, gzip', (text: string) => gzipSync(deflateSync(text))],
  ['utf-8', (text: string) => Buffer.from(text)],
])('unpacks %s', async (coding, pack) => {
  const { url } = await serveHttp((req, res) => {
    expect(req.headers['accept-encoding']).toBe('gzip, br, deflate')
    res.writeHead(200, { 'content-encoding': coding }).end(pack('<rss>ü</rss>'))
  })
  const fetched = await fetcherFor({}).fetch({ url, wants: 'feed' })
  expect(fetched.kind === 'body' && new TextDecoder().decode(fetched.bytes)).toBe('<rss>ü</rss>')
})

test.each([
  [400, 'http-4xx'],
  [401, 'blocked'],
  [403, 'blocked'],
  [404, 'http-4xx'],
  [410, 'gone'],
  [418, 'http-4xx'],
  [451, 'blocked'],
  [429, 'rate-limited'],
  [500, 'http-5xx'],
  [503, 'http-5xx'],
  [300, 'protocol'],
  [302, 'protocol'],
  [999, 'protocol'],
])('status %i is %s', async (status, reason) => {
  const { url } = await serveHttp((_, res) => res.writeHead(status).end('sorry'))
  const fetched = await fetcherFor({}).fetch({ url, wants: 'page' })
  expect(fetched).toMatchObject({ kind: 'failed', reason, status, retryAfterSeconds: null })
})

test.each([
  [429, '120', 120],
  [503, '120', 120],
  [503, '999999999999', 86_400],
  [404, '60', 60],
])('status %i with Retry-After %s asks for %i s', async (status, header, seconds) => {
  const { url } = await serveHttp((_, res) => res.writeHead(status, { 'retry-after': header }).end())
  const fetched = await fetcherFor({}).fetch({ url, wants: 'feed' })
  const reason = status === 404 ? 'http-4xx' : 'rate-limited'
  expect(fetched).toMatchObject({ kind: 'failed', reason, retryAfterSeconds: seconds })
})

test('a chain of permanent redirects is adopted, one temporary hop spoils it', async () => {
  const { url } = await serveHttp((req, res) => {
    const [status, to] =
      { '/a': [301, '/b'] as const, '/b': [308, '/end'] as const, '/c': [302, '/b'] as const }[req.url ?? ''] ?? []
    if (status) res.writeHead(status, { location: to }).end('moved')
    else res.end(req.headers['if-none-match'])
  })
  const fetcher = fetcherFor({})
  const validators = { etag: '"7"', lastModified: null }
  const permanent = await fetcher.fetch({ url: `${url}/a`, wants: 'feed', validators })
  expect(permanent).toMatchObject({ kind: 'body', url: `${url}/end`, permanentUrl: `${url}/end` })
  expect(permanent.kind === 'body' && new TextDecoder().decode(permanent.bytes)).toBe('"7"')
  expect(await fetcher.fetch({ url: `${url}/c`, wants: 'feed' })).toMatchObject({
    url: `${url}/end`,
    permanentUrl: null,
  })
  expect(await fetcher.fetch({ url: `${url}/end`, wants: 'feed' })).toMatchObject({
    url: `${url}/end`,
    permanentUrl: null,
  })
})

test('a permanent move that passes through plain http, or ends there, is none to build on', async () => {
  const { port } = await serveHttp((req, res) => {
    const to = { '/a': 'http://b', '/b': 'https://c', '/d': 'https://c', '/e': 'http://c' }[req.url ?? '']
    if (to) res.writeHead(301, { location: `${to}.localhost:${port}/${to.at(-1)}` }).end()
    else res.end('there')
  })
  // Dials without TLS whatever the URL says: what counts here is what redirects name.
  const plain = buildConnector({})
  const fetcher = fetcherFor({ dial: (target, callback) => plain({ ...target, protocol: 'http:' }, callback) })
  const adopted = async (url: string) => {
    const fetched = await fetcher.fetch({ url, wants: 'feed' })
    return fetched.kind === 'body' ? fetched.permanentUrl : fetched
  }
  expect(await adopted(`https://d.localhost:${port}/d`)).toBe(`https://c.localhost:${port}/c`)
  expect(await adopted(`http://e.localhost:${port}/e`)).toBe(`http://c.localhost:${port}/c`)
  expect(await adopted(`https://a.localhost:${port}/a`)).toBeNull()
  expect(await adopted(`https://e.localhost:${port}/e`)).toBeNull()
})

test('endless redirects end, and five are followed', async () => {
  let asked = 0
  const { url } = await serveHttp((req, res) => {
    asked += 1
    const step = Number(req.url?.slice(1))
    if (step === 5) res.end('there')
    else res.writeHead(302, { location: `/${step + 1}` }).end()
  })
  const fetcher = fetcherFor({})
  expect(await fetcher.fetch({ url: `${url}/0`, wants: 'feed' })).toMatchObject({ kind: 'body', url: `${url}/5` })
  asked = 0
  expect(await fetcher.fetch({ url: `${url}/6`, wants: 'feed' })).toMatchObject({
    kind: 'failed',
    reason: 'too-many-redirects',
  })
  expect(asked).toBe(6)
})

test('an unescaped UTF-8 Location is understood', async () => {
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/') res.writeHead(302, { location: Buffer.from('/bücher').toString('latin1') }).end()
    else res.end(req.url)
  })
  expect(await fetcherFor({}).fetch({ url, wants: 'page' })).toMatchObject({ kind: 'body', url: `${url}/b%C3%BCcher` })
})

test('brings the headers that carry opt-outs, a value for each line of them', async () => {
  const { url } = await serveHttp((_, res) => {
    res.setHeader('x-robots-tag', ['noarchive', 'otherbot: noai']).setHeader('tdm-reservation', '1').end('text')
  })
  expect(await fetcherFor({}).fetch({ url, wants: 'page' })).toMatchObject({
    optOutHeaders: { robotsTags: ['noarchive', 'otherbot: noai'], tdmReservations: ['1'] },
  })
})

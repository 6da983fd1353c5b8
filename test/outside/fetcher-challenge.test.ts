import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveHttp, serveTcp } from './loopback-server.ts'

const page = `<title>Just a moment...</title>${'<p>Checking your browser'.repeat(3_000)}`

test.each([
  ['plain', undefined, Buffer.from(page)],
  ['gzip', 'gzip', gzipSync(page)],
  ['br', 'br', brotliCompressSync(page)],
  ['deflate', 'deflate', deflateSync(page)],
  ['a coding nobody knows', 'utf-8', Buffer.from(page)],
  ['cut short', 'gzip', gzipSync(page).subarray(0, 200)],
])('a challenge is known by the start of its page: %s', async (_, coding, body) => {
  const { url } = await serveHttp((_, res) =>
    res.writeHead(403, coding === undefined ? {} : { 'content-encoding': coding }).end(body),
  )
  const fetched = await fetcherFor({}).fetch({ url, wants: 'feed' })
  expect(fetched).toMatchObject({ kind: 'failed', reason: 'blocked', status: 403, challenge: 'cloudflare' })
})

test('and by its headers', async () => {
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/login') res.writeHead(401, { 'www-authenticate': 'Basic realm="desk"' }).end()
    else res.writeHead(429, { 'set-cookie': ['a=1', 'datadome=x; Path=/'] }).end()
  })
  const fetcher = fetcherFor({})
  expect(await fetcher.fetch({ url: `${url}/login`, wants: 'feed' })).toMatchObject({ challenge: 'login' })
  expect(await fetcher.fetch({ url, wants: 'feed' })).toMatchObject({
    reason: 'rate-limited',
    challenge: 'datadome',
  })
})

test('a refusal that never ends, or unpacks to far more, is read no further than its start', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const { url } = await serveHttp((_, res) => res.writeHead(403, { 'content-encoding': 'gzip' }).end(bomb))
  const endless = await serveTcp((socket) =>
    socket.once('data', () => {
      socket.write('HTTP/1.1 403 Forbidden\r\ncontent-length: 90000000\r\n\r\n')
      const pour = () => {
        while (!socket.destroyed && socket.write('captcha '.repeat(1_000)));
      }
      socket.on('drain', pour)
      pour()
    }),
  )
  const fetcher = fetcherFor({})
  const [unpacked, poured] = await Promise.all(
    [url, endless.url].map((from) => fetcher.fetch({ url: from, wants: 'feed' })),
  )
  expect(unpacked).toMatchObject({ reason: 'blocked', challenge: null })
  expect(poured).toMatchObject({ reason: 'blocked', challenge: 'captcha' })
  for (const fetched of [unpacked, poured]) expect(fetched?.wireBytes).toBeLessThan(200_000)
})

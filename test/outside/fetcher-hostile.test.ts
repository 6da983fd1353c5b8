import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { buildConnector } from 'undici'
import { expect, test } from 'vitest'
import { fetchFailures } from '../../src/outside/ports.ts'
import { fetcherFor } from './fetcher-under-test.ts'
import { hostileUrls } from './hostile-addresses.ts'
import { serveHttp, serveTcp } from './loopback-server.ts'

// 127.0.0.1 plays the public internet here, 127.0.0.2 a private network.
const onlyFirst = { allowNet: ['127.0.0.1/32'] }

test('a redirect into a private network is not followed', async () => {
  let reached = 0
  const inner = await serveHttp((_, res) => {
    reached += 1
    res.end('secret')
  }, '127.0.0.2')
  const spellings = [
    inner.url,
    `http://127.2:${inner.port}`,
    `http://0x7f000002:${inner.port}`,
    `http://[::ffff:127.0.0.2]:${inner.port}`,
  ]
  const targets = [...spellings, 'file:///etc/passwd', 'http://169.254.169.254/', 'gopher://127.0.0.1/']
  const { url } = await serveHttp((req, res) =>
    res.writeHead(302, { location: targets[Number(req.url?.slice(1))] }).end(),
  )
  const fetcher = fetcherFor(onlyFirst)
  for (const index of targets.keys())
    expect(await fetcher.fetch({ url: `${url}/${index}`, wants: 'page' }), targets[index]).toMatchObject({
      kind: 'failed',
      reason: 'address-forbidden',
    })
  expect(reached).toBe(0)
})

test('a name that is rebound to a private address after the first answer is not followed', async () => {
  let reached = 0
  const outer = await serveHttp((_, res) => res.setHeader('connection', 'close').end('public'))
  const inner = (_: unknown, res: ServerResponse) => {
    reached += 1
    res.end('secret')
  }
  await serveHttp(inner, '127.0.0.2', outer.port)
  const answers = ['127.0.0.1', '127.0.0.2']
  let asked = 0
  const fetcher = fetcherFor({ ...onlyFirst, lookup: async () => [answers[asked++] ?? '127.0.0.2'] })
  const url = `http://rebind.example:${outer.port}/`
  expect(await fetcher.fetch({ url, wants: 'page' })).toMatchObject({ kind: 'body' })
  // Asked once for the first connection: what was judged is what was dialled.
  expect(asked).toBe(1)
  expect(await fetcher.fetch({ url, wants: 'page' })).toMatchObject({ kind: 'failed', reason: 'address-forbidden' })
  expect([asked, reached]).toEqual([2, 0])
})

test('every hostile URL is refused with a reason before anything is dialled', async () => {
  const dialled: unknown[] = []
  const fetcher = fetcherFor({
    allowNet: [],
    dial: (target, callback) => {
      dialled.push(target.hostname)
      callback(new Error('recorded, not dialled'), null)
    },
  })
  for (const url of hostileUrls)
    expect(await fetcher.fetch({ url, wants: 'feed' }), url).toMatchObject({
      kind: 'failed',
      reason: 'address-forbidden',
      tookMs: 0,
    })
  expect(dialled).toEqual([])
})

test('no hostile URL is dialled as the target of a redirect', async () => {
  const targets = hostileUrls.map((target) => Buffer.from(target).toString('latin1'))
  const { url } = await serveHttp((req, res) => {
    const target = targets[Number(req.url?.slice(1))]
    res.socket?.end(`HTTP/1.1 302 Found\r\nlocation: ${target}\r\ncontent-length: 0\r\n\r\n`)
  }, '127.0.0.9')
  const dialled = new Set<string>()
  const toServer = buildConnector({})
  const fetcher = fetcherFor({
    allowNet: ['127.0.0.9/32'],
    dial: (target, callback) => {
      dialled.add(target.hostname)
      if (target.hostname === '127.0.0.9') toServer(target, callback)
      else callback(new Error('recorded, not dialled'), null)
    },
  })
  for (const [index, target] of hostileUrls.entries())
    expect((await fetcher.fetch({ url: `${url}/${index}`, wants: 'feed' })).kind, target).toBe('failed')
  expect([...dialled]).toEqual(['127.0.0.9'])
})

test('a body over the cap is too large, announced or not, and the cap is per kind', async () => {
  const { url } = await serveHttp((req, res) => {
    if (req.url === '/announced') res.setHeader('content-length', 2_000)
    res.write('x'.repeat(1_000))
    res.end('x'.repeat(1_000))
  })
  const fetcher = fetcherFor({ maxBytes: { feed: 1_999, page: 2_000, robots: 10 } })
  for (const path of ['/announced', '/chunked']) {
    expect(await fetcher.fetch({ url: url + path, wants: 'feed' })).toMatchObject({
      kind: 'failed',
      reason: 'too-large',
    })
    expect(await fetcher.fetch({ url: url + path, wants: 'page' })).toMatchObject({ kind: 'body' })
  }
})

test('one byte at a time does not outlast the time limit, in the body, the headers or an error page', async () => {
  const drip = async (prefix: string, timeoutMs = 400) => {
    const { url } = await serveTcp((socket) => {
      socket.write(prefix)
      const timer = setInterval(() => socket.write('x'), 50)
      socket.on('close', () => clearInterval(timer))
    })
    return fetcherFor({ timeoutMs }).fetch({ url, wants: 'feed' })
  }
  const [body, headers, page] = await Promise.all([
    drip('HTTP/1.1 200 OK\r\n\r\n'),
    drip('HTTP/1.1 200 OK\r\nx-a: '),
    drip('HTTP/1.1 404 Not Found\r\ncontent-length: 1000\r\n\r\n', 600_000),
  ])
  for (const dripped of [body, headers]) expect(dripped).toMatchObject({ kind: 'failed', reason: 'timeout' })
  expect(page).toMatchObject({ kind: 'failed', reason: 'http-4xx', status: 404 })
})

test('the time limit holds for all hops together', async () => {
  const { url } = await serveHttp((_, res) => setTimeout(() => res.writeHead(302, { location: '/on' }).end(), 150))
  const fetched = await fetcherFor({ timeoutMs: 400 }).fetch({ url, wants: 'feed' })
  // Were it a limit on each hop, it would end with too many redirects.
  expect(fetched).toMatchObject({ kind: 'failed', reason: 'timeout' })
})

test('silence ends with the limit on the first byte, a hanging DNS with the time limit', async () => {
  const { url } = await serveHttp(() => {})
  const silent = await fetcherFor({ firstByteMs: 200 }).fetch({ url, wants: 'feed' })
  expect(silent).toMatchObject({ kind: 'failed', reason: 'timeout' })
  const hanging = fetcherFor({ timeoutMs: 200, lookup: () => new Promise(() => {}) })
  expect(await hanging.fetch({ url: 'http://news.example/', wants: 'feed' })).toMatchObject({ reason: 'timeout' })
})

test('headers of 60 kB are read, of 80 kB are too large', async () => {
  const { url } = await serveTcp((socket) =>
    socket.on('data', (asked) => {
      const kilobytes = Number(/GET \/(\d+)/.exec(asked.toString())?.[1])
      socket.end(`HTTP/1.1 200 OK\r\n${`x-flood: ${'y'.repeat(989)}\r\n`.repeat(kilobytes)}\r\nbody`)
    }),
  )
  const fetcher = fetcherFor({})
  expect(await fetcher.fetch({ url: `${url}/60`, wants: 'feed' })).toMatchObject({ kind: 'body' })
  expect(await fetcher.fetch({ url: `${url}/80`, wants: 'feed' })).toMatchObject({ reason: 'too-large' })
})

test('refused, unknown names and broken TLS have reasons of their own', async () => {
  const { url, port } = await serveHttp((_, res) => res.end())
  const fetcher = fetcherFor({})
  expect(await fetcher.fetch({ url: `http://127.0.0.9:${port}/`, wants: 'feed' })).toMatchObject({ reason: 'refused' })
  expect(await fetcher.fetch({ url: 'http://nowhere.example/', wants: 'feed' })).toMatchObject({ reason: 'dns' })
  expect(await fetcher.fetch({ url: url.replace('http:', 'https:'), wants: 'feed' })).toMatchObject({ reason: 'tls' })
})

test.each([
  ['a hang-up', ''],
  ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['a body cut short', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'],
  ['a chunk cut short', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nshort'],
  ['a gzip that is none', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-encoding: gzip\r\n\r\nplain'],
  ['three codings', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-encoding: gzip, gzip, gzip\r\n\r\nplain'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nplain!'],
  ['a redirect to nowhere', 'HTTP/1.1 302 Found\r\nlocation: http://[\r\ncontent-length: 0\r\n\r\n'],
  ['an unasked upgrade', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'],
])('%s is a protocol failure', async (_, answer) => {
  const { url } = await serveTcp((socket) => socket.once('data', () => socket.end(answer, 'latin1')))
  expect(await fetcherFor({}).fetch({ url, wants: 'feed' })).toMatchObject({ kind: 'failed', reason: 'protocol' })
})

test('whatever a server answers, the fetcher answers with an outcome', async () => {
  let answer = ''
  const { url } = await serveTcp((socket) => socket.once('data', () => socket.end(answer, 'latin1')))
  const fetcher = fetcherFor({ timeoutMs: 2_000 })
  const status = fc.constantFrom('200 OK', '301 Moved', '304 Not Modified', '429 Slow', '500 No', '099 ?', '')
  const name = fc.constantFrom(
    'location',
    'content-encoding',
    'content-length',
    'transfer-encoding',
    'etag',
    'retry-after',
    'x',
  )
  const header = fc.tuple(name, fc.oneof(fc.string(), fc.constantFrom('gzip', 'chunked', '-1', '1e9', '\xff\xfe')))
  await fc.assert(
    fc.asyncProperty(status, fc.array(header, { maxLength: 4 }), fc.string(), async (line, headers, body) => {
      answer = `HTTP/1.1 ${line}\r\n${headers.map((pair) => pair.join(': ')).join('\r\n')}\r\n\r\n${body}`
      const fetched = await fetcher.fetch({ url, wants: 'feed', validators: { etag: '"1"', lastModified: null } })
      if (fetched.kind === 'failed') expect(fetchFailures).toContain(fetched.reason)
    }),
    { numRuns: 150 },
  )
})

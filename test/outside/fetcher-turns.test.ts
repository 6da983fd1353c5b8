import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createFetcher } from '../../src/outside/fetcher.ts'
import { createHostTurns } from '../../src/outside/host-turns.ts'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveHttp } from './loopback-server.ts'

/** Answers after `ms` and counts how many requests were open at once, per host and in all. */
function overlapCounter(ms: number) {
  const open = new Map<string, number>()
  const most = { perHost: 0, inAll: 0 }
  const listener = async (req: IncomingMessage, res: ServerResponse) => {
    const host = req.headers.host?.split(':')[0] ?? ''
    open.set(host, (open.get(host) ?? 0) + 1)
    most.perHost = Math.max(most.perHost, ...open.values())
    most.inAll = Math.max(
      most.inAll,
      [...open.values()].reduce((sum, count) => sum + count, 0),
    )
    await sleep(ms)
    open.set(host, (open.get(host) ?? 0) - 1)
    res.end('ok')
  }
  return { listener, most }
}

test('one request at a time per host, whatever its ports; hosts side by side', async () => {
  const { listener, most } = overlapCounter(50)
  const servers = [await serveHttp(listener), await serveHttp(listener)]
  const fetcher = fetcherFor({})
  const urls = servers.flatMap(({ port }) =>
    ['one', 'two', 'three'].flatMap((name) =>
      Array.from({ length: 4 }, (_, i) => `http://${name}.localhost:${port}/${i}`),
    ),
  )
  const fetched = await Promise.all(urls.map((url) => fetcher.fetch({ url, wants: 'page' })))
  expect(fetched.map(({ kind }) => kind)).toEqual(urls.map(() => 'body'))
  expect(most.perHost).toBe(1)
  expect(most.inAll).toBeGreaterThan(1)
})

test('a redirect waits for its own host’s turn and leaves the first host free', async () => {
  const { listener, most } = overlapCounter(20)
  const { port } = await serveHttp((req, res) => {
    if (req.url === '/start') res.writeHead(302, { location: `http://target.localhost:${port}/` }).end()
    else void listener(req, res)
  })
  const fetcher = fetcherFor({})
  const starts = Array.from({ length: 5 }, (_, i) => `http://from${i}.localhost:${port}/start`)
  const fetched = await Promise.all(starts.map((url) => fetcher.fetch({ url, wants: 'page' })))
  expect(fetched.every(({ kind }) => kind === 'body')).toBe(true)
  expect(most).toEqual({ perHost: 1, inAll: 1 })
})

test('keeps the gap between two requests to one host', async () => {
  const begun: number[] = []
  const { url } = await serveHttp((_, res) => {
    begun.push(performance.now())
    res.end()
  })
  const fetcher = fetcherFor({ perHostGapMs: 120 })
  await Promise.all([1, 2, 3].map(() => fetcher.fetch({ url, wants: 'page' })))
  const gaps = begun.slice(1).map((time, index) => time - (begun[index] ?? 0))
  for (const gap of gaps) expect(gap).toBeGreaterThan(115)
})

test('a host rests as long as its request says, the hosts that it redirects to do not', async () => {
  const begun: { host: string; at: number }[] = []
  const { port } = await serveHttp((req, res) => {
    const host = req.headers.host?.split('.')[0] ?? ''
    begun.push({ host, at: performance.now() })
    if (host === 'from') res.writeHead(302, { location: `http://to.localhost:${port}/` }).end()
    else res.end()
  })
  const fetcher = fetcherFor({})
  const asked = { url: `http://from.localhost:${port}/`, wants: 'page', restMs: 300 } as const
  await Promise.all([1, 2].map(() => fetcher.fetch(asked)))
  const [first, second] = begun.filter(({ host }) => host === 'from').map(({ at }) => at)
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(295)
  await fetcher.fetch({ ...asked, restMs: 3_600_000 })
  expect(await fetcher.fetch({ url: `http://to.localhost:${port}/`, wants: 'page' })).toMatchObject({ kind: 'body' })
})

test.each([
  ['of one registrable domain', (n: number) => `feeds${n}.harbour.example`, {}, 2],
  ['of one registrable domain, as configured', (n: number) => `feeds${n}.harbour.example`, { perDomain: 3 }, 3],
  ['of many publishers under one domain', (n: number) => `outlet${n}.wordpress.com`, {}, 6],
  ['below localhost', (n: number) => `outlet${n}.localhost`, {}, 6],
  ['that are addresses', (n: number) => `127.0.0.${n + 1}`, {}, 6],
])('hosts %s', async (_, host, options, atOnce) => {
  let open = 0
  let most = 0
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const turns = createHostTurns({ gapMs: 0, perDomain: 2, ...options })
  const work = async () => {
    open += 1
    most = Math.max(most, open)
    await held
    open -= 1
  }
  const { signal } = new AbortController()
  const all = Array.from({ length: 6 }, (_, n) => turns.take(host(n), { signals: [signal] }, work))
  await sleep(20)
  release()
  await Promise.all(all)
  expect(most).toBe(atOnce)
  expect(turns.count()).toBe(0)
})

test('the limit of a domain holds on the wire', async () => {
  const { listener, most } = overlapCounter(200)
  const { port } = await serveHttp(listener)
  const fetcher = fetcherFor({ lookup: async () => ['127.0.0.1'] })
  const urls = Array.from({ length: 8 }, (_, n) => `http://feeds${n}.harbour.example:${port}/`)
  await Promise.all(urls.map((url) => fetcher.fetch({ url, wants: 'feed' })))
  expect(most).toEqual({ perHost: 1, inAll: 2 })
})

test('whoever waits for a domain’s turn can be aborted and takes no turn', async () => {
  const turns = createHostTurns({ gapMs: 0, perDomain: 1 })
  const { signal } = new AbortController()
  const begun: string[] = []
  const work = (name: string) => async () => {
    begun.push(name)
    await sleep(50)
  }
  const running = turns.take('a.harbour.example', { signals: [signal] }, work('running'))
  const abandoned = new AbortController()
  const waiting = turns.take('b.harbour.example', { signals: [abandoned.signal] }, work('abandoned'))
  const after = turns.take('c.harbour.example', { signals: [signal] }, work('after'))
  abandoned.abort(new Error('changed my mind'))
  await expect(waiting).rejects.toThrow('changed my mind')
  await Promise.all([running, after])
  expect(begun).toEqual(['running', 'after'])
  expect(turns.count()).toBe(0)
})

test('hosts are forgotten when idle, resting ones too', async () => {
  const { signal } = new AbortController()
  const hasty = createHostTurns({ gapMs: 0, perDomain: 2 })
  await Promise.all(Array.from({ length: 50 }, (_, i) => hasty.take(`h${i % 7}`, { signals: [signal] }, async () => i)))
  expect(hasty.count()).toBe(0)
  const resting = createHostTurns({ gapMs: 1, perDomain: 2 })
  for (let i = 0; i < 3_000; i += 1) await resting.take(`h${i}`, { signals: [signal] }, async () => i)
  await sleep(5)
  for (let i = 0; i < 3_000; i += 1) await resting.take(`h${i}`, { signals: [signal] }, async () => i)
  expect(resting.count()).toBeLessThan(3_000)
})

test('an aborted fetch rejects at once with an AbortError, running or waiting, and frees the turn', async () => {
  let asked = 0
  const { url, server } = await serveHttp((req, res) => {
    asked += 1
    if (req.url === '/quick') res.end('ok')
  })
  const fetcher = fetcherFor({})
  const running = new AbortController()
  const waiting = new AbortController()
  const both = [running, waiting].map(({ signal }) => fetcher.fetch({ url: `${url}/hangs`, wants: 'page' }, signal))
  const settled = Promise.allSettled(both)
  const after = fetcher.fetch({ url: `${url}/quick`, wants: 'page' })
  await once(server, 'request')
  waiting.abort(new Error('changed my mind'))
  await expect(both[1]).rejects.toMatchObject({ name: 'AbortError' })
  running.abort()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(both[0]).rejects.toMatchObject({ name: 'AbortError' })
  expect(await after).toMatchObject({ kind: 'body' })
  expect(asked).toBe(2)
  await expect(fetcher.fetch({ url, wants: 'page' }, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
})

test('one signal may stop many fetches without a warning of a leak', async () => {
  const warnings: string[] = []
  const note = (warning: Error) => void warnings.push(warning.name)
  process.on('warning', note)
  const { url } = await serveHttp((_, res) => res.end('ok'))
  const fetcher = fetcherFor({})
  const { signal } = new AbortController()
  await Promise.all(Array.from({ length: 40 }, () => fetcher.fetch({ url, wants: 'page' }, signal)))
  await sleep(10)
  process.off('warning', note)
  expect(warnings).toEqual([])
})

test('close ends what runs and waits, and leaves no handle', async () => {
  const tcpHandles = () =>
    process.getActiveResourcesInfo().filter((name) => /TCPSocket|Timeout|GetAddrInfo/.test(name)).length
  const { url, server } = await serveHttp((req, res) => void (req.url === '/quick' && res.end('ok')))
  const before = tcpHandles()
  const fetcher = createFetcher({ userAgent: 'Parallax-Test/0.1', allowNet: ['127.0.0.0/8'] })
  // Its connection stays open and idle, while that of the first host gets a request that hangs.
  await fetcher.fetch({ url: `${url.replace('127.0.0.1', 'idle.localhost')}/quick`, wants: 'page' })
  const pending = [1, 2, 3].map(() => fetcher.fetch({ url: `${url}/hangs`, wants: 'page' }))
  const settled = Promise.allSettled(pending)
  await once(server, 'request')
  await fetcher.close()
  for (const fetch of pending) await expect(fetch).rejects.toMatchObject({ name: 'AbortError' })
  await settled
  await expect(fetcher.fetch({ url, wants: 'page' })).rejects.toMatchObject({ name: 'AbortError' })
  const connections = () => new Promise((resolve) => server.getConnections((_, count) => resolve(count)))
  while ((await connections()) !== 0) await sleep(20)
  while (tcpHandles() > before) await sleep(20)
})

import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import type { Clock } from '../../src/outside/ports.ts'
import { createRobots } from '../../src/outside/robots.ts'
import { timed } from '../cpu-time.ts'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveHttp } from './loopback-server.ts'

const agent = 'Parallax/0.1 (+https://desk.example/)'

/** Robots over a server whose robots.txt answers as told, and a clock that the test moves. */
async function robotsOver(listener: RequestListener, allowNet = ['127.0.0.0/8']) {
  let asked = 0
  let hours = 0
  const { url } = await serveHttp((req, res) => {
    expect(req.url).toBe('/robots.txt')
    asked += 1
    listener(req, res)
  })
  const clock: Clock = { now: () => new Date(Date.UTC(2026, 10, 2) + hours * 3_600_000) }
  const robots = createRobots(fetcherFor({ allowNet }), clock, agent)
  return {
    ask: (path: string, userAgent?: string) => robots.ask(url + path, userAgent),
    allowed: async (path: string, userAgent?: string) => (await robots.ask(url + path, userAgent)).kind === 'allowed',
    asked: () => asked,
    passHours: (more: number) => {
      hours += more
    },
  }
}

test('rules are asked once per origin and day and hold for our name before those for everyone', async () => {
  const robots = await robotsOver((_, res) =>
    res.end('User-agent: *\nDisallow: /\n\nUser-agent: parallax\nDisallow: /private/\nAllow: /private/press\n'),
  )
  const [open, shut, press] = await Promise.all(
    ['/news', '/private/a', '/private/press'].map((path) => robots.allowed(path)),
  )
  expect([open, shut, press]).toEqual([true, false, true])
  expect(await robots.allowed('/news', 'Other/1')).toBe(false)
  expect(robots.asked()).toBe(1)
  robots.passHours(23)
  await robots.allowed('/news')
  expect(robots.asked()).toBe(1)
  robots.passHours(2)
  await robots.allowed('/news')
  expect(robots.asked()).toBe(2)
})

test.each([
  [404, 'allowed'],
  [403, 'allowed'],
  [410, 'allowed'],
  [429, 'unreachable'],
  [500, 'unreachable'],
  [503, 'unreachable'],
])('a robots.txt that answers %i means %s', async (status, kind) => {
  const robots = await robotsOver((_, res) => res.writeHead(status).end())
  expect(await robots.ask('/news')).toMatchObject({ kind })
})

test('an unreachable one says why and is asked again when it said, and the last known rules go on to count', async () => {
  let up = false
  const robots = await robotsOver((_, res) => {
    if (up) res.end('User-agent: *\nDisallow: /a')
    else res.writeHead(503, { 'retry-after': '3600' }).end()
  })
  const busy = { kind: 'unreachable', reason: 'rate-limited', retryAfterSeconds: 3_600 }
  expect(await robots.ask('/b')).toEqual(busy)
  up = true
  robots.passHours(0.5)
  expect(await robots.ask('/b')).toEqual(busy)
  robots.passHours(0.6)
  expect([await robots.allowed('/a'), await robots.allowed('/b')]).toEqual([false, true])
  up = false
  robots.passHours(25)
  expect([await robots.allowed('/a'), await robots.allowed('/b')]).toEqual([false, true])
  expect(robots.asked()).toBe(3)
})

test('an outage is asked again after ten minutes', async () => {
  const robots = await robotsOver((_, res) => void res.destroy())
  expect(await robots.ask('/b')).toEqual({ kind: 'unreachable', reason: 'protocol', retryAfterSeconds: null })
  await robots.ask('/b')
  expect(robots.asked()).toBe(1)
  robots.passHours(0.2)
  await robots.ask('/b')
  expect(robots.asked()).toBe(2)
})

test('endless redirects count as no robots.txt', async () => {
  const robots = await robotsOver((_, res) => res.writeHead(302, { location: '/robots.txt' }).end())
  expect(await robots.allowed('/news')).toBe(true)
})

test('after thirty days without an answer an unreachable one counts as none, and still is asked', async () => {
  let up = false
  const robots = await robotsOver((_, res) => {
    if (up) res.end('User-agent: *\nDisallow: /a')
    else res.writeHead(500).end()
  })
  expect(await robots.ask('/a')).toMatchObject({ kind: 'unreachable' })
  robots.passHours(29 * 24)
  expect(await robots.ask('/a')).toMatchObject({ kind: 'unreachable' })
  robots.passHours(2 * 24)
  expect(await robots.allowed('/a')).toBe(true)
  up = true
  robots.passHours(0.2)
  expect(await robots.allowed('/a')).toBe(false)
})

test('up to five redirects are followed, even to another host, and the rules hold for the host that was asked', async () => {
  const { url } = await serveHttp((_, res) => res.end('User-agent: *\nDisallow: /a'), '127.0.0.2')
  const robots = await robotsOver((_, res) => res.writeHead(301, { location: `${url}/rules` }).end())
  expect([await robots.allowed('/a'), await robots.allowed('/b')]).toEqual([false, true])
})

test('a redirect into a private network is not followed', async () => {
  let reached = 0
  const inner = await serveHttp((_, res) => {
    reached += 1
    res.end()
  }, '127.0.0.2')
  const robots = await robotsOver((_, res) => res.writeHead(301, { location: inner.url }).end(), ['127.0.0.1/32'])
  expect(await robots.ask('/a')).toMatchObject({ kind: 'unreachable', reason: 'address-forbidden' })
  expect(reached).toBe(0)
})

test.each([
  ['for everyone', 'User-agent: *\nCrawl-delay: 5', 5_000],
  ['as a fraction', 'User-agent: *\nCrawl-delay: 0.5', 500],
  ['for us before everyone', 'User-agent: *\nCrawl-delay: 5\n\nUser-agent: Parallax\nCrawl-delay: 2', 2_000],
  ['for others', 'User-agent: other\nCrawl-delay: 5', 0],
  ['of an hour', 'User-agent: *\nCrawl-delay: 3600', 60_000],
  ['of infinity', 'User-agent: *\nCrawl-delay: 1e999', 60_000],
  ['below nothing', 'User-agent: *\nCrawl-delay: -5', 0],
  ['in words', 'User-agent: *\nCrawl-delay: five', 0],
  ['nowhere', 'User-agent: *\nDisallow: /private', 0],
])('a crawl-delay %s', async (_, text, crawlDelayMs) => {
  const robots = await robotsOver((_, res) => res.end(text))
  expect(await robots.ask('/news')).toEqual({ kind: 'allowed', crawlDelayMs })
})

test('the first 500 KiB count, what follows does not, and far more is no robots.txt', async () => {
  const comment = `# ${'x'.repeat(998)}\n`
  let kilobytes = 500
  const robots = await robotsOver((_, res) =>
    res.end(`User-agent: *\nDisallow: /a\n${comment.repeat(kilobytes)}Disallow: /late\n`),
  )
  expect([await robots.allowed('/a'), await robots.allowed('/late')]).toEqual([false, false])
  kilobytes = 600
  robots.passHours(25)
  expect([await robots.allowed('/a'), await robots.allowed('/late')]).toEqual([false, true])
  const endless = await robotsOver((_, res) => res.end(comment.repeat(3_000)))
  expect(await endless.ask('/a')).toMatchObject({ kind: 'unreachable', reason: 'too-large' })
})

test('a page that says not found with 200 states no rule', async () => {
  const robots = await robotsOver((_, res) => res.end('<html><body>Disallow: everything? Not found.</body></html>'))
  expect(await robots.ask('/a')).toEqual({ kind: 'allowed', crawlDelayMs: 0 })
})

test('a robots.txt made to be slow to judge forbids everything at once', async () => {
  const robots = await robotsOver((_, res) =>
    res.end(`User-agent: *\n${`Disallow: /*${'a'.repeat(1_000)}\n`.repeat(400)}`),
  )
  const { value, cpuMs } = await timed(() => robots.ask(`/${'a'.repeat(1_900)}`))
  expect(value).toEqual({ kind: 'disallowed' })
  // Judged pattern by pattern, it took 32 s.
  expect(cpuMs).toBeLessThan(10_000)
})

test('a URL that is none, and one with an endless path, is not allowed', async () => {
  const robots = await robotsOver((_, res) => res.end('User-agent: *\nDisallow: /private'))
  expect(await robots.ask(`/${'a'.repeat(3_000)}`)).toEqual({ kind: 'disallowed' })
  const gate = createRobots(fetcherFor({}), { now: () => new Date(0) }, agent)
  expect(await gate.ask('nonsense')).toEqual({ kind: 'disallowed' })
})

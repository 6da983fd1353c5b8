import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import type { Clock } from '../../src/outside/ports.ts'
import { createRobots } from '../../src/outside/robots.ts'
import { fetcherFor } from './fetcher-under-test.ts'
import { serveHttp } from './loopback-server.ts'

const agent = 'Parallax/0.1 (+https://desk.example/)'

/** Robots over a server whose robots.txt answers as told, and a clock that the test moves. */
async function robotsOver(listener: RequestListener) {
  let asked = 0
  let hours = 0
  const { url } = await serveHttp((req, res) => {
    expect(req.url).toBe('/robots.txt')
    asked += 1
    listener(req, res)
  })
  const clock: Clock = { now: () => new Date(Date.UTC(2026, 10, 2) + hours * 3_600_000) }
  const robots = createRobots(fetcherFor({ timeoutMs: 2_000 }), clock, agent)
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

test('a robots.txt made to be slow to judge forbids everything at once', async () => {
  const robots = await robotsOver((_, res) =>
    res.end(`User-agent: *\n${`Disallow: /*${'a'.repeat(1_000)}\n`.repeat(400)}`),
  )
  const begun = performance.now()
  expect(await robots.ask(`/${'a'.repeat(1_900)}`)).toEqual({ kind: 'disallowed' })
  expect(performance.now() - begun).toBeLessThan(1_500)
})

test('a URL that is none, and one with an endless path, is not allowed', async () => {
  const robots = await robotsOver((_, res) => res.end(''))
  expect(await robots.ask(`/${'a'.repeat(3_000)}`)).toEqual({ kind: 'disallowed' })
  const gate = createRobots(fetcherFor({}), { now: () => new Date(0) }, agent)
  expect(await gate.ask('nonsense')).toEqual({ kind: 'disallowed' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCatalogue } from '../src/source/parse-catalogue.ts'
import { ask } from './newsroom/ask.ts'
import { readOutlets } from './newsroom/outlets.ts'
import { type Newsroom, startNewsroom } from './newsroom/server.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await startNewsroom()
})
afterAll(() => newsroom.close())

const outlets = readOutlets()
const visit = (outlet: string, path: string, headers?: Record<string, string>) =>
  ask(newsroom.origin(outlet) + path, headers)

test('the catalogue is a valid sources.yaml, with a rating for all but the unrated', () => {
  const parsed = parseCatalogue(newsroom.catalogue, 'newsroom')
  if (parsed.kind !== 'catalogue') throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.sources.map(({ id }) => id)).toEqual(outlets.map(({ id }) => id))
  const unrated = parsed.sources.filter(({ ratings }) => ratings.length === 0).map(({ id }) => id)
  expect(unrated).toEqual(readOutlets().flatMap(({ id, leaning }) => (leaning === undefined ? [id] : [])))
  const calder = parsed.sources.filter(({ owner }) => owner === 'Calder Media Group').map(({ id }) => id)
  expect(calder).toEqual(['channel-six-calder', 'harbor-ledger'])
  const hosts = parsed.sources.flatMap(({ id, home, feeds }) =>
    [home, ...feeds.map(({ url }) => url)].map((url) => [id, new URL(url).host]),
  )
  expect(hosts.filter(([id, host]) => host !== `${id}.localhost:${newsroom.port}`)).toEqual([])
})

test('every page answers with a host of its own; unknown paths and unknown hosts are 404; HEAD has no body', async () => {
  const quick = newsroom.articles().filter(({ outlet }) => outlet !== 'savanna-broadcasting')
  const statuses = await Promise.all(quick.map(async ({ outlet, path }) => (await visit(outlet, path)).status))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect((await visit('harbor-ledger', '/no/such/page')).status).toBe(404)
  expect((await visit('harbor-ledger', '/world/americas/explainer-cutler-flats-ruling-20260310')).status).toBe(404)
  expect((await ask(`http://no-such-outlet.localhost:${newsroom.port}/`)).status).toBe(404)
  const head = await ask(`${newsroom.origin('harbor-ledger')}/rss/headlines.xml`, {}, 'HEAD')
  expect([head.status, head.bytes.length]).toEqual([200, 0])
  expect(Number(head.headers['content-length'])).toBeGreaterThan(1000)
})

test('two servers at one port give the same bytes', async () => {
  const first = await startNewsroom()
  const url = `${first.origin('northern-lantern')}/feeds/headlines.atom`
  const page = `${first.origin('albion-courier')}/business/economy/savers-pay-bill-gamble-inflation/`
  const before = [await ask(url), await ask(page)]
  await first.close()
  const second = await startNewsroom({ port: first.port })
  const after = [await ask(url), await ask(page)]
  await second.close()
  expect(after.map(({ bytes, headers }) => [bytes, headers])).toEqual(
    before.map(({ bytes, headers }) => [bytes, headers]),
  )
})

test('a feed asked for again with either validator is unchanged', async () => {
  const { headers } = await visit('common-cause-weekly', '/feed/atom')
  const { etag = '', 'last-modified': since = '' } = headers
  const again = (asked: Record<string, string>) => visit('common-cause-weekly', '/feed/atom', asked)
  expect((await again({ 'if-none-match': etag })).status).toBe(304)
  expect((await again({ 'if-modified-since': since })).status).toBe(304)
  expect((await again({ 'if-none-match': '"other"', 'if-modified-since': since })).status).toBe(200)
  expect((await again({ 'if-modified-since': 'Mon, 09 Mar 2026 00:00:00 GMT' })).status).toBe(200)
})

test('one host is slow to begin and drips its page', async () => {
  const { status, firstByteMs, wholeMs } = await visit(
    'savanna-broadcasting',
    '/sports/chess-regional-title-mutua-barasa-20260310',
  )
  expect(status).toBe(200)
  expect(firstByteMs).toBeGreaterThanOrEqual(690)
  expect(wholeMs - firstByteMs).toBeGreaterThanOrEqual(100)
})

test('one host compresses for whoever takes it', async () => {
  const zipped = await visit('atlas-world', '/feeds/latest.rdf', { 'accept-encoding': 'gzip, br' })
  const plain = await visit('atlas-world', '/feeds/latest.rdf')
  expect([zipped.headers['content-encoding'], plain.headers['content-encoding']]).toEqual(['gzip', undefined])
  expect(zipped.bytes.length).toBeLessThan(plain.bytes.length)
})

test('robots.txt allows everything, save /private/ of one outlet', async () => {
  const quick = outlets.filter(({ slow }) => slow === undefined)
  const texts = await Promise.all(quick.map(async ({ id }) => [id, (await visit(id, '/robots.txt')).bytes.toString()]))
  const strict = texts.filter(([, text]) => text !== 'User-agent: *\nDisallow:\n')
  expect(strict).toEqual([['sovereign-post', 'User-agent: *\nDisallow: /private/\n']])
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doctor } from '../../pipelines/doctor.ts'
import { ingest } from '../../pipelines/ingest.ts'
import { hostOf } from '../../src/feed/host.ts'
import { createFeedReader } from '../../src/outside/feed-reader.ts'
import { createFetcher } from '../../src/outside/fetcher.ts'
import { createLog } from '../../src/outside/log.ts'
import { createMeters } from '../../src/outside/meters.ts'
import { createRobots } from '../../src/outside/robots.ts'
import { type Source, sourceId } from '../../src/source/source.ts'
import { lastPolls, readFeeds } from '../../src/store/feed-health.ts'
import { dueFeedsOf, makeAllFeedsDue } from '../../src/store/feeds.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>${title} one</title><guid>${title}1</guid><link>/${title}/1</link></item></channel></rss>`

let database: TestDatabase
let origin = ''
const host = hostOf('http://127.0.0.1/')
const hour = 3_600_000
let now = new Date('2026-03-10T08:00:00Z')
const clock = { now: () => now }
const userAgent = 'Parallax/0.1 (+https://parallax.example/)'
const fetcher = createFetcher({ userAgent, allowNet: ['127.0.0.0/8'] })
const reader = createFeedReader()
const parts = () => ({
  ...{
    db: database.db,
    fetcher,
    reader,
    clock,
    robots: createRobots(fetcher, clock, userAgent),
    meters: createMeters(),
  },
  log: createLog({ level: 'silent', pretty: false }),
})

beforeAll(async () => {
  database = await testDatabase()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  await syncCatalogue(database.db, [outlet('with-home', ''), outlet('without', 'nowhere')], now)
})
afterAll(async () => {
  await fetcher.close()
  await reader.close()
  server.close()
  await database.drop()
})

const server = createServer((request, response) => {
  switch (request.url) {
    case '/':
      return response.end(
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/news/feed">',
      )
    case '/moved.xml':
      return response.writeHead(301, { location: '/here.xml' }).end()
    case '/here.xml':
    case '/good.xml':
    case '/news/feed':
    case '/comments/feed':
      return response.writeHead(200, { 'content-type': 'text/xml' }).end(rss(request.url.replace(/\W/g, '')))
    case '/gone.xml':
      return response.writeHead(410).end()
    case '/limited.xml':
      return response.writeHead(429).end()
    default:
      return response.writeHead(404).end()
  }
})

function outlet(id: string, home: string): Source {
  const feeds =
    home === '' ? ['good', 'moved', 'lost-news', 'limited'].map((name) => `/${name}.xml`) : ['/gone.xml', '/lost.xml']
  return {
    ...{ id: sourceId(id), name: id, home: `${origin}/${home}`, country: 'GB', languages: ['en'], owner: id },
    ...{ kind: 'newspaper', reach: 'domestic', ownership: 'private', ratings: [] },
    feeds: feeds.map((path) => ({ url: `${origin}${path}` })),
  }
}

async function pollAll() {
  now = new Date(now.getTime() + hour)
  await makeAllFeedsDue(database.db, now)
  await ingest(parts()).visit(host, new AbortController().signal)
}

const examine = async (apply: boolean) => {
  const feeds = await readFeeds(database.db, {}, now)
  const findings = await doctor(parts(), feeds, { apply, actor: 'operator:test' })
  return findings.map(({ feed, health, proposal, applied }) => ({
    feed: new URL(feed.declaredUrl).pathname,
    state: health.state,
    ...(proposal === null ? {} : { does: proposal.kind }),
    ...(proposal !== null && 'url' in proposal ? { to: new URL(proposal.url).pathname } : {}),
    ...(proposal !== null && 'leastMinutes' in proposal ? { leastMinutes: proposal.leastMinutes } : {}),
    applied,
  }))
}

const proposed = (applied: boolean) => [
  { feed: '/limited.xml', state: 'failing', does: 'slow-down', leastMinutes: 60, applied },
  { feed: '/lost-news.xml', state: 'failing', does: 'replace', to: '/news/feed', applied },
  { feed: '/gone.xml', state: 'dead', does: 'stop', applied },
  { feed: '/lost.xml', state: 'failing', applied: false },
]

test('the doctor finds what is not well, proposes, and does nothing unless told', async () => {
  for (let polls = 0; polls < 2; polls++) await pollAll()
  const [moved] = (await examine(false)).filter(({ feed }) => feed === '/moved.xml')
  expect(moved).toEqual({ feed: '/moved.xml', state: 'moved', does: 'adopt-redirect', to: '/here.xml', applied: false })
  await pollAll()
  // The third poll in a row that was led to the same place has adopted it.
  expect(await examine(false)).toEqual(proposed(false))
  const feeds = await readFeeds(database.db, { feed: `${origin}/here.xml` }, now)
  expect(feeds).toMatchObject([{ declaredUrl: `${origin}/moved.xml`, url: `${origin}/here.xml` }])
})

test('told to, it mends, and says so in the log; a second visit finds nothing more to do', async () => {
  expect(await examine(true)).toEqual(proposed(true))
  now = new Date(now.getTime() + 30 * 24 * hour)
  const due = [...(await dueFeedsOf(database.db, [host], now)).values()].flat().map(({ url }) => new URL(url).pathname)
  expect(due.sort()).toEqual(['/good.xml', '/here.xml', '/limited.xml', '/lost.xml', '/news/feed'])
  const { rows } = await database.pool.query(`select actor, kind from change_log where subject = 'feed' order by seq`)
  expect(rows).toEqual([
    { actor: 'pipeline:ingest', kind: 'moved' },
    { actor: 'operator:test', kind: 'slow-down' },
    { actor: 'operator:test', kind: 'moved' },
    { actor: 'operator:test', kind: 'stop' },
  ])
})

test('a feed shows its last polls, the newest first, with what they met', async () => {
  const [limited] = await readFeeds(database.db, { feed: `${origin}/limited.xml` }, now)
  const polls = await lastPolls(database.db, limited?.id ?? ('0' as never))
  expect(polls).toHaveLength(3)
  expect(polls[0]).toMatchObject({ outcome: 'rate-limited', status: 429, itemsNew: null })
  expect(polls.map(({ at }) => at)).toEqual(
    polls
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  )
})

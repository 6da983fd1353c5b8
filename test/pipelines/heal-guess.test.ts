import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSource } from '../../pipelines/find-source.ts'
import { ingest } from '../../pipelines/ingest.ts'
import { type Outside, openOutside } from '../../src/cli/parts.ts'
import { readConfig } from '../../src/config.ts'
import { hostOf } from '../../src/feed/host.ts'
import { sourceId } from '../../src/source/source.ts'
import { makeAllFeedsDue } from '../../src/store/feeds.ts'
import { syncCatalogue } from '../../src/store/sources.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><language>en-KE</language><item><title>${title} one</title><guid>${title}</guid><link>/story</link><pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`

/** Pages by host and path; what is missing is 404. */
const pages: Record<string, string> = {
  'typed.localhost/': '<title>Typed</title><link rel="alternate" type="application/rss+xml" href="/real.xml">',
  'typed.localhost/real.xml': rss('typed'),
  'bare.localhost/': '<title>Bare</title>',
  'common.localhost/': '<html lang="en-US"><title>Common</title>',
  'common.localhost/rss.xml': rss('common'),
  'mapped.localhost/': '<title>Mapped</title>',
  'mapped.localhost/robots.txt': 'Sitemap: http://mapped.localhost:PORT/map.xml',
  'mapped.localhost/map.xml': '<urlset><url><loc>http://mapped.localhost:PORT/deep/rss</loc></url></urlset>',
  'mapped.localhost/deep/rss': rss('mapped'),
  'hinted.localhost/': '<title>Hinted</title><a href="/about">About</a><a href="/news/rss">Follow us</a>',
  'hinted.localhost/news/rss': rss('hinted'),
  'turned.localhost/': '<meta charset="windows-1252"><title>Écho</title><link rel="alternate" href="/feed">',
  'turned.localhost/feed': '302 /today.xml',
  'turned.localhost/today.xml': rss('turned'),
  'closed.localhost/': '<title>Closed</title>',
  'closed.localhost/robots.txt': 'User-agent: *\nDisallow: /',
}

let port = 0
let asked: string[] = []
const server = createServer((request, response) => {
  const key = `${(request.headers.host ?? '').replace(/:\d+$/, '')}${request.url}`
  asked.push(key)
  const body = pages[key]
  if (body === undefined) return response.writeHead(404).end()
  if (body.startsWith('302 ')) return response.writeHead(302, { location: body.slice(4) }).end()
  response
    .writeHead(200, { 'content-type': body.startsWith('<rss') ? 'text/xml' : 'text/html' })
    .end(Buffer.from(body.replaceAll('PORT', String(port)), body.includes('windows-1252') ? 'latin1' : 'utf8'))
})

let database: TestDatabase
let outside: Outside
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  database = await testDatabase()
  outside = await openOutside(readConfig({ PARALLAX_ALLOW_NET: '127.0.0.0/8', PARALLAX_LOG_LEVEL: 'silent' }))
})
afterAll(async () => {
  await outside.close()
  await database.drop()
  server.close()
})

const site = (host: string) => `http://${host}.localhost:${port}`

async function poll() {
  const { db } = database
  const polling = ingest({ ...outside, db })
  await makeAllFeedsDue(db, new Date())
  for (const host of ['typed', 'bare', 'away']) await polling.visit(hostOf(site(host)), new AbortController().signal)
}

const feeds = async () =>
  (
    await database.pool.query(
      `select source_id as source, adopted_url as adopted, adopted_why as why, sought_at is not null as sought, reached_at is not null as reached from feed order by 1`,
    )
  ).rows

test('a guess that fails at its first poll is looked for at the home page, once; what is found is adopted and polled', async () => {
  const outlet = (id: string, guess = true) => ({
    ...{ id: sourceId(id), name: id, home: `${site(id)}/`, country: 'GB', languages: ['en'], owner: id },
    ...({ kind: 'local', reach: 'domestic', ownership: 'private', ratings: [] } as const),
    feeds: [{ url: `${site(id)}/guess.xml`, ...(guess ? { unverified: true as const } : {}) }],
  })
  await syncCatalogue(database.db, [outlet('typed'), outlet('bare')], new Date())
  await poll()
  expect(await feeds()).toEqual([
    { source: 'bare', adopted: null, why: null, sought: true, reached: false },
    { source: 'typed', adopted: `${site('typed')}/real.xml`, why: 'home-page', sought: true, reached: false },
  ])
  const { rows } = await database.pool.query(`select actor, kind, details from change_log where subject = 'feed'`)
  expect(rows).toEqual([
    {
      ...{ actor: 'pipeline:ingest', kind: 'moved' },
      details: { from: `${site('typed')}/guess.xml`, to: `${site('typed')}/real.xml` },
    },
  ])
  asked = []
  await poll()
  expect((await feeds())[1]).toMatchObject({ source: 'typed', reached: true })
  expect(asked).not.toContain('bare.localhost/')
})

test('a guess at a host that answers nobody is looked for, too, also where the home page only hints at its feed', async () => {
  const outlet = {
    ...{
      id: sourceId('hinted'),
      name: 'Hinted',
      home: `${site('hinted')}/`,
      country: 'GB',
      languages: ['en'],
      owner: 'Hinted',
    },
    ...({ kind: 'local', reach: 'domestic', ownership: 'private', ratings: [] } as const),
    feeds: [{ url: 'http://feeds.hinted.localhost:9/guess.xml', unverified: true as const }],
  }
  await syncCatalogue(database.db, [outlet], new Date())
  await ingest({ ...outside, db: database.db }).visit(hostOf(outlet.feeds[0]?.url ?? ''), new AbortController().signal)
  expect((await feeds()).find(({ source }) => source === 'hinted')).toMatchObject({
    adopted: `${site('hinted')}/news/rss`,
    why: 'home-page',
  })
})

const found = async (host: string, given: string[] = []) => findSource(outside, { url: `${site(host)}/`, given })

test.each([
  ['typed', 'link', '/real.xml'],
  ['common', 'common-path', '/rss.xml'],
  ['mapped', 'sitemap', '/deep/rss'],
] as const)('the feeds of %s are found by %s', async (host, by, path) => {
  const finding = await found(host)
  if (finding.kind === 'failed') throw new Error(finding.why)
  expect(finding.source).toMatchObject({
    feedLanguage: 'en-KE',
    feeds: [{ url: `${site(host)}${path}`, by, items: 1, newest: new Date('2026-03-10T08:00:00Z') }],
    tried: [{ url: `${site(host)}/story`, outcome: { kind: 'none' } }],
  })
})

test('a feed’s own address leads to its outlet', async () => {
  const finding = await findSource(outside, { url: `${site('typed')}/real.xml`, given: [] })
  expect(finding).toMatchObject({ kind: 'found', source: { home: `${site('typed')}/`, facts: { name: 'Typed' } } })
})

test('a site without feeds, one that forbids, and one that is not there say so', async () => {
  expect(await found('bare')).toEqual({
    kind: 'failed',
    why: `no feed was found at ${site('bare')}/: name one with --feed`,
  })
  expect(await found('closed')).toEqual({ kind: 'failed', why: `${site('closed')}/: its robots.txt forbids it` })
  expect(await found('missing')).toMatchObject({ kind: 'failed', why: expect.stringContaining('http-4xx') })
})

test('where a passing redirect leads today is not a feed’s address; a name is read in the page’s own charset', async () => {
  expect(await found('turned')).toMatchObject({
    source: { facts: { name: 'Écho' }, feeds: [{ url: `${site('turned')}/feed` }] },
  })
})

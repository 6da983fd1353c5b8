import { once } from 'node:events'
import { createServer } from 'node:http'
import { bundle } from '../../pipelines/bundle.ts'
import { cluster } from '../../pipelines/cluster.ts'
import { extract } from '../../pipelines/extract.ts'
import { ingest } from '../../pipelines/ingest.ts'
import { syncSources } from '../../pipelines/sync-sources.ts'
import { hostOf } from '../../src/feed/host.ts'
import { createFeedReader } from '../../src/outside/feed-reader.ts'
import { createFetcher } from '../../src/outside/fetcher.ts'
import { createLog } from '../../src/outside/log.ts'
import { createMeters } from '../../src/outside/meters.ts'
import { createPageExtractor } from '../../src/outside/page-extractor.ts'
import { createRobots } from '../../src/outside/robots.ts'
import { type Licensed, nobodyLicensed } from '../../src/source/licensed.ts'
import { sourceId } from '../../src/source/source.ts'
import { makeAllFeedsDue } from '../../src/store/feeds.ts'
import { languageLock } from '../../src/store/pipeline-lock.ts'
import type { TestDatabase } from '../database.ts'

export interface Entry {
  readonly path: string
  readonly title: string
  /** Paragraphs. */
  readonly text: readonly string[]
  readonly updated: string
  /** What stands in the feed where it is not the path: the entry's id. */
  readonly id?: string
  /** The link as the feed writes it, where it is not the path. */
  readonly link?: string
  /** Paragraphs of the article as the feed carries it. */
  readonly inFeed?: readonly string[]
  /** What its page answers with instead of 200. */
  readonly status?: number
  /** More in the head of its page. */
  readonly head?: string
  /** More headers of its page. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An outlet of one feed whose entries and pages a test changes, and a clock that it turns. */
export interface SmallOutlet {
  readonly origin: string
  entries: readonly Entry[]
  now: Date
  licensed: Licensed
  /** Paths of the pages that were asked for since the last pass began. */
  readonly asked: string[]
  pass(database: Pick<TestDatabase, 'db' | 'url'>): ReturnType<typeof runAll>
  close(): Promise<void>
}

const userAgent = 'Parallax/0.1 (+https://parallax.example/)'

export async function smallOutlet(): Promise<SmallOutlet> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '')
    const entry = outlet.entries.find((one) => one.path === path)
    if (entry) outlet.asked.push(path)
    const body = path === '/feed' ? feedOf(outlet.entries) : entry && pageOf(entry)
    const contentType = path === '/feed' ? 'text/xml' : 'text/html'
    response.writeHead(body === undefined ? 404 : (entry?.status ?? 200), {
      'content-type': contentType,
      ...entry?.headers,
    })
    response.end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://ledger.localhost:${typeof address === 'object' ? address?.port : 0}`
  const fetcher = createFetcher({ userAgent, allowNet: ['127.0.0.0/8'] })
  const reader = createFeedReader()
  const extractor = createPageExtractor({ threads: 1, memoryMb: 256, timeoutMs: 20_000 })
  const clock = { now: () => outlet.now }
  const parts = {
    ...{ fetcher, reader, extractor, clock, robots: createRobots(fetcher, clock, userAgent) },
    ...{ log: createLog({ level: 'silent', pretty: false }), meters: createMeters() },
  }
  const outlet: SmallOutlet = {
    ...{ origin, entries: [], now: new Date('2026-03-10T08:00:00Z'), asked: [], licensed: nobodyLicensed },
    pass: ({ db, url }) => {
      outlet.asked.length = 0
      return runAll({ ...parts, db, lock: languageLock(url) }, origin, outlet.licensed)
    },
    close: async () => {
      await fetcher.close()
      await reader.close()
      await extractor.close()
      server.closeAllConnections()
      server.close()
    },
  }
  return outlet
}

type Parts = Parameters<typeof ingest>[0] & Parameters<typeof extract>[0] & Parameters<typeof cluster>[0]

async function runAll(parts: Parts, origin: string, licensed: Licensed) {
  const source = {
    ...{ id: sourceId('ledger'), name: 'The Ledger', home: `${origin}/`, country: 'US', languages: ['en'] },
    owner: 'Ledger Trust',
    ownership: 'private' as const,
    ...{ kind: 'newspaper' as const, reach: 'domestic' as const, ratings: [] },
    feeds: [{ url: `${origin}/feed` }],
  }
  await syncSources(parts.db, [source], parts.clock.now())
  await makeAllFeedsDue(parts.db, parts.clock.now())
  const [polling, extracting] = [ingest(parts), extract(parts, { keepRawPages: true, licensed })]
  const { signal } = new AbortController()
  for (const { visit } of [polling, extracting]) await visit(hostOf(origin), signal)
  return {
    ...{ ingest: polling.counts, extract: extracting.counts },
    cluster: await cluster(parts),
    bundle: await bundle(parts, { minSources: 1, publish: 'auto', goDeeper: [] }),
  }
}

const feedOf = (entries: readonly Entry[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title>${entries
    .map(
      ({ id, link, path, title, updated, inFeed }) =>
        `<entry><id>${id ?? path}</id><title>${title}</title><link href="${link ?? path}"/><updated>${updated}</updated>${
          inFeed
            ? `<content type="html">${inFeed.map((text) => `&lt;p&gt;${text}&lt;/p&gt;`).join('\n')}</content>`
            : ''
        }</entry>`,
    )
    .join('')}</feed>`

const pageOf = ({ title, text, head = '' }: Entry) =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article">
  <meta property="article:published_time" content="2026-03-10T07:00:00Z">${head}</head>
  <body><article><h1>${title}</h1>${text.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article></body></html>`

import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import { html, strings, texts } from './found-text.ts'
import type { RootName } from './namespaces.ts'
import { constructText, type FeedText, type ItemReading, type Reading } from './reading.ts'
import type { Scan } from './scan.ts'
import { chooseLinks } from './written-link.ts'

/** feedsmith's reading of an XML document; throws where feedsmith does. */
export function readWithFeedsmith(text: string, scan: Scan): Reading {
  const bases = (index: number) => {
    const base = scan.itemBases[index] ?? null
    return base === null ? scan.bases : [base, ...scan.bases]
  }
  return readers[scan.root](text, bases)
}

type BasesOf = (index: number) => readonly string[]

const readers = { rss: readRss, rdf: readRdf, feed: readAtom } satisfies Record<
  RootName,
  (text: string, bases: BasesOf) => Reading
>

function readRss(text: string, bases: BasesOf): Reading {
  const feed = parseRssFeed(text)
  return {
    title: html(feed.title ?? feed.dc?.titles?.[0]),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    ttl: feed.ttl === undefined ? null : String(feed.ttl),
    skipHours: (feed.skipHours ?? []).map(String),
    skipDays: feed.skipDays ?? [],
    period: periodOf(feed.sy),
    home: feed.link ?? null,
    items: (feed.items ?? []).map((item, index): ItemReading => {
      const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value
      const linked = chooseLinks(writtenLinks(item.atom?.links)).map((link) => link.href)
      return {
        id: item.guid?.value ?? null,
        titles: texts(html(item.title), html(item.dc?.titles?.[0]), html(item.media?.title?.value)),
        references: strings(item.link, ...linked, permalink).map((href) => ({ href, bases: bases(index) })),
        dates: strings(item.pubDate, item.dc?.dates?.[0], item.atom?.published, ...dctermsDates(item.dcterms)),
        updates: strings(item.atom?.updated, item.dcterms?.modified?.[0]),
        authors: strings(
          item.dc?.creators?.[0],
          item.authors?.[0]?.name,
          item.authors?.[0]?.email,
          item.itunes?.author,
        ),
        summaries: texts(
          html(item.description),
          html(item.content?.encoded),
          html(item.itunes?.summary),
          html(item.media?.description?.value),
          html(item.media?.groups?.[0]?.description?.value),
        ),
      }
    }),
  }
}

function readRdf(text: string, bases: BasesOf): Reading {
  const feed = parseRdfFeed(text)
  return {
    title: html(feed.title ?? feed.dc?.titles?.[0]),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    period: periodOf(feed.sy),
    home: feed.link ?? null,
    items: (feed.items ?? []).map(
      (item, index): ItemReading => ({
        id: item.rdf?.about ?? null,
        titles: texts(html(item.title), html(item.dc?.titles?.[0])),
        references: strings(item.link).map((href) => ({ href, bases: bases(index) })),
        dates: strings(item.dc?.dates?.[0], ...dctermsDates(item.dcterms)),
        updates: strings(item.dcterms?.modified?.[0]),
        authors: strings(item.dc?.creators?.[0]),
        summaries: texts(html(item.description), html(item.content?.encoded)),
      }),
    ),
  }
}

function readAtom(text: string, bases: BasesOf): Reading {
  const feed = parseAtomFeed(text)
  return {
    title: construct(feed.title),
    language: feed.xml?.lang ?? null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    period: periodOf(feed.sy),
    home: chooseLinks(writtenLinks(feed.links))[0]?.href ?? null,
    items: (feed.entries ?? []).map(
      (entry, index): ItemReading => ({
        id: entry.id ?? null,
        titles: texts(construct(entry.title), html(entry.media?.title?.value)),
        references: chooseLinks(writtenLinks(entry.links)).map(({ href }) => ({ href, bases: bases(index) })),
        dates: strings(entry.published, entry.dc?.dates?.[0]),
        updates: strings(entry.updated),
        authors: strings(entry.authors?.[0]?.name, entry.dc?.creators?.[0], entry.authors?.[0]?.email),
        summaries: texts(
          construct(entry.summary),
          construct(entry.content),
          html(entry.media?.description?.value),
          html(entry.media?.groups?.[0]?.description?.value),
        ),
      }),
    ),
  }
}

interface Link {
  readonly href?: string
  readonly rel?: string
  readonly type?: string
}

function writtenLinks(links: readonly Link[] | undefined) {
  return (links ?? []).flatMap(({ href, rel, type }) =>
    href === undefined ? [] : [{ href, rel: rel ?? null, type: type ?? null, base: null }],
  )
}

interface Construct {
  readonly value?: string
  readonly type?: string
}

function construct(found: Construct | undefined): FeedText | null {
  return found?.value === undefined ? null : constructText(found.value, found.type ?? null)
}

interface Dcterms {
  readonly issued?: readonly string[]
  readonly created?: readonly string[]
}

const dctermsDates = (terms: Dcterms | undefined) => [terms?.issued?.[0], terms?.created?.[0]]

function periodOf(sy: { updatePeriod?: string; updateFrequency?: number } | undefined): Reading['period'] {
  return sy?.updatePeriod === undefined ? null : { unit: sy.updatePeriod, frequency: String(sy.updateFrequency ?? 1) }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseFeed } from '../../src/feed/parse.ts'
import type { Fetched, Fetcher } from '../../src/outside/ports.ts'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'
import { fetcherFor } from '../outside/fetcher-under-test.ts'
import { farmCatalogue, farmSources } from './catalogue.ts'
import { feedDocument } from './document.ts'
import type { Farm } from './farm.ts'
import { everyFault, type Fate, standings } from './fates.ts'
import { farmItem } from './items.ts'
import { type FarmFeed, type FarmOptions, planFarm } from './plan.ts'
import { startFarm } from './server.ts'

const options: FarmOptions = {
  ...{ seed: 'test', feeds: 200, hosts: 20, itemsPerFeed: 4, mix: everyFault, sharedItems: 0.2 },
  ...{ hugeBytes: 400_000, slowMs: 20, dripMs: 20 },
}
// Below `hugeBytes`, above everything else.
const limits = { maxBytes: { feed: 350_000, page: 350_000, robots: 350_000 } }

let farm: Farm
beforeAll(async () => {
  farm = await startFarm(options)
})
afterAll(() => farm.close())

function feedOf(fate: Fate): FarmFeed {
  const feed = farm.plan.feeds.find((one) => one.fate === fate)
  if (feed === undefined) throw new Error(`no feed of fate ${fate}`)
  return feed
}

const poll = (fetcher: Fetcher, { url }: FarmFeed, last?: Fetched) =>
  fetcher.fetch({ url, wants: 'feed', ...(last?.kind === 'body' ? { validators: last.validators } : {}) })

async function itemsIn(fetched: Fetched) {
  if (fetched.kind !== 'body') return fetched.kind
  const parsed = await parseFeed(fetched)
  return parsed.kind === 'feed' ? parsed.items : parsed.kind
}

async function standingOf(fetched: Fetched) {
  if (fetched.kind === 'failed') return fetched.reason
  const items = await itemsIn(fetched)
  return Array.isArray(items) ? 'read' : items
}

test('every fate is dealt, and every feed stands as the truth says', async () => {
  expect(new Set(farm.plan.feeds.map(({ fate }) => fate))).toEqual(new Set(Object.keys(standings)))
  const patient = fetcherFor(limits)
  const impatient = fetcherFor({ timeoutMs: 300 })
  const truth = farm.truth()
  const polls = farm.plan.feeds.map(async (feed) => {
    const fetched = await poll(feed.standing === 'timeout' ? impatient : patient, feed)
    const items = await itemsIn(fetched)
    return {
      ...{ url: feed.url, standing: await standingOf(fetched) },
      items: Array.isArray(items) ? items.map(({ key, url }) => ({ key, url })).toReversed() : [],
    }
  })
  expect(await Promise.all(polls)).toEqual(truth.map(({ url, standing, items }) => ({ url, standing, items })))
})

test('a document holds its items as they were invented, in every format and charset', async () => {
  const fetcher = fetcherFor(limits)
  const ofFormat = (['rss2', 'atom', 'rss1', 'json'] as const).map((format) =>
    farm.plan.feeds.find((feed) => feed.format === format && feed.fate === 'changing'),
  )
  for (const feed of [...ofFormat, feedOf('windows-1252')]) {
    if (feed === undefined) throw new Error('a format is missing')
    const items = [3, 2, 1, 0].map((number) => farmItem(farm.plan, feed, number))
    expect(await itemsIn(await poll(fetcher, feed))).toMatchObject(
      items.map(({ key, url, title, text, publishedAt }) => ({ key, url, title, summary: text, publishedAt })),
    )
  }
})

test('a round brings new items to those that change, 304 to the rest, and a lie to who trusts an ETag', async () => {
  const fetcher = fetcherFor(limits)
  const [same, changing, lying] = [feedOf('unchanged'), feedOf('changing'), feedOf('lying')]
  const first = await Promise.all([same, changing, lying].map((feed) => poll(fetcher, feed)))
  await farm.toRound(1)
  expect(await poll(fetcher, same, first[0])).toMatchObject({ kind: 'unchanged' })
  expect(await itemsIn(await poll(fetcher, changing, first[1]))).toMatchObject(
    [5, 4, 3, 2].map((number) => ({ title: farmItem(farm.plan, changing, number).title })),
  )
  expect(await poll(fetcher, lying, first[2])).toMatchObject({ kind: 'unchanged' })
  expect(await itemsIn(await poll(fetcher, lying))).toMatchObject([
    { title: farmItem(farm.plan, lying, 5).title },
    {},
    {},
    {},
  ])
  expect(farm.truth()[changing.index]).toMatchObject({ items: { length: 6 }, hidden: [] })
  expect(farm.truth()[lying.index]).toMatchObject({ items: { length: 4 }, hidden: { length: 2 } })
  await farm.toRound(0)
  expect(await poll(fetcher, changing, first[1])).toMatchObject({ kind: 'unchanged' })
})

test('the same seed gives the same farm, another seed another', () => {
  const documents = (seed: string) => {
    const plan = planFarm({ ...options, seed }, 4000)
    return plan.feeds.slice(0, 20).map((feed) => [feed, feedDocument(plan, feed, 1).whole.toString()])
  }
  expect(documents('a')).toEqual(documents('a'))
  expect(documents('a')).not.toEqual(documents('b'))
})

test('the catalogue is a sources.yaml', () => {
  expect(parseCatalogue(farmCatalogue(farm.plan), 'farm')).toEqual({
    kind: 'catalogue',
    raters: {},
    untidy: [],
    sources: farmSources(farm.plan),
  })
})

test('an item leads to a page that holds its text', async () => {
  const feed = feedOf('changing')
  const { url, text } = farmItem(farm.plan, feed, 3)
  const page = await fetcherFor(limits).fetch({ url, wants: 'page' })
  expect(page.kind === 'body' && Buffer.from(page.bytes).toString().replaceAll('</p><p>', '')).toContain(text)
})

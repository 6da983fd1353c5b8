import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf, feedsOfCsv, feedsOfOpml, opmlOf } from '../../src/cli/feed-lists.ts'
import { sourcesFromListed } from '../../src/source/from-listed.ts'
import { type Source, sourceId } from '../../src/source/source.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sources: Source[] = [
  {
    ...{ id: sourceId('ledger'), name: 'Ledger, "Sons" & Co', home: 'https://ledger.example/', country: 'FR' },
    ...{ languages: ['fr', 'en'], kind: 'local', reach: 'domestic', owner: 'Harbor <Press>', ownership: 'party' },
    ratings: [],
    feeds: [
      { url: 'https://ledger.example/a?x=1&y=2', section: 'world' },
      { url: 'https://ledger.example/b', unverified: true },
    ],
  },
]
const defaults = { kind: 'newspaper', reach: 'international' } as const
const outletOf = (url: string) => new URL(url).hostname

test('what is exported as OPML is imported the same', () => {
  const listed = feedsOfOpml(opmlOf(sources), 'f.opml')
  expect(sourcesFromListed(listed, defaults, [], outletOf)).toEqual({ sources, left: [] })
})

test('what is exported as CSV is imported the same', async () => {
  const file = join(folder, 'f.csv')
  await writeFile(file, csvOf(sources))
  expect(sourcesFromListed(await feedsOfCsv(file), defaults, [], outletOf)).toEqual({ sources, left: [] })
})

test('a list that a feed reader wrote, folders and all, gives its feeds', () => {
  const opml = `<?xml version="1.0"?><opml version="1.0"><body><outline text="Papers">
    <outline type="rss" text="The Ledger" title="Ledger" xmlUrl="https://ledger.example/rss" htmlUrl="https://ledger.example/" language="en"/>
    <outline text="Deeper"><outline type="rss" text="Tide" xmlUrl="https://tide.example/rss"/></outline></outline></body></opml>`
  expect(feedsOfOpml(opml, 'f').map(({ feed, name, home, languages }) => [feed, name, home, languages])).toEqual([
    ['https://ledger.example/rss', 'Ledger', 'https://ledger.example/', 'en'],
    ['https://tide.example/rss', 'Tide', undefined, undefined],
  ])
  expect(() => feedsOfOpml('<html>', 'f.opml')).toThrow('f.opml is no OPML')
})

test.each([
  ['url,name\nhttps://a.example/,A\n', '1: no column “feed”'],
  ['feed,name\nhttps://a.example/,"A\n', '2:20: a quote begins here'],
  ['', 'is empty: its first line names the columns feed'],
])('a CSV %j is refused with its place', async (text, says) => {
  const file = join(folder, 'wrong.csv')
  await writeFile(file, text)
  await expect(feedsOfCsv(file)).rejects.toThrow(says)
})

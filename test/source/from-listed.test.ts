import { expect, test } from 'vitest'
import { type ListDefaults, type ListedFeed, slugOf, sourcesFromListed } from '../../src/source/from-listed.ts'
import { sourceId } from '../../src/source/source.ts'

const outletOf = (url: string) => new URL(url).hostname.split('.').slice(-2).join('.')
const defaults: ListDefaults = { country: 'US', language: 'en', kind: 'newspaper', reach: 'domestic' }
const listed = (feed: string, more: Partial<ListedFeed> = {}): ListedFeed => ({
  feed,
  place: `line of ${feed}`,
  ...more,
})
const made = (feeds: ListedFeed[], given = defaults, known: Parameters<typeof sourcesFromListed>[2] = []) =>
  sourcesFromListed(feeds, given, known, outletOf)

test('feeds of one domain are one outlet, with what the list says and the rest as told', () => {
  const { sources, left } = made([
    listed('https://feeds.ledger.example/a.xml', { name: 'Lédger & Sons', section: 'Business' }),
    listed('https://www.ledger.example/b.xml', {
      home: 'https://www.ledger.example/',
      kind: 'local',
      unverified: 'true',
    }),
    listed('https://www.ledger.example/b.xml/'),
  ])
  expect(left).toEqual([])
  expect(sources).toEqual([
    {
      ...{ id: 'ledger-sons', name: 'Lédger & Sons', home: 'https://www.ledger.example/', country: 'US' },
      ...{ languages: ['en'], kind: 'local', reach: 'domestic', owner: 'Lédger & Sons', ownership: 'unknown' },
      ratings: [],
      feeds: [
        { url: 'https://feeds.ledger.example/a.xml', section: 'business' },
        { url: 'https://www.ledger.example/b.xml/' },
      ],
    },
  ])
})

test('a country’s own domain tells the country; one that all use does not', () => {
  const { sources, left } = made(
    [listed('https://journal.fr/rss'), listed('https://paper.co.uk/rss'), listed('https://news.io/rss')],
    { ...defaults, country: undefined },
  )
  expect(sources.map(({ country }) => country)).toEqual(['FR', 'GB'])
  expect(left).toEqual(['line of https://news.io/rss: no country is told for https://news.io/: name it with --country'])
})

test('what is there already, is no address, or comes from a forum is left out, and why is said', () => {
  const [ledger] = made([listed('https://ledger.example/a')]).sources
  if (ledger === undefined) throw new Error('no outlet')
  const { sources, left } = made(
    [
      listed('https://ledger.example/a'),
      listed('https://other.example/a', { id: ledger.id }),
      listed('https://www.ledger.example/fresh'),
      listed('ledger'),
      listed('https://www.reddit.com/r/news/.rss'),
      listed('https://x.example/rss', { languages: 'english' }),
    ],
    defaults,
    [{ ...ledger, id: sourceId(ledger.id) }],
  )
  expect(sources).toEqual([])
  expect(left.map((why) => why.replace(/^line of [^ ]*: /, ''))).toEqual([
    '“ledger” is no address of a feed',
    expect.stringContaining('discussion forum'),
    'ledger.example is in the catalogue: put its feeds there by hand',
    'ledger-example is in the catalogue: put its feeds there by hand',
    'no language is told for https://x.example/: name it with --language',
  ])
})

test('two outlets of one name get ids of their own', () => {
  const { sources } = made([
    listed('https://a.example/x', { name: 'News' }),
    listed('https://b.example2/x', { name: 'News' }),
  ])
  expect(sources.map(({ id }) => id)).toEqual(['news', 'news-2'])
  expect(slugOf('日本')).toBe('outlet')
})

import { expect, test } from 'vitest'
import { adoptRedirect, noSightings } from '../../src/feed/adopt-redirect.ts'

const feedUrl = 'https://old.example/rss.xml'

/** Polls one after the other → what each adopts. */
function adopted(from: string, targets: readonly (string | null)[], adoptAfter?: number) {
  let sightings = noSightings
  return targets.map((permanentUrl) => {
    const polled = adoptRedirect(sightings, { feedUrl: from, permanentUrl }, adoptAfter)
    sightings = polled.sightings
    return polled.adopt
  })
}

const [one, two] = ['https://new.example/feed', 'https://other.example/feed']

test.each<[string, (string | null)[], (string | null)[]]>([
  ['never redirected', [null, null, null, null], [null, null, null, null]],
  ['adopted at the third sighting in a row', [one, one, one], [null, null, one]],
  ['a poll without it begins anew', [one, one, null, one, one, one], [null, null, null, null, null, one]],
  ['another target begins anew', [one, one, two, two, two], [null, null, null, null, two]],
  ['targets that never stay the same', [`${one}?s=1`, `${one}?s=2`, `${one}?s=3`], [null, null, null]],
])('%s', (_, targets, adopts) => {
  expect(adopted(feedUrl, targets)).toEqual(adopts)
})

test('how many sightings it takes is a setting', () => {
  expect(adopted(feedUrl, [one], 1)).toEqual([one])
  expect(adopted(feedUrl, [one, one, one, one, one], 5)).toEqual([null, null, null, null, one])
})

test.each([
  ['from https to http', feedUrl, 'http://old.example/rss.xml'],
  ['to a front page', feedUrl, 'https://old.example/'],
  ['to a front page elsewhere', feedUrl, 'https://new.example'],
  ['to a front page by its file', feedUrl, 'https://old.example/index.html'],
  ['to itself', feedUrl, feedUrl],
  ['to nonsense', feedUrl, 'nonsense'],
])('never %s', (_, from, to) => {
  expect(adopted(from, [to, to, to, to])).toEqual([null, null, null, null])
})

test.each([
  ['from http to https', 'http://old.example/rss.xml', 'https://old.example/rss.xml'],
  ['from http to http elsewhere', 'http://old.example/rss.xml', 'http://new.example/rss.xml'],
  ['from a front page to another', 'http://old.example/', 'https://old.example/'],
  ['to a feed that a query names', feedUrl, 'https://old.example/?feed=rss2'],
])('but %s', (_, from, to) => {
  expect(adopted(from, [to, to, to])).toEqual([null, null, to])
})

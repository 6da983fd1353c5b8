import { expect, test } from 'vitest'
import { isOpinionPage, sourceLeaning } from '../../src/source/leaning-of-page.ts'
import type { StoredRating } from '../../src/source/source.ts'

const now = new Date('2026-03-10T09:00:00Z')
const rating = (change: Partial<StoredRating>): StoredRating => ({
  ...{ rater: 'desk', value: 'center', method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2026-01-01' },
  ...{ pages: 'all', origin: 'file' },
  ...change,
})

test('opinion pages lean by their own ratings, and the news not by theirs', () => {
  const ratings = [rating({ value: 'lean-left' }), rating({ value: 'right', pages: 'opinion' })]
  const { news, opinion } = sourceLeaning({ ratings }, now)
  expect([news.leaning, opinion?.leaning]).toEqual(['lean-left', 'right'])
  expect(sourceLeaning({ ratings: [rating({})] }, now).opinion).toBeNull()
  const later = rating({ value: 'right', pages: 'opinion', validFrom: '2027-01-01' })
  expect(sourceLeaning({ ratings: [rating({}), later] }, now).opinion).toBeNull()
})

const pages = { paths: ['/opinion/'], sections: ['Comment'] }
test.each([
  ['https://harbour.example/opinion/the-pier', [], true],
  ['https://harbour.example/2026/03/Opinion/the-pier', [], true],
  ['https://harbour.example/opinion', [], true],
  ['https://harbour.example/opinions-differ', [], false],
  ['https://harbour.example/news/the-pier?from=/opinion/', [], false],
  ['https://harbour.example/news/the-pier', ['News', ' comment '], true],
  ['https://harbour.example/news/the-pier', ['Commentary'], false],
  ['no address', [], false],
  [null, ['Comment'], true],
] as const)('%s on %j: %s', (url, sections, expected) => {
  expect(isOpinionPage({ url, sections }, pages)).toBe(expected)
})

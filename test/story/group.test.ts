import { expect, test } from 'vitest'
import { inDateOrder } from '../../src/story/date-order.ts'
import { groupArticles, prepared } from '../../src/story/group.ts'
import { harbourDeal, quakes, sampleArticle } from './sample-articles.ts'

test('dated rows change places among themselves, undated ones stay where they stand', () => {
  const rows = [3, null, 1, 2, null].map((day, at) => ({ at, when: day === null ? null : new Date(day) }))
  expect(inDateOrder(rows, (row) => row.when).map((row) => row.at)).toEqual([2, 1, 3, 0, 4])
})

test('a collection is grouped in date order and answered in input order', () => {
  const day = (day: number) => ({ publishedAt: new Date(Date.UTC(2026, 2, day)) })
  const articles = [
    sampleArticle('late', { ...harbourDeal[1], ...day(11) }),
    sampleArticle('quake', { ...quakes[0], ...day(12) }),
    sampleArticle('early', { ...harbourDeal[0], ...day(10) }),
  ]
  const grouped = groupArticles(articles.map(prepared))
  expect(grouped.map(({ article, storyId, assignment }) => [article.id, storyId, assignment.kind])).toEqual([
    ['late', 's1', 'joins'],
    ['quake', 's2', 'opens'],
    ['early', 's1', 'opens'],
  ])
})

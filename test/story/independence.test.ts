import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { sampleArticle } from './sample-articles.ts'

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ')
const reported = `${words(0, 40)}.\n\n${words(40, 40)}.\n\n${words(80, 30)}.`
const grouped = (...articles: Article[]) =>
  independenceGroups(articles).map(({ members, reason }) => [reason, ...members])

function from(article: Article, source: Partial<Article['source']>): Article {
  return { ...article, source: { ...article.source, ...source } }
}

test('articles that share nothing stand alone', () => {
  expect(grouped(sampleArticle('a', { text: words(0, 90) }), sampleArticle('b', { text: words(500, 90) }))).toEqual([
    ['alone', 'a'],
    ['alone', 'b'],
  ])
})

test('no article makes no group', () => {
  expect(independenceGroups([])).toEqual([])
})

test('a reprint with a paragraph cut and another headline is a near-duplicate', () => {
  const original = sampleArticle('a', { title: 'One title', text: reported })
  const cut = sampleArticle('b', { title: 'Quite another', text: reported.split('\n\n').slice(0, 2).join('\n\n') })
  expect(grouped(original, cut)).toEqual([['near-duplicate', 'a', 'b']])
})

test('where one of the two is a wire, or both credit the same agency, it is a reprint', () => {
  const plain = sampleArticle('b', { text: reported })
  expect(grouped(from(sampleArticle('a', { text: reported }), { kind: 'wire' }), plain)).toEqual([
    ['reprint', 'a', 'b'],
  ])
  const credited = (id: string) => sampleArticle(id, { text: `PORT VARROW, March 10 (Tidal Wire) - ${reported}` })
  expect(grouped(credited('a'), credited('b'))).toEqual([['reprint', 'a', 'b']])
})

test('half a text is one with its wire, but not with another paper', () => {
  const half = sampleArticle('b', { text: `${words(0, 55)} ${words(900, 55)}` })
  expect(grouped(sampleArticle('a', { text: reported }), half)).toHaveLength(2)
  expect(grouped(from(sampleArticle('a', { text: reported }), { kind: 'wire' }), half)).toEqual([['reprint', 'a', 'b']])
})

test('outlets of one owner, and two articles of one outlet, are one; unknown owners are not', () => {
  expect(grouped(sampleArticle('a', {}, 'Holding'), sampleArticle('b', {}, 'Holding'))).toEqual([
    ['same-owner', 'a', 'b'],
  ])
  const a = sampleArticle('a')
  expect(grouped(a, from(sampleArticle('b'), { id: a.source.id }))).toEqual([['same-owner', 'a', 'b']])
  expect(grouped(sampleArticle('a'), sampleArticle('b'))).toHaveLength(2)
})

test('links reach over third articles, in order of first appearance, and the text outweighs the owner', () => {
  const a = sampleArticle('a', { text: words(700, 60) }, 'Holding')
  const b = sampleArticle('b', { text: words(300, 60) })
  const c = sampleArticle('c', { text: reported }, 'Holding')
  const d = sampleArticle('d', { text: reported })
  expect(grouped(a, b, c, d)).toEqual([
    ['near-duplicate', 'a', 'c', 'd'],
    ['alone', 'b'],
  ])
})

test('a short text inside a long one makes them no duplicates', () => {
  expect(grouped(sampleArticle('a', { text: reported }), sampleArticle('b', { text: words(0, 15) }))).toHaveLength(2)
})

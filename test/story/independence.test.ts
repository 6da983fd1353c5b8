import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { independenceGroups, sharedPassages } from '../../src/story/independence.ts'
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

test('a third of a text is one with its wire; another paper shares a passage with it', () => {
  const original = sampleArticle('a', { text: reported })
  const third = sampleArticle('b', { text: `${words(0, 40)} ${words(900, 80)}` })
  expect(grouped(original, third)).toHaveLength(2)
  expect(sharedPassages([original, third])).toEqual([{ articles: ['a', 'b'], share: 36 / 106, words: 40 }])
  expect(grouped(from(original, { kind: 'wire' }), third)).toEqual([['reprint', 'a', 'b']])
  expect(sharedPassages([from(original, { kind: 'wire' }), third])).toEqual([])
})

test('a passage of forty words in long texts is an agency’s where both pages credit it, and one of thirty is not', () => {
  const long = (id: string, from: number, passage: number) =>
    sampleArticle(id, { text: `${words(from, 200)} ${words(0, passage)} ${words(from + 200, 200)}`, wire: 'AP' })
  expect(grouped(long('a', 1000, 40), long('b', 2000, 40))).toEqual([['reprint', 'a', 'b']])
  expect(grouped(long('a', 1000, 30), long('b', 2000, 30))).toHaveLength(2)
  const otherAgency = { ...long('b', 2000, 40), wire: 'dpa' }
  expect(grouped(long('a', 1000, 40), otherAgency)).toHaveLength(2)
  expect(sharedPassages([long('a', 1000, 40), otherAgency])).toMatchObject([{ words: 40 }])
})

const speech = (from: number) =>
  [from, from + 40, from + 80, from + 120].map((at) => `“${words(at, 40)},” she said.`).join('\n\n')
const posted = (from: number) => `${words(from, 60)} — Ana Brisk (@anabrisk) March 10, 2026`
const statement = (from: number) => `In her statement she wrote:\n\n${words(from, 60)}`

test.each([
  ['a speech', speech],
  ['a post', posted],
  ['a statement', statement],
])('two reports that quote %s at length are two', (_, quoted) => {
  const report = (id: string, from: number) =>
    sampleArticle(id, { text: `${words(from, 60)}.\n\n${quoted(0)}\n\n${words(from + 60, 30)}.`, wire: 'AP' })
  expect(grouped(report('a', 1000), report('b', 2000))).toHaveLength(2)
  expect(sharedPassages([report('a', 1000), report('b', 2000)])).toEqual([])
})

test('texts that are hardly more than a speech are one where they have most of it in common', () => {
  const [a, same] = [sampleArticle('a', { text: speech(0) }), sampleArticle('b', { text: `${speech(0)}\n\nApplause.` })]
  expect(grouped(a, same)).toEqual([['near-duplicate', 'a', 'b']])
  expect(grouped(a, sampleArticle('b', { text: `${speech(0)}\n\n${speech(500)}` }))).toHaveLength(2)
})

test('an excerpt, an expanded copy and one with its paragraphs swapped are found', () => {
  const paragraphs = Array.from({ length: 9 }, (_, at) => `${words(at * 40, 40)}.`)
  const original = sampleArticle('a', { text: paragraphs.join('\n\n') })
  const copy = (text: readonly string[]) => grouped(original, sampleArticle('b', { text: text.join('\n\n') }))
  const found = [['near-duplicate', 'a', 'b']]
  expect(copy(paragraphs.slice(0, 3))).toEqual(found)
  expect(copy(paragraphs.toReversed())).toEqual(found)
  expect(copy([words(900, 60), ...paragraphs.slice(1)])).toEqual(found)
  expect(copy(paragraphs.flatMap((paragraph, at) => [paragraph, words(1000 + at * 40, 40)]))).toEqual(found)
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

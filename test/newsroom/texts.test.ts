import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sideOf } from '../../src/source/leaning.ts'
import { type NewsroomArticle, readArticles } from './articles.ts'
import { goldText, readGold } from './gold.ts'
import { readOutlets } from './outlets.ts'
import { contentWords, jaccard, ownSentences, pairs, wordCount } from './wording.ts'

const articles = readArticles()
const outlets = readOutlets()
const events = [...new Set(articles.map(({ event }) => event))]
const articlesOn = (event: string) => articles.filter((article) => article.event === event)
const fileOf = ({ event, outlet, path }: NewsroomArticle) => `${event}/${outlet} ${path}`

test('the world is as large and as mixed as it must be', () => {
  expect(articles.length).toBeGreaterThanOrEqual(120)
  expect(outlets.length).toBeGreaterThanOrEqual(24)
  expect(new Set(outlets.map(({ country }) => country)).size).toBe(6)
  const leanings = outlets.map(({ leaning }) => leaning ?? 'unknown')
  expect(new Set(leanings)).toEqual(new Set(['left', 'lean-left', 'center', 'lean-right', 'right', 'unknown']))
  expect(events.filter((event) => articlesOn(event).length > 1).length).toBeGreaterThanOrEqual(14)
  expect(articles.filter((article) => !outlets.some(({ id }) => id === article.outlet)).map(fileOf)).toEqual([])
})

test('every article has 120 to 400 words in 4 to 10 paragraphs, save the paywalled teaser', () => {
  const odd = articles.filter(({ paragraphs, paywalled }) => {
    const words = wordCount(paragraphs.join(' '))
    return !paywalled && (words < 120 || words > 400 || paragraphs.length < 4 || paragraphs.length > 10)
  })
  expect(odd.map(fileOf)).toEqual([])
})

test('every article was published within the three days of this world, at an address of its own', () => {
  const [first, last] = [new Date('2026-03-09T00:00:00Z'), new Date('2026-03-12T05:00:00Z')]
  expect(articles.filter(({ published }) => published < first || published > last).map(fileOf)).toEqual([])
  const addresses = articles.map(({ outlet, path }) => outlet + path)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('titles of one event share at most 0.3 of their content words on average', () => {
  const overlaps = events.flatMap((event) => {
    const titles = articlesOn(event).map(({ title }) => contentWords(title))
    const shared = pairs(titles).map(([one, other]) => jaccard(one, other))
    return shared.length === 0 ? [] : [{ event, mean: shared.reduce((sum, value) => sum + value, 0) / shared.length }]
  })
  expect(overlaps.filter(({ mean }) => mean > 0.3)).toEqual([])
})

test('no two articles share a sentence of their own, save a wire report and its reprints', () => {
  const shared = pairs(articles).flatMap(([one, other]) => {
    if (isOneReport(one, other)) return []
    const known = new Set(ownSentences(one.paragraphs.join('\n')))
    const again = ownSentences(other.paragraphs.join('\n')).filter((sentence) => known.has(sentence))
    return again.map((sentence) => `${fileOf(one)} | ${fileOf(other)}: ${sentence}`)
  })
  expect(shared).toEqual([])
})

function isOneReport(one: NewsroomArticle, other: NewsroomArticle): boolean {
  const isReprint = one.wire !== undefined || other.wire !== undefined
  return isReprint && one.event === other.event && (one.wire ?? one.outlet) === (other.wire ?? other.outlet)
}

test('wire reports are reprinted, word for word save at most its last paragraph', () => {
  const reprints = articles.filter(({ wire }) => wire !== undefined)
  const events = new Set(reprints.map(({ event }) => event))
  expect([...events]).toEqual(['canal-accord', 'grain-ban', 'mill-closing', 'mill-rescue', 'port-strike'])
  for (const { event, wire, paragraphs, authors } of reprints) {
    const report = articlesOn(event).find(({ outlet }) => outlet === wire)?.paragraphs ?? []
    expect([report, report.slice(0, -1)]).toContainEqual(paragraphs)
    expect(authors).toEqual([])
  }
})

test('one event is covered by one side of the press only', () => {
  const { event, side } = readGold().expectations.oneSided
  const leanings = articlesOn(event).map(({ outlet }) => outlets.find(({ id }) => id === outlet)?.leaning ?? 'unknown')
  expect(leanings.length).toBeGreaterThanOrEqual(3)
  expect(new Set(leanings.map(sideOf))).toEqual(new Set([side]))
})

test('two events of one day look alike: the same words, other places', () => {
  const [one, other] = readGold().expectations.lookAlikes
  const days = (event: string) =>
    new Set(articlesOn(event).map(({ published }) => published.toISOString().slice(0, 10)))
  expect([...days(one)].filter((day) => days(other).has(day))).not.toEqual([])
  const saying = (event: string, word: string) =>
    articlesOn(event).filter(({ paragraphs }) => paragraphs.join(' ').includes(word)).length
  for (const event of [one, other]) expect(saying(event, 'earthquake')).toBeGreaterThanOrEqual(4)
  expect([saying(one, 'Sorrel Valley'), saying(other, 'Port Anson')]).toEqual([0, 0])
})

test('gold.json is what gold.ts makes of the articles (if not: node --import tsx test/newsroom/gold.ts)', () => {
  expect(readFileSync(new URL('./gold.json', import.meta.url), 'utf8')).toBe(goldText())
  expect(readGold().articles).toHaveLength(articles.filter(({ paywalled }) => !paywalled).length)
})

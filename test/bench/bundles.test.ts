import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { composeVerified } from '../../src/bundle/compose.ts'
import type { Leaning } from '../../src/source/leaning.ts'
import { storyId } from '../../src/story/story.ts'
import { eventArticles } from '../newsroom/event-articles.ts'
import { harbourDeal, sampleArticle } from '../story/sample-articles.ts'
import { framedEvents, measureFrames } from './bundles/frames.ts'
import { measureLedes } from './bundles/ledes.ts'
import { measureMembers, membersAreRight } from './bundles/members.ts'
import { rouge1 } from './bundles/rouge.ts'

test('ROUGE-1 counts the words that both have, each as often as both have it', () => {
  expect(rouge1('The deal, the DEAL', 'the deal')).toBeCloseTo((2 * 2) / 6)
  expect(rouge1('one two', 'three')).toBe(0)
  expect(rouge1('', '')).toBe(0)
})

const rated: readonly Leaning[] = ['left', 'right', 'center']
const articles = harbourDeal.map((text, at): Article => {
  const article = sampleArticle(`${at}`, text)
  return { ...article, source: { ...article.source, leaning: rated[at] ?? 'unknown' } }
})

test('an article under the other side’s name, twice or nowhere is not right', () => {
  const context = { sides: { left: 'readable', center: 'readable', right: 'readable' }, goDeeper: [] } as const
  const { document } = composeVerified({ id: storyId('1'), articles }, context)
  expect(membersAreRight(document, articles)).toBe(true)
  const [first, ...others] = document.perspectives
  if (first === undefined) throw new Error('no perspective')
  const altered = (members: string[]) => ({ ...document, perspectives: [{ ...first, members }, ...others] })
  expect(membersAreRight(altered([...first.members, ...first.members]), articles)).toBe(false)
  expect(membersAreRight(altered(['1']), articles)).toBe(false)
  expect(membersAreRight({ ...document, perspectives: [first] }, articles)).toBe(false)
})

test('stories are measured beside what one would take instead', () => {
  const stories = new Map([['1', articles]])
  expect(measureMembers(stories)).toEqual({ stories: 1, right: 1 })
  const { lede, oracle, words } = measureLedes(stories, new Map([['1', articles[0]?.text ?? '']]))
  expect(oracle).toBe(1)
  expect(lede).toBeGreaterThan(0.1)
  expect(words).toBeGreaterThan(5)
})

test('frames are measured beside leaning alone and every article by itself', () => {
  const outlets = articles.map(({ source }) => [source.id])
  const { found, byLeaning, alone } = measureFrames([{ event: 'harbour', articles, frames: outlets }])
  expect(alone.f1).toBe(1)
  expect(byLeaning.f1).toBe(1)
  expect(found.recall).toBe(1)
})

test('every article of a planted event is measured once', () => {
  const all = eventArticles()
  for (const { event, articles: written, frames } of framedEvents()) {
    expect(written, event).toEqual(all.get(event))
    expect(frames.flat().sort(), event).toEqual([...new Set(written.map(({ source }) => String(source.id)))].sort())
  }
})

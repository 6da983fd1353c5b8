import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { readStory } from '../../src/fact/readings.ts'
import { groupsOf } from '../../src/perspective/groups.ts'
import { kinds } from '../../src/source/kind.ts'
import { type Leaning, leanings } from '../../src/source/leaning.ts'
import { reaches } from '../../src/source/source.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

const groups = (articles: readonly Article[]) => groupsOf(readStory(storyOf(articles), []))
const labels = (articles: readonly Article[]) => groups(articles).map((group) => group.label)
const plain = (name: string, leaning: Leaning) => articleBy(name, leaning, { title: name })

test('left and right stand side by side, lean-left with left', () => {
  const found = groups([plain('W', 'center'), plain('R', 'lean-right'), plain('L', 'left'), plain('LL', 'lean-left')])
  expect(found.map((group) => group.label)).toEqual(['Left-leaning media', 'Right-leaning media', 'Center media'])
  expect(found[0]?.members.map((member) => member.article.source.name)).toEqual(['L', 'LL'])
  expect(found[0]?.owners).toBe(2)
  expect(found[1]?.owners).toBe(1)
})

test('an unrated outlet is never put with the center', () => {
  expect(labels([plain('A', 'center'), plain('B', 'unknown')])).toEqual(['Center media', 'Unrated media'])
  expect(labels([plain('A', 'center'), articleBy('B', 'unknown', { title: 'b', country: 'KE' })])).toEqual([
    'Center media',
    'Press in Kenya',
  ])
})

test('labels say what kind of press it is', () => {
  expect(labels([articleBy('A', 'center', { title: 'a', kind: 'wire' })])).toEqual(['Newswires'])
  expect(labels([articleBy('A', 'right', { title: 'a', kind: 'state-media' })])).toEqual(['State media'])
  expect(labels([articleBy('A', 'unknown', { title: 'a', kind: 'trade' })])).toEqual(['Business press'])
  expect(labels([articleBy('A', 'center', { title: 'a', kind: 'local' })])).toEqual(['Local press'])
  expect(labels([articleBy('A', 'right', { title: 'a', kind: 'opinion' })])).toEqual(['Right-leaning opinion press'])
  expect(labels([articleBy('A', 'left', { title: 'a', sections: ['Opinion'] })])).toEqual(['Left-leaning commentary'])
  expect(labels([articleBy('A', 'center', { title: 'a', kind: 'broadcaster', reach: 'international' })])).toEqual([
    'International broadcasters',
  ])
})

test('what a government directs is told apart from what it only pays for, and both from the rest', () => {
  const label = (leaning: Leaning, told: Parameters<typeof articleBy>[2]) =>
    labels([articleBy('A', leaning, { title: 'a', ...told })])
  expect(label('right', { ownership: 'state-controlled' })).toEqual(['State media'])
  expect(label('center', { ownership: 'state-funded', reach: 'international' })).toEqual(['State-funded media'])
  expect(label('unknown', { ownership: 'state-funded', kind: 'state-media' })).toEqual(['State-funded media'])
  expect(label('left', { ownership: 'state-funded' })).toEqual(['Left-leaning media'])
  expect(label('center', { ownership: 'public' })).toEqual(['Center media'])
})

test('a side’s opinion press stands apart where it and the reporting both have two owners', () => {
  const opinion = (name: string) => articleBy(name, 'right', { title: name, kind: 'opinion' })
  expect(labels([plain('A', 'right'), plain('B', 'right'), opinion('C'), opinion('D')])).toEqual([
    'Right-leaning media',
    'Right-leaning opinion press',
  ])
  expect(labels([plain('A', 'right'), plain('B', 'right'), opinion('C')])).toEqual(['Right-leaning media'])
})

const someArticle = fc.record({
  leaning: fc.constantFrom(...leanings),
  kind: fc.constantFrom(...kinds, null),
  reach: fc.constantFrom(...reaches, null),
  country: fc.constantFrom('US', 'KE', 'GB', 'zz', '', null),
  sections: fc.constantFrom(['Opinion'], ['World'], []),
})

test('at most five groups, each article in exactly one, sides and unrated ones never mixed', () => {
  fc.assert(
    fc.property(fc.array(someArticle, { minLength: 1, maxLength: 14 }), (told) => {
      const articles = told.map(({ leaning, ...rest }, at) =>
        articleBy(`outlet ${at}`, leaning, { title: `t${at}`, ...rest }),
      )
      const found = groups(articles)
      expect(found.length).toBeLessThanOrEqual(5)
      const members = found.flatMap((group) => group.members.map((member) => member.article.id))
      expect([...members].sort()).toEqual(articles.map((article) => article.id).sort())
      expect(new Set(found.map((group) => group.label)).size).toBe(found.length)
      for (const group of found) {
        const sides = new Set(group.members.map((member) => member.side))
        if (group.label.startsWith('Left')) expect([...sides]).toEqual(['left'])
        if (group.label.startsWith('Right')) expect([...sides]).toEqual(['right'])
        if (group.label === 'Center media') expect([...sides]).toEqual(['center'])
      }
    }),
  )
})

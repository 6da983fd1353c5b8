import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { factsOf } from '../../src/fact/facts.ts'
import { readStory } from '../../src/fact/readings.ts'
import { voicesOf } from '../../src/fact/voices.ts'
import { groupingOf } from '../../src/perspective/groups.ts'
import { type Kind, kinds } from '../../src/source/kind.ts'
import { type Leaning, leanings } from '../../src/source/leaning.ts'
import { reaches } from '../../src/source/source.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { articleBy, storyOf } from '../fact/articles.ts'
import { eventArticles } from '../newsroom/event-articles.ts'

function grouping(articles: readonly Article[]) {
  const readings = readStory(storyOf(articles), independenceGroups(articles))
  return groupingOf(readings, factsOf(readings), voicesOf(readings))
}
const groups = (articles: readonly Article[]) => grouping(articles).groups
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

// Each matter in two tellings of its own words.
const fares = [
  'Elma Lines raised the fare to 14 florins on Monday. Conductor Anna Roth sold 312 tickets before noon. The harbour office counted 41 empty cars on the upper deck.',
  'On Monday the fare went up to 14 florins at Elma Lines. Before noon 312 tickets were sold, said conductor Anna Roth. On the upper deck 41 cars stood empty by the count of the harbour office.',
]
const pride = [
  'A ferry is a bridge of the republic. Who lets it rust in Tornby abandons the islands. Minister Karel Voss must resign over his vanity budget.',
  'The republic owes its islands a bridge, and a ferry is one. In Tornby it rusts, abandoned. For so vain a budget minister Karel Voss should resign.',
]
const school = [
  'Pupils of Kirkwold miss the first lesson. Headmistress Ida Brandt moved the bell to 8.40. Parents on Gull Street share two boats in the morning.',
  'The first lesson in Kirkwold starts without many pupils. At 8.40 rings the bell that headmistress Ida Brandt moved. Two boats carry children from Gull Street, shared by parents each morning.',
]
const weather = [
  'Storm Gerda closed the pier for six days. Divers found a cracked propeller shaft below the waterline. Spare parts come from Rotterdam by lorry.',
  'For six days the pier was closed by storm Gerda. Below the waterline the propeller shaft is cracked, divers found. A lorry brings spare parts from Rotterdam.',
]

const told = (name: string, leaning: Leaning, texts: readonly (string | undefined)[], kind: Kind | null = null) =>
  articleBy(name, leaning, { title: name, text: texts.join(' '), kind })

test('a side’s opinion press stands apart where its pieces are alike, and it and the reporting both have two owners', () => {
  const reporting = [told('A', 'right', [fares[0], weather[0]]), told('B', 'right', [fares[1], weather[1]])]
  const essays = [told('C', 'right', [pride[0]], 'opinion'), told('D', 'right', [pride[1]], 'opinion')]
  expect(labels([...reporting, ...essays])).toEqual(['Right-leaning media', 'Right-leaning opinion press'])
  expect(labels([...reporting, ...essays.slice(0, 1)])).toEqual(['Right-leaning media'])
  const mixed = [told('C', 'right', [fares[1]], 'opinion'), told('D', 'right', [weather[1]], 'opinion')]
  expect(labels([told('A', 'right', [fares[0]]), told('B', 'right', [weather[0]]), ...mixed])).toEqual([
    'Right-leaning media',
  ])
})

const national = [told('L', 'left', [pride[0]]), told('M', 'left', [pride[1]]), told('R', 'right', [fares[0]])]

test('local outlets stand together where they are alike, and with their sides where they are not', () => {
  const local = (texts: readonly (string | undefined)[][]) => [
    told('LL', 'lean-left', texts[0] ?? [], 'local'),
    told('LR', 'lean-right', texts[1] ?? [], 'local'),
  ]
  const alike = local([
    [school[0], weather[0]],
    [school[1], weather[1]],
  ])
  expect(labels([...national, ...alike])).toEqual(['Left-leaning media', 'Right-leaning media', 'Local press'])
  const apart = local([[pride[1]?.replace('vain', 'proud')], [fares[1]]])
  expect(labels([...national, ...apart])).toEqual(['Left-leaning media', 'Right-leaning media'])
})

test('no side loses its only voice to a kind of press that holds the other side not', () => {
  const right = school.map((text, at) => told(`local ${at}`, 'right', [text], 'local'))
  const left = national.filter((article) => article.source.leaning === 'left')
  expect(labels([...left, ...right])).toEqual(['Left-leaning media', 'Right-leaning media'])
})

test('who reprints a newswire says what the wire says, unless its side says nothing else', () => {
  const report = [weather[0], fares[0], school[0]]
  const [wire, copy] = [told('W', 'center', report, 'wire'), told('C', 'right', report)]
  const own = told('R', 'right', [pride[0]])
  const members = (articles: readonly Article[]) =>
    groups(articles).map((one) => `${one.label}: ${one.members.map(({ article }) => article.source.name).join()}`)
  expect(members([wire, copy, own])).toEqual(['Right-leaning media: R', 'Newswires: W,C'])
  expect(members([wire, copy])).toEqual(['Right-leaning media: C', 'Newswires: W'])
})

test('what the labels tell apart is stated, in how many ways they could have, and who is most alike', () => {
  expect(grouping([plain('L', 'left'), plain('R', 'right')])).toMatchObject({ by: ['leaning'], ways: 1, alikest: null })
  const local = school.map((text, at) => told(`local ${at}`, 'unknown', [text], 'local'))
  const { by, ways, alikest } = grouping([...national, ...local])
  expect(by).toEqual(['leaning', 'kind'])
  expect(ways).toBeGreaterThan(1)
  expect(alikest?.shared).toBeGreaterThan(3)
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
        if (group.label.startsWith('Press in')) expect([...sides]).toEqual(['unknown'])
      }
    }),
  )
})

test('what kinds of outlets stand in one group is said in one sentence', () => {
  const found = groups(eventArticles().get('canal-accord') ?? [])
  expect(found.find(({ label }) => label.startsWith('Newswires'))?.reason).toBe(
    'News agencies, and outlets that reprint their reports; broadcasters that speak to listeners abroad; outlets that write for readers abroad.',
  )
})

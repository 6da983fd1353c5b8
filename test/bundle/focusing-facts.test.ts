import { expect, test } from 'vitest'
import { sharesOf } from '../../src/bundle/centrality.ts'
import { focusingFacts } from '../../src/bundle/focusing-facts.ts'
import { addsNothing, repeats } from '../../src/bundle/repeats.ts'
import { factsOf } from '../../src/fact/facts.ts'
import { mentionsIn } from '../../src/fact/mentions.ts'
import { pointsOf } from '../../src/fact/points.ts'
import { readStory } from '../../src/fact/readings.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

const headline = 'Elma council raises bridge toll'

function chosen(...texts: string[]) {
  const names = 'Northline,Brenna Post,Harbour Sun,Elma Radio'.split(',')
  const story = storyOf(texts.map((text, at) => articleBy(names[at] ?? '', 'center', { title: `${at}`, text })))
  const readings = readStory(story, independenceGroups(story.articles))
  const ground = { readings, shares: sharesOf(readings), points: pointsOf(readings), said: [mentionsIn(headline)] }
  return focusingFacts(factsOf(readings), ground)
}
const texts = (...told: string[]) => chosen(...told).map(({ statement }) => statement.sentence.text)

const cost = 'Elma Lines spent 4.2 million florins on gates, cameras and a control room in Brenna.'
const lorries = 'Lorries from Brenna pay 31 florins for each crossing under the schedule of March 3.'
const quay = 'Edith Kallas closed the northern quay to 14 ferries while workers paint the gates.'

test('a fact rests on one report of each other owner that bears it out, and on no report that only touches it', () => {
  const found = chosen(
    `${quay} Nobody objected to it at the hearing on Monday.`,
    `Brenna lost a crossing this spring. ${quay.replace('Edith', 'By order of the port, Edith')} The boat to Tornby sails at noon.`,
    'Edith Kallas owns 14 ferries and a house on the northern quay. Rain fell all day in Elma.',
  )
  const fact = found.find(({ statement }) => statement.sentence.text === quay)
  expect(fact?.corroboration.map(({ article }) => article)).toEqual(['Brenna Post: 1'])
})

test('two facts are never the same fact again, nor the headline', () => {
  const again = 'From March 3, lorries that come from Brenna pay 31 florins for a crossing.'
  const retold = 'The council of Elma raises the toll of the bridge in Elma, said Edith Kallas.'
  const found = texts([cost, lorries].join(' '), [again, retold, quay].join(' '))
  expect(found).toHaveLength(3)
  expect(found.filter((text) => text.includes('31 florins'))).toHaveLength(1)
  expect(found).not.toContain(retold)
})

test('"the span" comes last, unless what stands above has named it', () => {
  const span = 'The span dates from 1957 and carries 30,000 cars on a working day, Kallas said.'
  const toll = 'The toll of 12 florins is collected by Elma Lines at 9 gates along the river.'
  expect(texts([span, lorries, quay, cost].join(' '))).not.toContain(span)
  expect(texts([span, toll, lorries, quay].join(' '))).toContain(toll)
})

test('half of the figures said again is said again', () => {
  const one = mentionsIn('Some 2,300 homes lost heat.')
  expect(repeats(one, mentionsIn('Power failed for 2,300 families on Tuesday night.'))).toBe(true)
  expect(repeats(one, mentionsIn('Power failed for 900 families on Tuesday night.'))).toBe(false)
})

test('a number of the lede may stand with what else is known of it, and not with a little more', () => {
  const ledeOf = mentionsIn('The bridge of Elma will keep 700 jobs.')
  const more = 'Arden Works would replace its furnace by an electric one and hold on to 700 people.'
  expect(addsNothing(mentionsIn(more), ledeOf)).toBe(false)
  expect(repeats(mentionsIn(more), ledeOf)).toBe(true)
  expect(addsNothing(mentionsIn('In Elma 700 jobs are safe.'), ledeOf)).toBe(true)
  expect(addsNothing(mentionsIn('The bridge of Elma will stay open to keep jobs.'), ledeOf)).toBe(true)
})

test('of two facts the one whose number other reports have, in whatever sentence, comes first', () => {
  const other = 'Elma Lines hung up 54 lamps for the ferries of Brenna.'
  const asked = 'Its mayor asked what the 54 lamps had cost.'
  const [first] = texts([cost, other].join(' '), `Nobody in Brenna would say who wanted them. ${asked}`)
  expect(first).toBe(other)
  expect(texts([cost, other].join(' '))[0]).toBe(cost)
})

import { expect, test } from 'vitest'
import { pointsOf } from '../../src/fact/points.ts'
import { quotationsOf } from '../../src/fact/quotations.ts'
import { type Reading, readStory } from '../../src/fact/readings.ts'
import { voicesOf } from '../../src/fact/voices.ts'
import { absentPoints, absentQuotations } from '../../src/perspective/absences.ts'
import type { Leaning } from '../../src/source/leaning.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

const published = new Date('2026-03-11T12:00:00Z')

/** Two reports of two owners on the left, and one on the right. */
function told(first: string, second: string, right: string): readonly Reading[] {
  const leanings: readonly Leaning[] = ['left', 'lean-left', 'right']
  const articles = [first, second, right].map((text, at) =>
    articleBy(`Outlet ${at}`, leanings[at] ?? 'center', { title: `Report ${at}`, text, publishedAt: published }),
  )
  return readStory(storyOf(articles), [])
}

function pointsLeftOut(first: string, second: string, right: string, kind: string): string[] {
  const readings = told(first, second, right)
  const [others, members] = [readings.slice(0, 2), readings.slice(2)]
  return absentPoints(pointsOf(readings), members, others, new Map())
    .filter(({ point }) => point.kind === kind)
    .map(({ point }) => point.words)
}

function quotationsLeftOut(first: string, second: string, right: string) {
  const readings = told(first, second, right)
  const [others, members] = [readings.slice(0, 2), readings.slice(2)]
  return absentQuotations(quotationsOf(readings), voicesOf(readings), members, others)
}

const words = 'The ferry will not sail before somebody has paid for it'

test('words that two reports quote are left out by one that has them nowhere', () => {
  const [first, second] = [`“${words},” said Ana Brisk.`, `Some were angry. "${words}," she said.`]
  const [found, ...more] = quotationsLeftOut(first, second, 'The mayor, Ana Brisk, spoke.')
  expect(found).toMatchObject({ words, speaker: 'Ana Brisk', owners: 2 })
  expect(more).toEqual([])
  expect(quotationsLeftOut(first, second, `She said the ferry will not sail before somebody has paid.`)).toEqual([])
  expect(quotationsLeftOut(first, second, '“We are tired of all the waiting here,” said Ana Brisk.')).toEqual([])
  expect(quotationsLeftOut(first, 'Nobody spoke.', 'Nobody came.')).toEqual([])
})

test('papers end a quotation where they like; a few words are none', () => {
  const longer = `“${words}, and that is that,” said Ana Brisk.`
  expect(quotationsLeftOut(longer, `“${words}”, said Ana Brisk.`, 'No.').map(({ owners }) => owners)).toEqual([2])
  expect(quotationsLeftOut('“It will not sail,” said Brisk.', '“It will not sail,” said Brisk.', 'No.')).toEqual([])
})

test('a day to come is left out where neither it nor its weekday is named; the days around the report say nothing', () => {
  const vote = 'The council will vote on the ferry contract on March 14.'
  const again = 'Members vote on the contract on Saturday, March 14.'
  expect(pointsLeftOut(vote, again, 'A contract is near.', 'date')).toEqual(['March 14'])
  expect(pointsLeftOut(vote, again, 'They will meet on Saturday.', 'date')).toEqual([])
  const today = (text: string) => text.replace('March 14', 'March 11')
  expect(pointsLeftOut(today(vote), today(again), 'A contract is near.', 'date')).toEqual([])
})

test('a month other than the report’s own is left out where it is not named at all', () => {
  const [first, second] = ['Two detainees died there in January.', 'Detainees died in January, two of them.']
  expect(pointsLeftOut(first, second, 'Nobody died.', 'date')).toEqual(['January'])
  expect(pointsLeftOut(first, 'Two detainees died in January.', 'In January it snowed.', 'date')).toEqual([])
  expect(pointsLeftOut('Two detainees died in March.', 'Two detainees died in March.', 'No.', 'date')).toEqual([])
})

test('a road, a clause or a union is known by its number', () => {
  const [first, second] = ['The bridge on Route 29 is down.', 'Crews closed Route 29 for a week.']
  expect(pointsLeftOut(first, second, 'A bridge fell.', 'name')).toEqual(['Route 29'])
  expect(pointsLeftOut(first, second, 'On Route 29 a bridge fell.', 'name')).toEqual([])
})

test('a name that any report may have needs words beside it that tell, another one only one that both have', () => {
  const named = (name: string) =>
    pointsLeftOut(`Police closed ${name} on Monday.`, `The police had left ${name}.`, 'No.', 'name')
  expect(named('Gannet Ridge')).toEqual(['Gannet Ridge'])
  expect(named('White House')).toEqual([])
})

test('a company is named by the first word of its name, too, or by what it is, and nobody by a first name', () => {
  const named = (right: string) =>
    pointsLeftOut('Corvane Steel closed its mill.', 'The mill belongs to Corvane Steel.', right, 'name')
  expect(named('A mill was closed.')).toEqual(['Corvane Steel'])
  expect(named('At the mill Corvane said no.')).toEqual([])
  expect(named('The owner of the mill makes steel.')).toEqual([])
  const spoke = (right: string) =>
    pointsLeftOut('At the mill Rosa Thibault spoke.', 'For the mill spoke Rosa Thibault.', right, 'name')
  expect(spoke('The union of Rosa Brisk spoke.')).toEqual(['Rosa Thibault'])
})

test('of a percentage two ordinary words beside it tell that it is one thing', () => {
  const [first, second] = ['Prices of services rose 3.4 percent.', 'For services prices are up by 3.4 per cent.']
  expect(pointsLeftOut(first, second, 'Prices rose.', 'figure')).toEqual(['3.4 percent'])
  expect(pointsLeftOut(first, 'Turnout was up by 3.4 per cent.', 'Prices rose.', 'figure')).toEqual([])
})

test('distances are of as many things as there are, unless the number is one of its own', () => {
  const passed = (distance: string) =>
    pointsLeftOut(`The comet was ${distance} away.`, `It missed the comet by ${distance}.`, 'It flew by.', 'figure')
  expect(passed('412 kilometres')).toEqual(['412 kilometres'])
  expect(passed('40 kilometres')).toEqual([])
})

test('two words that a comma parts are no term', () => {
  const [first, second] = ['The absentee ballots are counted.', 'They counted absentee ballots twice.']
  expect(pointsLeftOut(first, second, 'Votes were counted.', 'term')).toContain('absentee ballots')
  const parted = 'When the tremor struck, firefighters came.'
  expect(pointsLeftOut(parted, parted.replace('came', 'ran'), 'No.', 'term')).toEqual([])
})

test('a disputed number is not left out by who gives another one for the same thing', () => {
  const readings = told('The strike cost 640 million dollars.', 'It cost 640 million dollars.', 'It cost 480 million.')
  const [others, members] = [readings.slice(0, 2), readings.slice(2)]
  const figures = (givers: Parameters<typeof absentPoints>[3]) =>
    absentPoints(pointsOf(readings), members, others, givers).map(({ point }) => point.key)
  expect(figures(new Map())).toContain('640000000')
  const id = members[0]?.article.id
  expect(figures(new Map([['640000000', new Set(id === undefined ? [] : [id])]]))).toEqual([])
})

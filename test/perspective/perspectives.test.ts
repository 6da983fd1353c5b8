import { expect, test } from 'vitest'
import { factsOf } from '../../src/fact/facts.ts'
import { type Reading, readStory } from '../../src/fact/readings.ts'
import { termOf } from '../../src/fact/stems.ts'
import { voicesOf } from '../../src/fact/voices.ts'
import { groupingOf } from '../../src/perspective/groups.ts'
import { standpointsOf } from '../../src/perspective/perspectives.ts'
import { logOdds } from '../../src/perspective/word-use.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { articleBy, ferryStory, storyOf } from '../fact/articles.ts'

function standpoints(readings: readonly Reading[]) {
  const [facts, voices] = [factsOf(readings), voicesOf(readings)]
  return standpointsOf(groupingOf(readings, facts, voices).groups, readings, { facts, voices }, [])
}

function ferry() {
  const story = ferryStory()
  const readings = readStory(story, independenceGroups(story.articles))
  const found = standpoints(readings)
  return new Map(found.map((standpoint) => [standpoint.label, standpoint]))
}

test('the words of a side are those that its articles write and others do not', () => {
  expect(
    ferry()
      .get('Left-leaning media')
      ?.ownWords.map((use) => use.word),
  ).toContain('mechanics')
  expect(
    ferry()
      .get('Right-leaning media')
      ?.ownWords.map((use) => use.word),
  ).toContain('subsidy')
  expect(
    ferry()
      .get('Newswires')
      ?.ownWords.map((use) => use.word),
  ).not.toContain('pier')
})

test('a voice is a group’s own only where no other article names the speaker', () => {
  expect(
    ferry()
      .get('Left-leaning media')
      ?.ownVoices.map((voice) => voice.name),
  ).toEqual(['Tomas Brill'])
  expect(ferry().get('Newswires')?.ownVoices).toEqual([])
})

const cut = 'Elma Lines cut its workshop from 60 to 31 mechanics in four years.'

/** Two reports on the left have the sentence; the right has what is given. */
function rightBeside(sentence: string, right: string) {
  const texts = [`${sentence} Rain fell in Tornby.`, `The crew had warned of it. ${sentence}`, right]
  const story = storyOf(
    texts.map((text, at) => articleBy(`Outlet ${at}`, at < 2 ? 'left' : 'right', { title: `Ferry ${at}`, text })),
  )
  const readings = readStory(story, [])
  return standpoints(readings).find(({ label }) => label === 'Right-leaning media')
}

test('a fact is absent where two independent others state it and no member has its names, numbers or words', () => {
  const absent = (right: string) => rightBeside(cut, right)?.absentFacts.map(({ shown }) => shown.sentence.text)
  expect(absent('Taxpayers gave a subsidy of 38 million florins.')).toEqual([cut])
  expect(absent('Taxpayers gave Elma Lines a subsidy.')).toEqual([])
  expect(absent('The union counts 31 people in the hall.')).toEqual([])
  expect(absent('A workshop needs a mechanic; this one was cut four years ago.')).toEqual([])
})

test('a number is absent where two independent others give it for the same thing and no member has it at all', () => {
  const absent = (right: string) =>
    rightBeside(cut, right)
      ?.absentPoints.filter(({ point }) => point.kind === 'figure')
      .map(({ point }) => point.words)
  expect(absent('Elma Lines got a subsidy.')).toEqual(['31 mechanics'])
  expect(absent('Elma Lines kept thirty-one people in its workshop.')).toEqual([])
  const minutes = rightBeside('The crossing at Elma took 45 minutes on Monday.', 'No.')?.absentPoints
  expect(minutes?.filter(({ point }) => point.kind === 'figure')).toEqual([])
})

test('quotations are direct speech whose speaker the sentence names', () => {
  const texts = [...ferry().values()].flatMap(({ quotations }) => quotations.map(({ sentence }) => sentence.text))
  expect(texts).toContain(
    '“Nobody in the office asked whether any spare parts were left to repair her with,” Brill said.',
  )
  expect(texts.every((text) => /[“"]/.test(text))).toBe(true)
})

test('where few are quoted, a group shows sentences that its articles say themselves, to two in all', () => {
  const articles = [
    articleBy('Elma Radio', 'left', {
      title: 'Toll raised',
      text: 'The council of Elma raised the toll. Lorry drivers of Brenna wear out the old bridge of Elma every winter. The mayor of Elma said that Brenna should pay for the bridge of Elma. “Nobody in Brenna pays us anything at all for it,” said Edith Kallas.',
    }),
    articleBy('The Ledger', 'right', {
      title: 'Toll raised',
      text: 'The council of Elma raised the toll. Families in Brenna drive forty miles to work and back on one road.',
    }),
  ]
  const shown = standpoints(readStory(storyOf(articles), []))
  const [left, right] = ['Left-leaning media', 'Right-leaning media'].map((label) =>
    shown.find((one) => one.label === label),
  )
  const textsOf = (statements: (typeof shown)[number]['writing'] = []) =>
    statements.map(({ sentence }) => sentence.text)
  expect(textsOf(left?.quotations)).toHaveLength(1)
  expect(textsOf(left?.writing)).toEqual(['Lorry drivers of Brenna wear out the old bridge of Elma every winter.'])
  expect(textsOf(right?.writing)).toEqual(['Families in Brenna drive forty miles to work and back on one road.'])
})

test('no sentence is shown by two groups', () => {
  const shown = [...ferry().values()].flatMap(({ lead, quotations, writing }) => [
    ...(lead ? [lead] : []),
    ...quotations,
    ...writing,
  ])
  const texts = shown.map((statement) => statement.sentence.text)
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThan(4)
})

test('log-odds favour the side that writes a word more often for its length, and spelling is no standpoint', () => {
  expect(logOdds(5, 100, 1, 100)).toBeGreaterThan(0)
  expect(logOdds(5, 1000, 5, 100)).toBeLessThan(0)
  expect(termOf('centre')).toBe(termOf('center'))
  expect(termOf('labour')).toBe(termOf('labor'))
  expect(termOf('organised')).toBe(termOf('organized'))
  expect(termOf('walkout')).not.toBe(termOf('walker'))
})

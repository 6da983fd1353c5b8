import { expect, test } from 'vitest'
import { factsOf } from '../../src/fact/facts.ts'
import { readStory } from '../../src/fact/readings.ts'
import { standpointsOf } from '../../src/perspective/perspectives.ts'
import { logOdds, termOf } from '../../src/perspective/word-use.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { ferryStory } from '../fact/articles.ts'

function ferry() {
  const story = ferryStory()
  const readings = readStory(story, independenceGroups(story.articles))
  const found = standpointsOf(readings, factsOf(readings), [])
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

test('a fact is absent where two independent others carry it and no member comes near', () => {
  const right = ferry().get('Right-leaning media')
  expect(right?.absentFacts.map((fact) => fact.shown.sentence.text)).toEqual(
    expect.arrayContaining([expect.stringContaining('31')]),
  )
  // 212 passengers stand in The Ledger, so the side that it belongs to does not leave them out.
  expect(right?.absentFacts.some((fact) => fact.shown.sentence.text.includes('212'))).toBe(false)
  expect(
    ferry()
      .get('Left-leaning media')
      ?.absentFacts.every((fact) => fact.owners >= 2),
  ).toBe(true)
})

test('no sentence is shown by two groups', () => {
  const shown = [...ferry().values()].flatMap(({ lead, quotations }) => [...(lead ? [lead] : []), ...quotations])
  const texts = shown.map((statement) => statement.sentence.text)
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThan(6)
})

test('log-odds favour the side that writes a word more often for its length, and spelling is no standpoint', () => {
  expect(logOdds(5, 100, 1, 100)).toBeGreaterThan(0)
  expect(logOdds(5, 1000, 5, 100)).toBeLessThan(0)
  expect(termOf('centre')).toBe(termOf('center'))
  expect(termOf('labour')).toBe(termOf('labor'))
  expect(termOf('organised')).toBe(termOf('organized'))
  expect(termOf('walkout')).not.toBe(termOf('walker'))
})

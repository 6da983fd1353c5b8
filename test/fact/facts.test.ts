import { expect, test } from 'vitest'
import { factsOf } from '../../src/fact/facts.ts'
import { isOpinion } from '../../src/fact/opinion.ts'
import { readStory } from '../../src/fact/readings.ts'
import { voicesOf } from '../../src/fact/voices.ts'
import { independenceGroups } from '../../src/story/independence.ts'
import { articleBy, ferryStory, storyOf } from './articles.ts'

const ferry = () => readStory(ferryStory(), independenceGroups(ferryStory().articles))

test('sentences of different articles that state the same thing are one fact', () => {
  const passengers = factsOf(ferry()).find((fact) => fact.statements[0]?.sentence.text.includes('212 passengers'))
  expect(passengers?.carriers.map((id) => id.split(':')[0])).toEqual(
    expect.arrayContaining(['Northline', 'Elma Radio', 'The Ledger']),
  )
  expect(passengers?.sides).toEqual(['center', 'right'])
})

test('a reprint carries a fact without being another owner of it', () => {
  const withdrawn = factsOf(ferry()).find((fact) => fact.statements[0]?.sentence.text.includes('withdrawn'))
  expect(withdrawn?.carriers).toHaveLength(2)
  expect(withdrawn?.owners).toBe(1)
})

test('two sentences that share a person and nothing else are two facts', () => {
  const story = storyOf([
    articleBy('A', 'left', { title: 'a', text: 'Edith Kallas promised a full inquiry into the harbour lights.' }),
    articleBy('B', 'right', { title: 'b', text: 'Edith Kallas grew up among the orchards of southern Brenna.' }),
  ])
  expect(factsOf(readStory(story, [])).map((fact) => fact.carriers.length)).toEqual([1, 1])
})

test('speakers get the fullest personal name of the story; outlets and organisations are none', () => {
  const names = voicesOf(ferry()).map((voice) => voice.name)
  expect(names).toEqual(expect.arrayContaining(['Tomas Brill', 'Edith Kallas', 'Ruth Vance']))
  const brill = voicesOf(ferry()).find((voice) => voice.name === 'Tomas Brill')
  expect(brill?.owners).toBe(2)
})

test('opinion is what the outlet calls so: by kind, shelf, address, label or desk', () => {
  expect(isOpinion(articleBy('A', 'left', { kind: 'opinion' }))).toBe(true)
  expect(isOpinion(articleBy('A', 'left', { sections: ['Opinion'] }))).toBe(true)
  expect(isOpinion(articleBy('A', 'left', { url: 'https://a.example/opinion/2026/x' }))).toBe(true)
  expect(isOpinion(articleBy('A', 'left', { title: 'Opinion: enough' }))).toBe(true)
  expect(isOpinion(articleBy('Fox Weekly Opinion', 'right', {}))).toBe(true)
  expect(
    isOpinion(articleBy('A', 'left', { kind: 'newspaper', sections: ['Politics'], title: 'Opinion polls rise' })),
  ).toBe(false)
})

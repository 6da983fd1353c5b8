import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf } from '../../src/fact/facts.ts'
import { Likeness } from '../../src/fact/likeness.ts'
import { isOpinion } from '../../src/fact/opinion.ts'
import { readStory, type Statement } from '../../src/fact/readings.ts'
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

const vocabulary =
  'harbour council toll bridge winter engineer granite ferry cargo tariff lantern orchard 12 240 9,500'.split(' ')
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 4, maxLength: 7 })
  .map((words) => `The ${words.join(' ')}.`)

test('a sentence joins the fact that it is most like, as if it were compared with all of them', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 25 }), (sentences) => {
      const articles = sentences.map((text, at) => articleBy(`Outlet ${at}`, 'left', { title: `T${at}`, text }))
      const readings = readStory(storyOf(articles), [])
      const found = factsOf(readings).map(({ statements }) => statements.map(({ article }) => article))
      expect(found).toEqual(joinedOneByOne(readings.flatMap(({ statements }) => statements)))
    }),
  )
})

function joinedOneByOne(all: readonly Statement[]) {
  const comparable = all.filter(({ mentions, flaws }) => mentions.stems.size >= 3 && !flaws.includes('no-sentence'))
  const likeness = new Likeness(comparable)
  const facts: { first: number; members: string[] }[] = []
  const between = (one: number, other: number) => {
    const [a, b] = [likeness.weighed[one], likeness.weighed[other]]
    return a === undefined || b === undefined ? 0 : likeness.between(a, b)
  }
  for (const [at, { article }] of comparable.entries()) {
    const best = facts.toSorted((a, b) => between(at, b.first) - between(at, a.first))[0]
    if (best !== undefined && between(at, best.first) >= 0.42) best.members.push(article)
    else facts.push({ first: at, members: [article] })
  }
  return facts.map(({ members }) => members)
}

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

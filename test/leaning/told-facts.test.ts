import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { factsBeside } from '../../src/leaning/side-shares.ts'
import { toldStory } from '../../src/leaning/told-facts.ts'
import { storyId } from '../../src/story/story.ts'
import { articleBy } from '../fact/articles.ts'
import { leviesOf, toldBy } from './levy.ts'

const told = (...articles: Article[]) => toldStory(storyId('levy'), articles)

test('a story’s facts are told with the tellings that carry each, the sentence and its article', () => {
  const story = told(
    articleBy('Workbench', 'unknown', { url: 'https://workbench.example/levy', text: leviesOf(0, 'court', 'jobs') }),
    articleBy('Ledger', 'unknown', { title: 'Levy', text: leviesOf(1, 'auditor', 'court') }),
  )
  expect(story.tellings).toEqual([
    { sourceId: 'Workbench', group: 0 },
    { sourceId: 'Ledger', group: 1 },
  ])
  const workbench = { telling: 0, article: 'https://workbench.example/levy' }
  const ledger = { telling: 1, article: 'Ledger: Levy' }
  expect(story.facts).toEqual([
    [
      { ...workbench, sentence: toldBy(0, 'law') },
      { ...ledger, sentence: toldBy(1, 'law') },
    ],
    [
      { ...workbench, sentence: toldBy(0, 'court') },
      { ...ledger, sentence: toldBy(1, 'court') },
    ],
    [{ ...workbench, sentence: toldBy(0, 'jobs') }],
    [{ ...ledger, sentence: toldBy(1, 'auditor') }],
  ])
})

test('articles of one source are one telling, and no more than three of them', () => {
  const pieces = ['court', 'jobs', 'auditor', 'ferry'] as const
  const story = told(...pieces.map((fact) => articleBy('Ledger', 'unknown', { title: fact, text: leviesOf(0, fact) })))
  expect(story.tellings).toEqual([{ sourceId: 'Ledger', group: 0 }])
  const sentences = story.facts.flat().map(({ sentence }) => sentence)
  expect(sentences).toEqual((['law', 'court', 'jobs', 'auditor'] as const).map((fact) => toldBy(0, fact)))
})

test('other languages, other matters and an agency’s words in other papers are not read', () => {
  const text = leviesOf(0, 'court')
  const story = told(
    articleBy('Hafenblatt', 'unknown', { lang: 'de', text }),
    articleBy('Kitchen', 'unknown', { text: 'Stir 3 eggs into the flour of the port of Elma, said the cook.' }),
    articleBy('Reprint', 'unknown', { wire: 'Northline', text }),
    articleBy('Northline', 'unknown', { wire: 'Northline', kind: 'wire', text }),
  )
  expect(story.tellings.map(({ sourceId }) => sourceId)).toEqual(['Northline'])
})

test('who prints the same piece or has the same owner is one piece of reporting, and is not held against itself', () => {
  const text = leviesOf(0, 'court', 'jobs', 'ferry')
  const story = told(
    articleBy('Workbench', 'unknown', { text }),
    articleBy('Common Ground', 'unknown', { text: `${text}\n\nElma waits.` }),
    articleBy('Ledger', 'unknown', { text: leviesOf(1, 'auditor', 'court'), owner: 'Quay Group' }),
    articleBy('Quay News', 'unknown', { text: leviesOf(2, 'dredging'), owner: 'Quay Group' }),
  )
  expect(story.tellings.map(({ group }) => group)).toEqual([0, 0, 1, 1])
  const sides = ['left', 'right', 'right', 'right'] as const
  expect(factsBeside(story, sides)(0).tellings).toEqual({ left: 0, center: 0, right: 1 })
  const { tellings, facts } = factsBeside(story, sides)(2)
  expect(tellings).toEqual({ left: 1, center: 0, right: 1 })
  expect(facts.map(({ by, own }) => [by.left, by.right, own?.sentence ?? null])).toEqual([
    [1, 1, toldBy(1, 'law')],
    [1, 1, toldBy(1, 'court')],
    [1, 1, null],
    [1, 1, null],
  ])
})

test('a sentence of any length is cut, and any text is read', () => {
  const long = `Whoever crossed the strait that winter saw seals ${'and gulls and cormorants '.repeat(60)}on the ice.`
  const sentences = told(articleBy('Ledger', 'unknown', { text: `${leviesOf(0)}\n\n${long}` })).facts.flat()
  expect(sentences.map(({ sentence }) => sentence.length)).toEqual([toldBy(0, 'law').length, 401])
  const hostile = fc.string({ unit: 'binary', maxLength: 2_000 })
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const { tellings, facts } = told(
        articleBy('a', 'left', { text: `${leviesOf(0)}\n\n${one}` }),
        articleBy('b', 'right', { text: `${leviesOf(1)}\n\n${other}` }),
      )
      for (const carriers of facts) expect(new Set(carriers.map(({ telling }) => telling)).size).toBe(carriers.length)
      expect(facts.flat().every(({ telling }) => tellings[telling] !== undefined)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

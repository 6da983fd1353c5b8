import { expect, test } from 'vitest'
import { sharesOf } from '../../src/bundle/centrality.ts'
import { ledeOf } from '../../src/bundle/lede.ts'
import { readStory } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function lede(...texts: string[]) {
  const articles = texts.map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: `${at}`, text }))
  const readings = readStory(storyOf(articles), [])
  return ledeOf(readings, sharesOf(readings), 'Council of Elma raises bridge toll')?.sentence.text
}

const sound = 'Ruth Vance opened the new toll gates of Elma on Monday with a speech.'

test.each([
  'It raised the bridge toll of the council of Elma to 12 florins on Tuesday.',
  'But the council of Elma raised the bridge toll to 12 florins on Tuesday.',
  'There is a bridge toll of 12 florins that the council of Elma raised on Tuesday.',
  'The span across the river carries the bridge toll that Elma raised on Tuesday.',
  'CLOSE The council of Elma raised its bridge toll to 12 florins on Tuesday.',
])('a sentence that stands alone opens the page, and not: %s', (text) => {
  expect(lede(text, sound)).toBe(sound)
})

test('a subject that the headline names may be "the" subject', () => {
  const toll = 'The toll on the bridge was raised by the council of Elma to 12 florins on Tuesday.'
  expect(lede(toll, sound)).toBe(toll)
})

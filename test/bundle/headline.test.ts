import { expect, test } from 'vitest'
import { sharesOf } from '../../src/bundle/centrality.ts'
import { headlineOf } from '../../src/bundle/headline.ts'
import { partialityOf } from '../../src/bundle/headline-flaws.ts'
import { readStory } from '../../src/fact/readings.ts'
import type { Leaning } from '../../src/source/leaning.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function headline(...titles: [Leaning, string][]) {
  const readings = readStory(
    storyOf(titles.map(([leaning, title], at) => articleBy(`Outlet ${at}`, leaning, { title }))),
    [],
  )
  return headlineOf(readings, sharesOf(readings)).text
}

const plain = 'Council of Elma raises bridge toll'

test('a title of the center comes before that of a side, however much it shares', () => {
  expect(headline(['left', plain], ['right', `${plain} again`], ['center', 'Toll to cost 12 florins from May'])).toBe(
    'Toll to cost 12 florins from May',
  )
})

test.each([
  'Why the council of Elma raises the bridge toll',
  'Fact Check: Does the bridge toll cost 12 florins?',
  '5 things to know about the bridge toll in Elma',
  'You will pay 12 florins for our bridge!',
  'It raises the bridge toll to 12 florins',
  'The case for a bridge toll in Elma',
])('a side that tells comes before a center that does not: %s', (title) => {
  expect(headline(['center', title], ['left', plain])).toBe(plain)
})

test('the plainest of two sides', () => {
  expect(headline(['left', 'Greedy council slams drivers with cruel toll'], ['right', plain])).toBe(plain)
  expect(headline(['right', 'Council “helps” drivers with a toll'], ['left', plain])).toBe(plain)
  expect(headline(['right', `${plain}, dodges questions on its cost`], ['left', plain])).toBe(plain)
})

test('a title that tells what happened takes no part', () => {
  expect(partialityOf(plain)).toBe(0)
  expect(partialityOf('US and NATO sign pact in Brenna')).toBe(0)
  expect(partialityOf('Is this the end of the toll?')).toBeGreaterThan(1)
})

test('a German title that takes part counts more than one that only tells', () => {
  const plain = 'Stadtrat beschließt Verkauf der Fähre nach Brenna'
  expect(partialityOf(plain)).toBe(0)
  const partial = ['Endlich ist der Fährfilz am Ende', 'Ein skandalöser Verkauf der Fähre', 'Warum die Fähre weg muss']
  for (const title of partial) expect(partialityOf(title)).toBeGreaterThanOrEqual(1)
})

test('a headline is without the button of a player', () => {
  expect(headline(['center', `${plain} Listen· 5:08`])).toBe(plain)
  expect(headline(['center', 'Council of Elma asks drivers to listen: 12 florins'])).toMatch(/listen: 12 florins$/)
})

test('where every title takes part, a short plain sentence with which a report begins is the headline', () => {
  const begun = 'The clinic of Tannried goes to the private company Medivara.'
  const told = (text: string, title = 'Why the sale of a clinic says so much about all of us') => {
    const articles = [
      articleBy('Outlet 0', 'center', { title, text }),
      articleBy('Outlet 1', 'left', { title: 'Shameless grab: company loots our clinic!', text: 'A shameless grab.' }),
    ]
    const readings = readStory(storyOf(articles), [])
    return headlineOf(readings, sharesOf(readings)).text
  }
  const sentence = begun.replace('The clinic of Tannried', 'Tannried’s clinic')
  expect(told(`${sentence} Nurses stood outside.`)).toBe(sentence.replace(/\.$/, ''))
  expect(told(`${sentence} Nurses stood outside.`, 'Clinic of Tannried sold')).toBe('Clinic of Tannried sold')
  expect(told(`It was sold. We were there! Nobody wept. ${begun}`)).toMatch(/^Why the sale/)
  // The line under a title, about something else.
  expect(told(`Every second harbour in the land makes a loss. We were there. ${begun}`)).toBe(begun.replace(/\.$/, ''))
})

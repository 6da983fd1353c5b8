import { expect, test } from 'vitest'
import { firstFlaws } from '../../src/bundle/first-flaws.ts'
import { readStory } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function flawsOf(text: string) {
  const statement = readStory(storyOf([articleBy('Outlet', 'center', { title: 'Toll', text })]), [])[0]?.statements[0]
  return statement === undefined ? ['nothing'] : firstFlaws(statement)
}

test.each([
  'Two Elma council committees were told on Tuesday that the bridge toll would rise to 12 florins.',
  'Several drivers of lorries stood before the town hall of Elma on Tuesday.',
  'In her first speech since the vote, Ruth Vance defended the bridge toll of Elma on Tuesday.',
  'President Vance dropped his plan for a bridge toll on Tuesday after talks with the council.',
])('a report may open with: %s', (text) => {
  expect(flawsOf(text)).toEqual([])
})

test.each([
  ['Two of them were told on Tuesday that the bridge toll of Elma would rise to 12 florins.', 'dangling'],
  ['He dropped the plan for a bridge toll of Elma on Tuesday after talks with the council.', 'dangling'],
  ['In her first speech since the vote, the mayor said that the bridge toll would be raised.', 'dangling'],
  ['Even those who pay the bridge toll of Elma every day find that it is too low.', 'speaks-in-person'],
  ['Amazingly, the council of Elma raised the bridge toll to 12 florins on Tuesday.', 'speaks-in-person'],
  ['In all fairness to the council of Elma, let’s begin with what the bridge costs.', 'speaks-in-person'],
])('and not with: %s', (text, flaw) => {
  expect(flawsOf(text)).toContain(flaw)
})

import { expect, test } from 'vitest'
import { readStory } from '../../src/fact/readings.ts'
import { fullNamesOf } from '../../src/fact/voices.ts'
import { chargedIn, chargesIn } from '../../src/perspective/charges.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

/** Whom the first text blames or credits more than the second does. */
function charges(text: string, other = 'The ferry sails on Monday.'): string[] {
  const readings = readStory(
    storyOf([text, other].map((one, at) => articleBy(`Outlet ${at}`, 'left', { title: `Ferry ${at}`, text: one }))),
    [],
  )
  const [first, second] = readings
  if (first === undefined || second === undefined) throw new Error('two articles were written')
  return chargesIn([chargedIn(first)], [chargedIn(second)], fullNamesOf(readings)).map(
    ({ sort, name }) => `${sort} ${name}`,
  )
}

test('who is blamed or credited outright is found by name, in full where the story has it so', () => {
  expect(charges('The union blamed Elma Lines for the crack.')).toEqual(['blamed Elma Lines'])
  expect(charges('Harbour master Edith Kallas spoke. The union accused Kallas of silence.')).toEqual([
    'blamed Edith Kallas',
  ])
  expect(charges('The blame lies with Minister Karel Voss, the crew said.')).toEqual(['blamed Karel Voss'])
  expect(charges('Passengers praised Edith Kallas and her divers.')).toEqual(['credited Edith Kallas'])
})

test('nobody is blamed by a denial, by a name that only tells whose kind it is, or as much elsewhere', () => {
  expect(charges('The union did not blame Elma Lines for the crack.')).toEqual([])
  expect(charges('The union blamed Elma mechanics for the crack.')).toEqual([])
  expect(charges('The union praised Kallas’s rival, Karel Voss.')).toEqual([])
  expect(charges('Voters were blamed. Karel Voss was accused by Edith Kallas.')).toEqual([])
  expect(charges('The union blamed Elma Lines.', 'The crew also blames Elma Lines, by letter.')).toEqual([])
})

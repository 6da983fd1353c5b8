import { expect, test } from 'vitest'
import { mayBePerson, withoutOffice } from '../../src/fact/people.ts'

test.each(['Edith Kallas', 'J.D. Vance', 'Tom McBride', 'Rosa Delgado-Wynn', 'Jim Jordan', 'Betty Ann Stone'])(
  '%s may be a person',
  (name) => {
    expect(mayBePerson(name.split(' '))).toBe(true)
  },
)

test.each([
  'Kallas',
  'Continued Lindqvist',
  'Supporting Calder',
  'Brenna Today',
  'New Jersey',
  'Kallas MORE',
  'Elma Business',
  'South Brenna KAI',
  'BrennaGov Edwards',
  'Harbour Commission',
  'United Kingdom',
  'How Edith Kallas',
  'De León',
])('%s is no person', (name) => {
  expect(mayBePerson(name.split(' '))).toBe(false)
})

test('a name is what follows the last office', () => {
  expect(withoutOffice(['Tornby', 'Mayor', 'Ben', 'Zahn'])).toEqual(['Ben', 'Zahn'])
  expect(withoutOffice(['Ben', 'J', 'Zahn'])).toEqual(['Ben', 'Zahn'])
})

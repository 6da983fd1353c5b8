import { expect, test } from 'vitest'
import { sectionOf } from '../../src/bundle/section.ts'
import { articleBy } from '../fact/articles.ts'

const on = (...shelves: (string | null)[]) =>
  sectionOf(
    shelves.map((section, at) =>
      articleBy(`outlet ${at}`, 'center', { sections: section === null ? [] : [section], title: `${at}` }),
    ),
  )

test.each([
  ['world', 'Global & US Headlines'],
  ['us', 'Global & US Headlines'],
  ['UK Politics', 'Politics'],
  ['business', 'Business & Economics'],
  ['technology', 'Science & Technology'],
  ['health', 'Health'],
  ['culture', 'Culture'],
  ['sport', 'Sport'],
  ['local', 'Local'],
  ['', 'Global & US Headlines'],
])('the shelf %s is %s', (shelf, section) => {
  expect(on(shelf)).toBe(section)
})

test('most outlets decide, an outlet once; opinion shelves and missing ones have no vote', () => {
  expect(on('Business', 'Markets', 'World')).toBe('Business & Economics')
  expect(on('Opinion', null, 'Science')).toBe('Science & Technology')
  expect(on()).toBe('Global & US Headlines')
  const twice = ['1', '2'].map((title) => articleBy('one outlet', 'center', { sections: ['Sport'], title }))
  const others = ['a', 'b'].map((name) => articleBy(name, 'center', { sections: ['Health'], title: name }))
  expect(sectionOf([...twice, ...others])).toBe('Health')
})

const told = (title: string, text: string) =>
  sectionOf([articleBy('outlet', 'center', { title, text, sections: ['World'] })])

test.each([
  [
    'Probe passes comet and finds water jets',
    'The spacecraft flew by on Monday, scientists said.',
    'Science & Technology',
  ],
  ['Central bank cuts key rate to 3 percent', 'Inflation is near its target, the bank said.', 'Business & Economics'],
  [
    'Elma signs loan for rail line',
    'The railway is to carry freight. The loan is the largest of the bank.',
    'Business & Economics',
  ],
  ['Chess grandmaster wins title in Tornby', 'The tournament ended on Monday.', 'Sport'],
  ['Voters go to the polls in Brenna', 'The election decides on 40 seats in parliament.', 'Politics'],
  ['Measles spreads in Brenna', 'The hospital has no vaccine left for patients.', 'Health'],
  ['Ferry strikes pier in Port Elma', 'The harbour police counted 47 injured people.', 'Global & US Headlines'],
  ['President meets bank chief over film tax', 'A singer spoke, too.', 'Global & US Headlines'],
])('the words of “%s” speak for %s', (title, text, section) => {
  expect(told(title, text)).toBe(section)
})

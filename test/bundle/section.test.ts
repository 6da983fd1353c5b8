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

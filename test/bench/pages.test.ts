import { expect, test } from 'vitest'
import type { PageCase } from './pages/cases.ts'
import { hasNoSpaces, overlapOf, scoreOf } from './pages/score.ts'

test('runs of four words are compared, letter case and punctuation aside', () => {
  expect(overlapOf('one two three four five', 'One, two: three four five!')).toEqual({ precision: 1, recall: 1, f1: 1 })
  // Two of three runs that were found are wanted, two of two are found.
  expect(overlapOf('one two three four five', 'one two three four five six')).toMatchObject({
    precision: 2 / 3,
    recall: 1,
  })
  expect(overlapOf('one two three four', 'four three two one').f1).toBe(0)
  expect(overlapOf('one two three four', '')).toEqual({ precision: 0, recall: 0, f1: 0 })
})

test('what only says where a line may break is no difference', () => {
  expect(overlapOf('the har\u00adbour office raised', 'the harbour office raised').f1).toBe(1)
})

test('a run that is said twice is to be found twice', () => {
  expect(overlapOf('a b c d a b c d', 'a b c d').recall).toBe(1 / 5)
})

test('where a script has no spaces, runs of four characters are', () => {
  expect(hasNoSpaces('港の使用料が上がる')).toBe(true)
  expect(hasNoSpaces('Порт повысил сборы')).toBe(false)
  expect(overlapOf('港の使用料', '港の使用料が').precision).toBe(2 / 3)
})

const expected: PageCase = {
  ...{ html: 'a.html.gz', country: 'uk', publisher: 'Gazette', url: 'https://gazette.example/a' },
  ...{ title: 'Harbour fees rise', authors: ['Jane Doe', 'John Roe'], published: '2026-03-10 07:40:59.5+01:00' },
  paragraphs: ['The harbour office raised its fees.', 'Four captains complained about it.'],
}
const text = 'The harbour office raised its fees.\n\nFour captains complained about it.'

test('title, authors in any order and time to the minute', () => {
  const read = {
    title: 'Harbour  fees rise',
    authors: ['John Roe', 'Jane Doe'],
    published: '2026-03-10T06:40:00.000Z',
    text,
  }
  expect(scoreOf(expected, read)).toMatchObject({ f1: 1, lost: false, title: true, authors: true, published: true })
  expect(
    scoreOf(expected, {
      ...read,
      title: 'Harbour fees rise - Gazette',
      authors: ['Jane Doe'],
      published: '2026-03-10T06:41:00Z',
    }),
  ).toMatchObject({
    ...{ title: false, authors: false, published: false },
  })
})

test('what a case does not tell counts nowhere; a page is lost where too little of it is left', () => {
  const untold = { ...expected, title: null, authors: null, published: null }
  expect(scoreOf(untold, null)).toMatchObject({ lost: true, title: null, authors: null, published: null, f1: 0 })
  expect(scoreOf(untold, { title: null, authors: [], published: null, text: 'The harbour' })).toMatchObject({
    lost: true,
  })
})

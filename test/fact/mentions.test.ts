import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresIn } from '../../src/fact/figures.ts'
import { mentionsIn } from '../../src/fact/mentions.ts'
import { namesIn } from '../../src/fact/names.ts'
import { wordsOf } from '../../src/fact/stems.ts'

test('figures have one value however they are written', () => {
  const values = (text: string) => figuresIn(text).map(({ value, sort }) => `${value} ${sort}`)
  expect(values('1.4 million pumps')).toEqual(['1400000 count'])
  expect(values('1,400,000 pumps')).toEqual(['1400000 count'])
  expect(values('$1.6bn, £9 and 38 million dollars')).toEqual(['1600000000 money', '9 money', '38000000 count'])
  expect(values('3.9 percent, 4% and 11.5 per cent')).toEqual(['3.9 percent', '4 percent', '11.5 percent'])
  expect(values('Seventeen members, twenty-five rebels')).toEqual(['17 count', '25 count'])
  expect(values('on March 10, 2026 at 4:52 a.m.')).toEqual(['10 day', '2026 year', '4:52 time'])
  expect(values('one of them, COVID-19 aside')).toEqual([])
})

test('a point before three digits parts thousands as in German, save in what English gives to three places', () => {
  const values = (text: string) => figuresIn(text).map(({ value }) => value)
  expect(values('Rund 18.000 Fahrzeuge, 1.234.567 Menschen und 12.345,67 Euro')).toEqual([
    '18000',
    '1234567',
    '12345.67',
  ])
  expect(values('$3.294 a gallon, 2.907 percent, 1.434 million claims and 9.5 points')).toEqual([
    '3.294',
    '2.907',
    '1434000',
    '9.5',
  ])
})

test('days are told in English and in German', () => {
  expect(mentionsIn('Am Dienstag, 10. März, und im Mai 2024, nicht am Feiertag im Mai').dates).toEqual([
    'Dienstag',
    '10. März',
    'Mai 2024',
  ])
  expect(mentionsIn('On Tuesday, March 10, and in May').dates).toEqual(['Tuesday', 'March 10'])
})

test('German verbs that judge count in their forms', () => {
  expect(
    mentionsIn('Die Stadt verscherbelte das Haus, das sie zuvor ausgeblutet und verschleudert hatte.').loaded,
  ).toBe(3)
  expect(mentionsIn('Die Stadt verkaufte das Haus bei gutem Wetter.').loaded).toBe(0)
})

test('a word from elsewhere changes nothing about the other words of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(wordsOf(`${text} É`)).toEqual([...wordsOf(text), 'é'])
    }),
  )
  expect(wordsOf('The mayor’s 2nd half-hour, O’Brien said')).toEqual([
    'the',
    'mayor',
    'nd',
    'half-hour',
    "o'brien",
    'said',
  ])
})

test('names are runs of capitals without titles; a capital that only opens a sentence is none', () => {
  const words = (text: string) => namesIn(text).map((name) => name.words.join(' '))
  expect(words('Energy Secretary Priya Hallam met Mr. Tremayne in the House of Commons on Tuesday.')).toEqual([
    'Priya Hallam',
    'Tremayne',
    'House Commons',
  ])
  expect(words('Mediator Yusra al-Balushi met President Abdel el-Sisi.')).toEqual(['Yusra al-Balushi', 'Abdel el-Sisi'])
  expect(words('Officials met Frank and Malloy.')).toEqual(['Frank', 'Malloy'])
  expect(words('Dredging began.')).toEqual([])
  expect(namesIn('Dredging began.', new Set(['Dredging'])).map((name) => name.text)).toEqual(['Dredging'])
})

test('a sentence mentions its days, and how many of its words judge', () => {
  const found = mentionsIn('The reckless scheme began on Tuesday, March 10 and ended in 2026.')
  expect(found.dates).toEqual(['Tuesday', 'March 10', '2026'])
  expect(found.loaded).toBe(2)
  expect(mentionsIn('The plan began.').loaded).toBe(0)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featuresOf } from '../../src/story/features.ts'
import type { Terms } from '../../src/story/terms.ts'

const features = (text: string, title = '', lang: string | null = 'en') => featuresOf({ title, text, lang })
const terms = ({ texts }: Terms) => texts
const pairs = ({ texts, counts }: Terms) => texts.map((text, at) => [text, counts[at]])

test('words are stemmed and counted, stop words left out, title and text apart', () => {
  const { title, lead } = features('The strikers strike while striking.', 'Strikes end')
  expect(pairs(title)).toEqual([
    ['strike', 1],
    ['end', 1],
  ])
  expect(pairs(lead)).toEqual([
    ['striker', 1],
    ['strike', 2],
  ])
})

test('the lead ends after sixty words and the body goes on from there', () => {
  const { lead, body } = features(`${'alpha '.repeat(60)}omega`)
  expect(pairs(lead)).toEqual([['alpha', 60]])
  expect(pairs(body)).toEqual([['omega', 1]])
})

test('names are runs of capitals, whole and word by word', () => {
  expect(terms(features('On Monday the mayor met Ana Delgado-Wynn in Port Calder.').names)).toEqual([
    'Ana Delgado Wynn',
    'Ana',
    'Delgado',
    'Wynn',
    'Port Calder',
    'Port',
    'Calder',
  ])
})

test('a capital that only begins a sentence is no name, nor is one whose word also stands in lower case', () => {
  expect(terms(features('Workers left. Nobody stayed, said the workers.').names)).toEqual([])
  expect(terms(features('Police came. In Varrow they stayed.').names)).toEqual(['Varrow'])
})

test('a shouted dateline and a title of respect change no name', () => {
  expect(terms(features('MARROWDALE - Then Gov. Ellen Pruitt of Marrowdale spoke of NATO.').names)).toEqual([
    'Marrowdale',
    'Ellen Pruitt',
    'Ellen',
    'Pruitt',
    'NATO',
  ])
})

test('numbers lose their separators, days become month and day, small numbers say nothing', () => {
  const { numbers } = features('On March 10 and 4 February, 1,200 of 12 ships paid 11.5 percent.')
  expect(terms(numbers)).toEqual(['03-10', '02-04', '1200', '11.5'])
})

test('headline capitals are no names unless the text knows them', () => {
  expect(terms(features('', 'Mayor Quits After Vote').names)).toEqual([])
  expect(pairs(features('It was Varrow that won.', 'Varrow Wins Big').names)).toEqual([['Varrow', 2]])
})

test('scripts without spaces give pairs of characters, other alphabets whole words', () => {
  expect(terms(features('東京地震', '', 'ja').lead)).toEqual(['東京', '京地', '地震'])
  expect(terms(features('Выборы прошли спокойно', '', 'ru').lead)).toEqual(['выборы', 'прошли', 'спокойно'])
  expect(terms(features('São Paulo à noite', '', 'pt').lead)).toEqual(['são', 'paulo', 'noite'])
})

test('words of other languages are not stemmed as English', () => {
  expect(terms(features('ministeries', '', 'nl').lead)).toEqual(['ministeries'])
})

test('any text gives features that can be sent to another thread, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 400 }), (title, text) => {
      const once = features(text, title)
      expect(structuredClone(once)).toEqual(once)
      expect(features(text, title)).toEqual(once)
    }),
  )
})

test('words that are keys of every object are words like others', () => {
  expect(terms(features('__proto__ constructor', '', 'de').lead)).toEqual(['__proto__', 'constructor'])
})

test('a text of many megabytes is read only so far', () => {
  const long = features('Abcdefghi '.repeat(1_000_000))
  expect(long.body.counts[0]).toBeLessThan(1300)
  expect(long).toEqual(features('Abcdefghi '.repeat(10_000)))
})

test('a name in two spellings is no name where either stands in lower case', () => {
  expect(terms(features('They met Nato and NATO chiefs.').names)).toEqual(['Nato', 'NATO'])
  expect(terms(features('They met Nato and NATO chiefs of nato.').names)).toEqual([])
})

test('an article is read alike whatever was read before it', () => {
  const text = 'The U.S. and Ana Delgado met in São Varrow on 4th March 2031; 東京 and 𐐀𐐨 paid 1,200.50.'
  const once = features(text, 'Delgado')
  features(text, 'Delgado', 'nl')
  expect(features(text, 'Delgado')).toEqual(once)
  expect(terms(once.names)).toEqual(['US', 'Ana Delgado', 'Ana', 'Delgado', 'São Varrow', 'São', 'Varrow', '𐐀𐐨'])
  expect(terms(once.numbers)).toEqual(['2031', '1200.50'])
})

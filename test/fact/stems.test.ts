import { expect, test } from 'vitest'
import { inAmericanSpelling } from '../../src/fact/spelling.ts'
import { stemsIn, termOf } from '../../src/fact/stems.ts'

const pairs =
  'centre center, kilometres kilometers, theatre theater, spectre specter, fibre fiber, labour labor, neighbourhood neighborhood, harbours harbors, favourable favorable, organised organized, realising realizing, nationalisation nationalization, analysed analyzed, defence defense, programmes programs, cancelled canceled, travelling traveling, fuelled fueled'

test.each(pairs.split(', ').map((pair) => pair.split(' ') as [string, string]))('%s is %s', (british, american) => {
  expect(inAmericanSpelling(british)).toBe(american)
  expect(termOf(british)).toBe(termOf(american))
})

test.each(['hour', 'four', 'source', 'called', 'installed', 'were', 'acre', 'Zentren'])('%s stays', (word) => {
  expect(inAmericanSpelling(word)).toBe(word)
})

test('texts of both spellings share their terms', () => {
  expect(stemsIn('The labour centre cancelled its programme.')).toEqual(
    stemsIn('The labor center canceled its program.'),
  )
})

import { expect, test } from 'vitest'
import { bearingOf } from '../../src/bundle/bearing.ts'

const evidence = (...quotes: string[]) => quotes.map((quote, at) => ({ article: `${at}`, quote }))
const borne = (text: string, ...quotes: string[]) =>
  bearingOf({ text, evidence: evidence(...quotes) }).borne.map(({ article }) => article)

test('where a span says it all, the others count if they do so too', () => {
  const text = 'Vance will oppose the bridge toll.'
  expect(
    borne(text, text, 'Vance will support it in May.', 'In the council, Vance will oppose the bridge toll.'),
  ).toEqual(['0', '2'])
})

test('a sentence composed of several spans rests on those that it says again in full', () => {
  const text = 'The council of Elma raised the bridge toll to 12 florins and closed the northern quay.'
  const half = 'raised the bridge toll to 12 florins'
  const other = 'closed the northern quay'
  expect(borne(text, half, other)).toEqual(['0', '1'])
  expect(borne(text, half, other, 'Drivers are angry about the new prices')).toEqual(['0', '1'])
  expect(borne(text, other)).toEqual([])
})

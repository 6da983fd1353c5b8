import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bearsOut, wordingOf } from '../../src/fact/bears-out.ts'

const bears = (span: string, claim: string) => bearsOut(wordingOf(span), wordingOf(claim))

test.each([
  ['The quay at Port Elma was closed on Tuesday.', 'On Tuesday the quay at Port Elma was closed.'],
  [
    'About 2,400 volunteers were sent to Brenna with boats and pumps.',
    'Some 2,400 volunteers were sent to Brenna with boats.',
  ],
  ['Forty-seven people were injured in Port Elma, the police said.', 'In Port Elma, 47 people were injured.'],
  ['“Nobody asked us for spare parts,” Tomas Brill told a hearing.', '"Nobody asked us for spare parts," Brill said.'],
])('%s bears out: %s', (span, claim) => {
  expect(bears(span, claim)).toBe(true)
})

test.each([
  [
    'a pronoun carries the content',
    'Vance said her party would support it in May.',
    'Vance said the opposition would repeal the toll.',
  ],
  ['another name', 'The mayor of Brenna ordered flags lowered.', 'The mayor of Elma ordered flags lowered.'],
  ['another number', 'The toll will cost 9 florins a month.', 'The toll will cost 12 florins a month.'],
  [
    'a number that is not there',
    'The toll will be paid every month by drivers.',
    'The toll of 12 florins will be paid every month by drivers.',
  ],
  ['a denial', 'The toll on the bridge was not raised on Monday.', 'The toll on the bridge was raised on Monday.'],
  [
    'a supposition',
    'The toll on the bridge could be raised on Monday.',
    'The toll on the bridge was raised on Monday.',
  ],
  [
    'another verb',
    'Brill resigned from the harbour board on Friday.',
    'Brill was fired from the harbour board on Friday.',
  ],
  [
    'an opposite',
    'Vance will support the bridge toll in the council.',
    'Vance will oppose the bridge toll in the council.',
  ],
  [
    'names the other way round',
    'Kallas sued Vance over the lost harbour lights.',
    'Vance sued Kallas over the lost harbour lights.',
  ],
  ['figures the other way round', 'The board voted 4 to 5 for the toll.', 'The board voted 5 to 4 for the toll.'],
  [
    'half of the words',
    'The toll begins in May.',
    'The toll on lorries, buses and vans begins in May under a law of the assembly.',
  ],
  [
    'other words of a speech',
    '"The toll is a theft from us all," Brill said.',
    '"The toll is a gift to us all," Brill said.',
  ],
  [
    'somebody’s words',
    '“The toll on the bridge is a theft from drivers,” Brill said.',
    'The toll on the bridge is a theft from drivers.',
  ],
  ['nothing to compare', 'The toll begins in May.', 'It is so.'],
])('refuses %s', (_, span, claim) => {
  expect(bears(span, claim)).toBe(false)
})

const words = fc.constantFrom(
  'Brill',
  'Elma',
  '12',
  '9',
  'not',
  'it',
  'toll',
  'raised',
  'cut',
  'bridge',
  '“',
  '”',
  '.',
  ' ',
)
const someText = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

test('whatever is said: a sentence bears itself out, and one without its numbers never does', () => {
  fc.assert(
    fc.property(someText, someText, (one, other) => {
      expect(bears(one, one)).toBe(true)
      const { figures } = wordingOf(other).mentions
      const has = new Set(wordingOf(one).mentions.figures.map(({ value }) => value))
      if (!one.includes(other.trim()) && figures.some(({ value }) => !has.has(value)))
        expect(bears(one, other)).toBe(false)
    }),
  )
})

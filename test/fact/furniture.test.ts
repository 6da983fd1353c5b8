import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFurniture } from '../../src/fact/furniture.ts'

test.each([
  'CLOSE The mayor of Elma said on Friday that she would not run again.',
  'JUST WATCHED Vance: the toll is a gift Replay More Videos ...',
  'KALLAS: Well, one lost light is one too many.',
  'Media playback is unsupported on your device Media caption The ferry leaves',
  'Harbour master Edith Kallas (left) with the president of Elma Lines at the pier.',
  'A combination photo of the pier before and after the accident.',
  'FILE PHOTO: The ferry Corvina at sea.',
  'In this March 3, 2026, file photo, the ferry Corvina leaves Port Elma.',
  'Cover image: The pier of Port Elma at night.',
  'Mayor Ruth Vance waves to the crowd as she arrives at the pier of Port Elma, March 3, 2026.',
  'Anna Berg in Tornby and Ola Lind contributed to this story.',
  'Berg reported from Tornby, and Lind contributed.',
  'Anna Berg is a senior columnist for The Elma Ledger.',
  'The opinions expressed by columnists are their own and not those of the Ledger.',
  'This post has been updated with a statement of Elma Lines.',
  'This story has been corrected to show that the toll is 12 florins.',
  'An earlier version of this article gave another name.',
  'Sign up for the morning letter of the Elma Ledger.',
  'I will be at the pier to discuss why I will be leaving my ...',
])('is furniture: %s', (text) => {
  expect(isFurniture(text)).toBe(true)
})

test.each([
  'NATO ministers met the mayor of Elma on Friday to speak about the pier.',
  'The mayor said that a file photo of the pier had been shown to the court in 2024.',
  'Elma Lines has more than 2,000 workers, and the pier was built in 1957 to hold 14 ferries.',
  'Senator Ruth Vance (R) was projected to win the seat of Brenna.',
  'The story of the pier begins in 1957, when Elma Lines bought three ferries.',
  'Kallas, a former reporter, said the newsletter of the port had been closed.',
  'A court of Brenna gave part of the answer on 10 March 2026, in a case that stands for many.',
  'Elma Lines holds 30 percent of the shares and said in 2025 that it would sell them.',
])('is no furniture: %s', (text) => {
  expect(isFurniture(text)).toBe(false)
})

test('a hostile sentence takes no time to speak of', () => {
  const parts = fc.constantFrom(
    'in this ',
    'is a ',
    'contributed ',
    'This story ',
    'MORE',
    ' holds ',
    '(',
    'A'.repeat(40),
    '2026 ',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 400 }), (words) => {
      expect(typeof isFurniture(words.join(''))).toBe('boolean')
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalisedTitle } from '../../src/article/normalised-title.ts'
import { isSamePiece } from '../../src/article/same-piece.ts'

const outlet = 'The Harbor Ledger'

test.each([
  'Ferry firm cuts night sailings',
  'FERRY FIRM CUTS NIGHT SAILINGS',
  '  Ferry firm cuts “night” sailings!',
  'Férry firm cuts night-sailings',
  'Ferry firm cuts night sailings | Harbor Ledger',
  'Ferry firm cuts night sailings - The Harbor Ledger',
  'UPDATE 1-Ferry firm cuts night sailings',
  'WRAPUP 12-Ferry firm cuts night sailings',
  'BREAKING: Ferry firm cuts night sailings',
  'LIVE: Ferry firm cuts night sailings – as it happened',
  'Breaking news - LIVE: Ferry firm cuts night sailings',
  'Ferry firm cuts night sailings (updated)',
  '[UPDATED] Ferry firm cuts night sailings',
])('%s', (title) => {
  expect(normalisedTitle(title, outlet)).toBe('ferry firm cuts night sailings')
})

test.each([
  ['Live music venues close early', 'live music venues close early'],
  ['Live-in carers face cuts to pay', 'live in carers face cuts to pay'],
  ['Ferry firm cuts night sailings | Rift Standard', 'ferry firm cuts night sailings rift standard'],
  ['It’s the ferry firm’s last sailing', 'its the ferry firms last sailing'],
  ['Паром отменил ночные рейсы', 'паром отменил ночные реисы'],
  ['渡し船会社が夜間便を削減', '渡し 船会 社が 夜間 便を 削減'],
])('%s → %s', (title, normalised) => {
  expect(normalisedTitle(title, outlet)).toBe(normalised)
})

test.each([
  '',
  'Live updates',
  'Weather',
  'Newsletter',
  'Ferry firm cuts',
  'Your Tuesday morning news briefing',
  'Letters to the editor',
  'The week in pictures: March 10',
  'Corrections and clarifications for Tuesday',
  '天気予報',
])('names no single article: %s', (title) => {
  expect(normalisedTitle(title, outlet)).toBeNull()
})

test('whatever the title, what is made of it is short, and nothing throws', () => {
  const piece = fc.constantFrom(
    'LIVE:',
    'UPDATE 1-',
    '(updated)',
    ' | ',
    'Harbor Ledger',
    'ferry',
    'sails',
    '\u0301',
    '渡し',
    ' - ',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 }),
      (parts) => {
        const normalised = normalisedTitle(parts.join(' '), outlet)
        fc.pre(normalised !== null)
        expect(normalised.length).toBeLessThanOrEqual(200)
      },
    ),
  )
})

const story = `The ferry firm will end its night sailings in April, it said on Tuesday. Fuel has become too dear, and too few
lorries travel at night to pay for the crew. The harbour master called the cut a blow to the island's fishermen.`

test.each([
  ['the same', story, true],
  [
    'an update with more',
    `Updates with reaction from the union. ${story} The union said it would strike in March.`,
    true,
  ],
  ['a shortened copy', story.slice(0, 110), true],
  [
    'the next part of a series',
    'The ferry firm will end its year with a profit, it said in its weekly letter to those who hold its shares and bonds.',
    false,
  ],
  ['nothing', '', false],
])('a text is one piece with %s', (_, other, same) => {
  expect(isSamePiece(story, other)).toBe(same)
  expect(isSamePiece(other, story)).toBe(same)
})

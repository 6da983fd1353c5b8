import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseAround } from '../../src/fact/clause-around.ts'

test.each([
  ['Daily transits averaged 21 in May, the office said.', '21', 'Daily transits averaged 21 in May', true],
  [
    'Ferries were late, and the boats waiting at the lock were 40, it said.',
    '40',
    'the boats waiting at the lock were 40',
    true,
  ],
  ['Last month the average was 17, according to the pilots’ union.', '17', 'Last month the average was 17', false],
  ['It was 17, according to the pilots’ union.', '17', 'It was 17, according to the pilots’ union', false],
  ['For the boats at the lock, it was 1,700, a record.', '1,700', 'For the boats at the lock, it was 1,700', true],
  [
    'The mayor said: “We saw it: 21, the worst jam since spring.”',
    '21',
    '“We saw it: 21, the worst jam since spring.”',
    true,
  ],
  [
    'Of 2,100 berths 21 were free (the pilots, who count them, say 17).',
    '21',
    'Of 2,100 berths 21 were free (the pilots, who count them, say 17)',
    true,
  ],
  [
    'It is a myth, she said, that repairs to the bridge cost 21.',
    '21',
    'It is a myth, she said, that repairs to the bridge cost 21',
    true,
  ],
  [
    'Repairs to the bridge, long overdue, will cost 21.',
    '21',
    'Repairs to the bridge, long overdue, will cost 21',
    true,
  ],
  [
    'The pilots, a small group, put the cost at 21 in lost and late sales.',
    '21',
    'The pilots, a small group, put the cost at 21 in lost and late sales',
    true,
  ],
  ['Repairs to roofs and walls cost 21.', '21', 'Repairs to roofs and walls cost 21', true],
  ['Repairs — long overdue — and work on the tower will cost 21.', '21', 'work on the tower will cost 21', true],
  ['Der Pegel lag bei 21, sagte das Amt.', '21', 'Der Pegel lag bei 21', true],
])('%s: %s → %s', (sentence, number, text, tells) => {
  expect(clauseAround(sentence, number, sentence.startsWith('Der ') ? 'de' : 'en')).toEqual({ text, tells })
})

test('a number that does not stand there by itself is not found in another one', () => {
  for (const sentence of ['It cost 2,100 crowns.', 'It was 210.', 'Gate A21 was shut.', 'It rose by 1.21 percent.'])
    expect(clauseAround(sentence, '21', 'en')).toBeNull()
})

test('a sentence of thousands of pieces takes no longer than it is read', () => {
  const sentence = `${'it is, '.repeat(280)}21${', it is'.repeat(280)}.`
  const before = performance.now()
  expect(clauseAround(sentence, '21', 'en')).toEqual({ text: sentence.slice(0, -1), tells: false })
  expect(performance.now() - before).toBeLessThan(500)
})

test('whatever the sentence, the clause stands in it word for word and has the number', () => {
  const piece = fc.constantFrom(
    'it was ',
    '21',
    ', ',
    ' and ',
    '“',
    '”',
    '(',
    ')',
    'boats ',
    'said',
    '; ',
    '. ',
    ' ',
    '1,',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const sentence = pieces.join('')
      const found = clauseAround(sentence, '21', 'en')
      if (found === null) return
      expect(sentence).toContain(found.text)
      expect(found.text).toContain('21')
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allWordsOf, ownWordsOf } from '../../src/article/own-words.ts'

test.each([
  ['The pier is closed, the harbour said.', 'the pier is closed the harbour said'],
  ['The mayor said "we will wait" and left.', 'the mayor said and left'],
  ['The mayor said “we will wait” and left.', 'the mayor said and left'],
  ['Die Stadt „wartet ab“, hieß es.', 'die stadt hieß es'],
  ['Staden ”väntar” tills vidare.', 'staden tills vidare'],
  ['La ville « attendra », dit-elle.', 'la ville dit elle'],
  ['Die Stadt »wartet« noch.', 'die stadt noch'],
  ['市長は「待つ」と述べた。', '市 長 は と 述 べ た'],
  ['“We will wait.\n\n“Then we decide,” he said.', 'he said'],
  ['We close." He left at noon.', 'we close he left at noon'],
  ['A plank of 6" and one of 8" broke.', 'a plank of 6 and one of 8 broke'],
  ['It broke.\n\nAll safe! — Port Elma (@portelma) March 10', 'it broke'],
  ['The letter says:\n\nWe will wait.\n\nIt is signed.', 'the letter says it is signed'],
  ['', ''],
])('own words of %j', (text, own) => {
  expect(ownWordsOf(text).join(' ')).toBe(own)
})

test('nothing is its writer’s own that the text does not say', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', '“', '”', '„', '«', '»', '「', '」', ':', '\n', ' ', 'a', '(@a)'),
  })
  fc.assert(
    fc.property(hostile, (text) => {
      const all = allWordsOf(text)
      expect(ownWordsOf(text).length).toBeLessThanOrEqual(all.length)
    }),
  )
})

test.each(['"', '“', '„', '«', '”', '(@', ':\n'])('a million of %j are read at once', (mark) => {
  const start = performance.now()
  expect(ownWordsOf(mark.repeat(1_000_000))).toEqual([])
  expect(performance.now() - start).toBeLessThan(500)
})

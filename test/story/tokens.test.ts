import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from '../../src/story/tokens.ts'
import { Words } from '../../src/story/words.ts'

/** The tokens' definition as a pattern: what the scanner must find in any text. */
const definition = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}_]+/gu
const sentenceBreak = /[.!?:;…"“”‘«»•|。！？\n]/u

const words = new Words(true)
const textsOf = (text: string) => tokensOf(text, words).map((token) => token.word.text)

const pieces = 'U. S. É. 𐐀. 𐐨 Ǆ ǅ é e\u0301 東京 ไทย 1 23, 1,200 4.5. _ Nato 😀 الرياض ٣ ½ x'.split(' ')
const piece = fc.constantFrom(...pieces, ' ', '.', ',', '-', '\n', '’', '“', '\ud800', '\udc00')
const mixture = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

test('the scanner finds what the definition finds, in any script', () => {
  fc.assert(
    fc.property(mixture, (text) => {
      expect(textsOf(text)).toEqual([...text.matchAll(definition)].map((match) => match[0]))
    }),
    { numRuns: 2000 },
  )
})

test('a sentence starts after a break in the gap, and a token touches across one space or hyphen', () => {
  fc.assert(
    fc.property(mixture, (text) => {
      let end = 0
      for (const [at, match] of [...text.matchAll(definition)].entries()) {
        const gap = text.slice(end, match.index)
        const token = tokensOf(text, words)[at]
        expect(token?.touches).toBe(gap === ' ' || gap === '-')
        if (at === 0) expect(token?.startsSentence).toBe(true)
        else if (gap !== '. ') expect(token?.startsSentence).toBe(sentenceBreak.test(gap))
        end = match.index + match[0].length
      }
    }),
  )
})

test('a title of respect and an initial end no sentence', () => {
  const starts = (text: string) => tokensOf(text, words).map((token) => token.startsSentence)
  expect(starts('Gov. Pruitt met J. Varrow. Then')).toEqual([true, false, false, false, false, true])
  expect(starts('Gov.  Pruitt')).toEqual([true, true])
})

test('words are remembered, and hostile numbers of them forgotten again, with the same answers', () => {
  const few = new Words(true)
  const first = few.get('Striking')
  expect(few.get('Striking')).toBe(first)
  for (let at = 0; at < 150_000; at++) few.get(`word${at}`)
  expect(few.get('Striking')).not.toBe(first)
  expect(few.get('Striking')).toEqual(first)
})

test('the same word is a stem in English and itself in other languages', () => {
  expect(new Words(true).get('Ministries').terms).toEqual(['ministri'])
  expect(new Words(false).get('Ministries').terms).toEqual(['ministries'])
})

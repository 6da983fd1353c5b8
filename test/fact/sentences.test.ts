import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/fact/sentences.ts'
import { growthOnFourfold } from '../cpu-time.ts'

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text)

test('splits at sentence ends and not at initials, titles, abbreviations, decimals and addresses', () => {
  expect(
    texts(
      'Dr. J. P. Okoro of the U.S. Navy paid $1.5 million on Jan. 4 at 4:52 a.m. local time. He left for St. Elma.',
    ),
  ).toEqual([
    'Dr. J. P. Okoro of the U.S. Navy paid $1.5 million on Jan. 4 at 4:52 a.m. local time.',
    'He left for St. Elma.',
  ])
  expect(texts('They live in the U.S. The rest stayed. See example.com for more.')).toEqual([
    'They live in the U.S.',
    'The rest stayed.',
    'See example.com for more.',
  ])
})

test('what shortens a name with a capital is a word without one', () => {
  expect(
    texts('The smelter has run out of ore. Vale blames the strike. Two of the crew fell ill. Rowan was one.'),
  ).toEqual([
    'The smelter has run out of ore.',
    'Vale blames the strike.',
    'Two of the crew fell ill.',
    'Rowan was one.',
  ])
  expect(texts('The smelter in Salem, Ore. Vale Minerals runs it.')).toHaveLength(1)
  expect(texts('It opened on Sat. Rowan said so.')).toHaveLength(1)
})

test('a German ordinal ends no sentence', () => {
  expect(texts('Jäger dürfen bis zum 10. April schießen. Das Büro liegt im 2. Stock.')).toEqual([
    'Jäger dürfen bis zum 10. April schießen.',
    'Das Büro liegt im 2. Stock.',
  ])
  expect(texts('“I am 12. My brother is 9. We swim.”')).toHaveLength(1)
  expect(texts('The house is number 12. April was cold.')).toHaveLength(2)
})

test('keeps a quotation of several sentences with its speaker, and closing quotation marks with their sentence', () => {
  expect(texts('"We do not lend to dreams. We lend to surveys," Mr. Perera said. Nobody answered.')).toEqual([
    '"We do not lend to dreams. We lend to surveys," Mr. Perera said.',
    'Nobody answered.',
  ])
  expect(texts('“Why now?” asked Brill. “Because we must.” The hall fell silent.')).toEqual([
    '“Why now?” asked Brill.',
    '“Because we must.”',
    'The hall fell silent.',
  ])
})

test('separates sentences that lost their space, and joins what goes on in lower case', () => {
  expect(texts('They signed the deal.The next day it rained.')).toEqual([
    'They signed the deal.',
    'The next day it rained.',
  ])
  expect(texts('It reached magnitude 4.4. Owen left in 2016.The rest stayed.')).toEqual([
    'It reached magnitude 4.4.',
    'Owen left in 2016.',
    'The rest stayed.',
  ])
  expect(texts('会議は終わった。次は三月。')).toEqual(['会議は終わった。', '次は三月。'])
  expect(texts('The Yahoo! site was down for hours.')).toEqual(['The Yahoo! site was down for hours.'])
})

test('leaves datelines out of the sentence', () => {
  expect(texts('PORT CALDER, March 10 (Meridian Wire) - Dockers went back.')).toEqual(['Dockers went back.'])
  expect(texts('ASHBY CREEK, Calif., March 11 (Wire) - A quake struck.')).toEqual(['A quake struck.'])
  expect(texts('WASHINGTON — Senators voted.')).toEqual(['Senators voted.'])
  expect(texts('WASHINGTON—Senators voted.')).toEqual(['Senators voted.'])
  expect(texts('NATO – the alliance – met.')).toEqual(['NATO – the alliance – met.'])
})

test('says of a quotation over several paragraphs that its sentences are somebody’s words', () => {
  const found = sentencesOf('“First we wait. Then we go.\n\nNobody spoke.')
  expect(found.map((sentence) => sentence.insideQuotation)).toEqual([true, true, false])
})

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        'U.S. ',
        '. ',
        '?" ',
        '“',
        '”',
        '{{DELIM_0}}',
        '$&',
        '...',
        'a.m. ',
        '1.5',
        'Mr. ',
        '\n\n',
        'Ab',
        '。',
      ),
    )
    .map((parts) => parts.join('')),
)

test('every sentence is a span of the text, in order and without overlap, whatever the text', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      let end = 0
      for (const sentence of sentencesOf(text)) {
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
        expect(sentence.start).toBeGreaterThanOrEqual(end)
        expect(sentence.text.trim()).toBe(sentence.text)
        expect(sentence.text).not.toBe('')
        end = sentence.end
      }
    }),
  )
})

test.each(['a. ', '"'])(
  'the time that a hostile paragraph of %j takes grows with its length, not with its square',
  async (mark) => {
    expect(await growthOnFourfold((count) => sentencesOf(mark.repeat(count)), 15_000)).toBeLessThan(9)
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ArticleValues,
  fieldsThatDiffer,
  ownWords,
  type TextPiece,
  textDifference,
} from '../../src/article/difference.ts'

const joined = (pieces: readonly TextPiece[], without: TextPiece['kind']) =>
  pieces.flatMap(({ kind, paragraphs }) => (kind === without ? [] : paragraphs)).join('\n\n')

const text = fc
  .array(fc.oneof(fc.constantFrom('The quay is wet.', 'Rain fell.', 'No ship left.'), fc.string({ unit: 'binary' })))
  .map((paragraphs) => paragraphs.join('\n\n'))

test('the difference holds both texts to the letter, and a text does not differ from itself', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = textDifference(before, after)
      expect(joined(pieces, 'added')).toBe(before)
      expect(joined(pieces, 'removed')).toBe(after)
      expect(textDifference(before, before)).toEqual([{ kind: 'same', paragraphs: before.split('\n\n') }])
    }),
  )
})

test('paragraphs that both texts have stay where they are', () => {
  expect(
    textDifference('Share this.\n\nRain fell.\n\nNo ship left.', 'Rain fell.\n\nNo ship left.\n\nThe end.'),
  ).toEqual([
    { kind: 'removed', paragraphs: ['Share this.'] },
    { kind: 'same', paragraphs: ['Rain fell.', 'No ship left.'] },
    { kind: 'added', paragraphs: ['The end.'] },
  ])
})

test('texts of thousands of other paragraphs are compared at once', { timeout: 3000 }, () => {
  const long = (word: string) => Array.from({ length: 40_000 }, (_, n) => `${word} ${n}`).join('\n\n')
  const pieces = textDifference(long('one'), long('other'))
  expect(pieces.map(({ kind, paragraphs }) => [kind, paragraphs.length])).toEqual([
    ['removed', 40_000],
    ['added', 40_000],
  ])
})

test('fields differ to the letter', () => {
  const publishedAt = new Date('2026-03-10T07:00:00Z')
  const values: ArticleValues = { title: 'T', authors: ['A'], publishedAt, lang: 'en', section: null, text: 'x' }
  expect(fieldsThatDiffer(values, { ...values, publishedAt: new Date(publishedAt) })).toEqual([])
  const other = { title: 'T ', authors: [], publishedAt: null, lang: 'de', section: 'World', text: 'x\n\ny' }
  expect(fieldsThatDiffer(values, other)).toEqual(['title', 'authors', 'publishedAt', 'lang', 'section', 'text'])
})

test('the parts of a paragraph are the paragraph, and its own words are told from those it shares', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (paragraph, other) => {
      const parts = ownWords(paragraph, other)
      expect(parts.map((part) => part.text).join('')).toBe(paragraph)
    }),
  )
  expect(ownWords('Rain fell on Monday.', 'Rain fell on Sunday.')).toEqual([
    { text: 'Rain fell on ', isOwn: false },
    { text: 'Monday', isOwn: true },
    { text: '.', isOwn: false },
  ])
})

test('long paragraphs that share nothing are compared at once', { timeout: 3000 }, () => {
  const long = (word: string) => Array.from({ length: 100_000 }, (_, n) => `${word}${n}`).join(' ')
  expect(ownWords(long('one'), long('other')).every(({ isOwn }) => !isOwn)).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysWhatItCounts } from '../../src/bundle/bearing.ts'
import { composeBundle } from '../../src/bundle/compose.ts'
import { type BundleDocument, bases, type Claim } from '../../src/bundle/document.ts'
import { verifyBundle } from '../../src/bundle/verify.ts'
import { articleBy, ferryStory, storyOf } from '../fact/articles.ts'
import { unsound } from './unsound.ts'

const a = articleBy('A', 'left', { title: 'Pier closed', text: 'Edith Kallas counted 47 injured people on Tuesday.' })
const b = articleBy('B', 'right', { title: 'Harbour shut', text: 'Ruth Vance asked who pays $38 million.' })
const articles = [a, b]
const sides = { left: 'readable', center: 'readable', right: 'readable' } as const
const sound = composeBundle(storyOf(articles), { sides, goDeeper: [] })
const quote = 'Edith Kallas counted 47 injured people on Tuesday.'

const claim = (told: Partial<Claim>): Claim => ({
  text: quote,
  basis: 'quoted',
  evidence: [{ article: a.id, quote }],
  ...told,
})
const factOf = (told: Partial<Claim>) => verifyBundle({ ...sound, facts: [claim(told)] }, articles)

test('a sound claim passes', () => {
  expect(factOf({})).toMatchObject({ refused: [], document: { facts: [claim({})] } })
})

test.each<[string, Partial<Claim>]>([
  ['quoted-without-evidence', { evidence: [] }],
  ['evidence-without-quote', { evidence: [{ article: a.id }] }],
  ['quote-not-verbatim', { evidence: [{ article: a.id, quote: 'Edith Kallas counted 48 injured' }] }],
  ['quote-not-verbatim', { evidence: [{ article: b.id, quote }] }],
  ['quote-not-verbatim', { evidence: [{ article: a.id, quote: ' ' }] }],
  ['unknown-article', { evidence: [{ article: 'nobody', quote }] }],
  ['number-not-in-quotes', { text: 'Edith Kallas counted 48 injured people on Tuesday.' }],
  ['number-not-in-quotes', { text: 'Edith Kallas counted forty-eight injured people on Tuesday.' }],
  ['name-not-in-quotes', { text: 'A doctor, Ruth Vance, counted 47 injured people on Tuesday.' }],
  ['quoted-words-not-in-quotes', { text: 'Edith Kallas said: “nobody at all was injured here”.' }],
  ['computed-without-rule', { basis: 'computed' }],
  ['computed-without-rule', { basis: 'computed', rule: 'guess(this)' }],
  ['computed-without-articles', { basis: 'computed', rule: 'coverage-count', evidence: [] }],
  ['background-outside-context', { basis: 'background', evidence: [] }],
])('refuses %s and counts it', (reason, told) => {
  const { document, refused } = factOf(told)
  expect(refused).toMatchObject([{ part: 'facts', reason }])
  expect(document.facts).toEqual([])
  expect(document.dropped).toEqual({ [reason]: 1 })
})

test('the number may be written otherwise in the quote', () => {
  const told = {
    text: 'Forty-seven people were injured.',
    evidence: [{ article: a.id, quote: 'counted 47 injured people' }],
  }
  expect(factOf(told).refused).toEqual([])
})

test('a second span that says something else is taken from the claim, and counted', () => {
  const other = { article: b.id, quote: 'Ruth Vance asked who pays $38 million.' }
  const { document, refused } = factOf({ evidence: [{ article: a.id, quote }, other] })
  expect(document.facts).toEqual([claim({})])
  expect(refused).toEqual([{ part: 'facts', reason: 'span-says-something-else', text: other.quote }])
  expect(document.dropped).toEqual({ 'span-says-something-else': 1 })
})

test('a sentence that its spans do not hold is refused, though its names and numbers stand in them', () => {
  const { document, refused } = factOf({ text: 'On Tuesday Edith Kallas denied 47 charges of fraud.' })
  expect(refused).toMatchObject([{ part: 'facts', reason: 'not-borne-out' }])
  expect(document.facts).toEqual([])
})

test('background stands in context', () => {
  const background = claim({ basis: 'background', evidence: [] })
  expect(verifyBundle({ ...sound, context: [background] }, articles).document.context).toEqual([background])
})

test('a group is not said to hold what its members did not write', () => {
  const perspectives = sound.perspectives.map((one) => ({ ...one, framing: [claim({})] }))
  const { document, refused } = verifyBundle({ ...sound, perspectives }, articles)
  expect(refused).toMatchObject([{ part: 'framing', reason: 'not-a-member' }])
  expect(document.perspectives.map((one) => one.framing.length)).toEqual([1, 0])
})

test('words that nobody says aloud are no quotation', () => {
  const perspectives = sound.perspectives.slice(0, 1).map((one) => ({ ...one, quotations: [claim({})] }))
  const { document, refused } = verifyBundle({ ...sound, perspectives }, articles)
  expect(refused).toMatchObject([{ part: 'quotations', reason: 'no-direct-speech' }])
  expect(document.perspectives[0]?.quotations).toEqual([])
})

test('a comparison shows only what each of its spans states, or has the number of', () => {
  const evidence = [
    { article: a.id, quote },
    { article: b.id, quote: 'Ruth Vance asked who pays $38 million.' },
  ]
  const counted = (rule: string, text: string) => factOf({ basis: 'computed', rule, text, evidence }).refused
  const text = `Two independent reports carry what this one leaves out: “${quote}”`
  expect(counted('absent-facts', text)).toMatchObject([{ reason: 'not-borne-out' }])
  expect(counted('absent-figures(47 people)', text)).toMatchObject([{ reason: 'not-borne-out' }])
  expect(counted('coverage-count', 'Two articles cover this story.')).toEqual([])
})

test('words that reports are said to quote stand in each span, in one place', () => {
  const text = 'The ferry will not sail before somebody has paid'
  const said = (span: string) => ({ article: a.id, quote: span })
  const isBorne = (claimed: string, ...spans: string[]) =>
    saysWhatItCounts({ text: claimed, rule: 'absent-quotations', evidence: spans.map(said) })
  const claimed = `Two independent reports quote words that this one does not have: “${text}”`
  expect(isBorne(claimed, `“${text},” she said.`, `"${text} for it," said Brisk.`)).toBe(true)
  expect(isBorne(claimed, `“${text},” she said.`, 'She said that somebody has to pay.')).toBe(false)
})

test('a refused headline and lede are replaced by words that stand in the articles', () => {
  const invented = claim({ text: 'Everything is fine', evidence: [{ article: a.id, quote: 'Everything is fine' }] })
  const { document, refused } = verifyBundle({ ...sound, headline: invented, lede: invented }, articles)
  expect(document.headline.text).toBe('Pier closed')
  expect(document.lede.text).toBe(quote)
  expect(refused.map((one) => one.part)).toEqual(['headline', 'lede'])
})

test('a perspective without a known member goes', () => {
  const perspectives = [
    { label: 'X', reason: 'x', members: ['nobody'], owners: 1, framing: [], blindSpot: [], quotations: [] },
  ]
  const { document } = verifyBundle({ ...sound, perspectives }, articles)
  expect(document.perspectives).toEqual([])
  expect(document.dropped).toEqual({ 'unknown-article': 1 })
})

const story = ferryStory()
const ids = [...story.articles.map((article) => article.id), 'nobody']
const spans = story.articles.flatMap((article) => [article.title, ...article.text.split(/(?<=\.) /)])
const someQuote = fc.oneof(
  fc.constantFrom(...spans, 'Edith Kallas lied', ' '),
  fc.string({ minLength: 1, maxLength: 12 }),
)
const someClaim: fc.Arbitrary<Claim> = fc.record(
  {
    text: fc.oneof(
      fc.constantFrom(...spans, 'It cost 99 million.', 'The mayor Olga Stern resigned.'),
      fc.string({ minLength: 1 }),
    ),
    basis: fc.constantFrom(...bases),
    rule: fc.constantFrom('', 'coverage-count', 'own-words(a; b)', 'guess'),
    evidence: fc.array(
      fc.record({ article: fc.constantFrom(...ids), quote: someQuote }, { requiredKeys: ['article'] }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['text', 'basis', 'evidence'] },
)
const someClaims = fc.array(someClaim, { maxLength: 3 })
const composed = composeBundle(story, { sides, goDeeper: [] })
const someDocument: fc.Arbitrary<BundleDocument> = fc
  .record({
    headline: someClaim,
    lede: someClaim,
    facts: someClaims,
    context: someClaims,
    perspectives: fc.array(
      fc.record({
        label: fc.constantFrom('Left', 'Right'),
        reason: fc.constant(''),
        members: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
        owners: fc.nat(3),
        framing: someClaims,
        blindSpot: someClaims,
        quotations: someClaims,
      }),
      { maxLength: 3 },
    ),
  })
  .map((parts) => ({ ...composed, ...parts }))

test('whatever a writer hands in, what comes out holds, and what does not is counted', () => {
  fc.assert(
    fc.property(someDocument, (document) => {
      const { document: verified, refused } = verifyBundle(document, story.articles)
      expect(unsound(verified, story.articles)).toEqual([])
      const dropped = Object.values(verified.dropped).reduce((sum, count) => sum + count, 0)
      expect(dropped).toBe(refused.length)
      expect(verifyBundle(verified, story.articles).refused).toEqual([])
    }),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '../../src/bundle/changes.ts'
import type { BundleDocument, Claim } from '../../src/bundle/document.ts'
import { readsTheSame } from '../../src/bundle/reads-the-same.ts'
import { changesText } from '../../src/cli/changes-text.ts'
import { levyDocument } from '../api/written-bundles.ts'

const with_ = (change: Partial<BundleDocument>): BundleDocument => ({ ...levyDocument, ...change })
const [first, second, third] = levyDocument.facts as [Claim, Claim, Claim]
const kinds = (after: BundleDocument) => changesBetween(levyDocument, after).map(({ part, kind }) => `${part} ${kind}`)

test('a version is no other than itself', () => {
  expect(changesBetween(levyDocument, structuredClone(levyDocument))).toEqual([])
})

test('a sentence in other words is one change, another sentence is two', () => {
  const reworded = { ...first, text: 'Eighteen members of the governing party voted with the opposition.' }
  expect(changesBetween(levyDocument, with_({ facts: [reworded, second, third] }))).toEqual([
    { part: 'facts', kind: 'reworded', before: first.text, after: reworded.text },
  ])
  const other = { ...first, text: 'Fitters expect a shortage of copper pipe.' }
  expect(kinds(with_({ facts: [other, second, third] }))).toEqual(['facts added', 'facts removed'])
  expect(kinds(with_({ facts: [second, first, third] }))).toEqual(['facts reordered'])
  expect(kinds(with_({ facts: [second, third] }))).toEqual(['facts removed'])
})

test('a headline that has nothing in common with the former one has taken its place', () => {
  const headline = { ...levyDocument.headline, text: 'Lords to vote in March' }
  expect(kinds(with_({ headline }))).toEqual(['headline reworded'])
})

test('the same words on other articles are said to rest on others', () => {
  const facts = [first, { ...second, evidence: second.evidence.slice(0, 1) }, third]
  expect(changesBetween(levyDocument, with_({ facts }))).toEqual([
    {
      ...{ part: 'facts', kind: 'rests-on' },
      before: expect.stringMatching(/^“Some 2.3 million .+” on Meridian Wire, “.+”; .*The Northern Lantern, “/),
      after: expect.stringMatching(
        /” on Meridian Wire, “UK lawmakers approve gas bill levy to fund 1.4 million heat pumps”$/,
      ),
    },
  ])
})

test('articles come, go and are corrected, by title or by the text alone', () => {
  const [wire, ...others] = levyDocument.articles
  if (!wire) throw new Error('the levy has articles')
  expect(kinds(with_({ articles: others }))).toContain('articles removed')
  expect(changesBetween(with_({ articles: others }), levyDocument)[0]).toMatchObject({
    part: 'articles',
    kind: 'added',
  })
  const retitled = { ...wire, title: 'UK lawmakers approve levy' }
  expect(kinds(with_({ articles: [retitled, ...others] }))[0]).toBe('articles corrected')
  expect(kinds(with_({ articles: [{ ...wire, version: 2 }, ...others] }))).toEqual(['articles corrected'])
  expect(kinds(with_({ articles: [{ ...wire, version: 1 }, ...others] }))).toEqual([])
})

test('a group under another label is the same group, and its members are told', () => {
  const [left, ...rest] = levyDocument.perspectives
  if (!left) throw new Error('the levy has perspectives')
  const perspectives = [{ ...left, label: 'Left and labor press', members: [...left.members, '6'] }, ...rest]
  expect(changesBetween(levyDocument, with_({ perspectives }))).toEqual([
    { part: 'perspectives', kind: 'reworded', before: 'Left-leaning media', after: 'Left and labor press' },
    {
      ...{ part: 'Left and labor press: articles', kind: 'added', before: null },
      after: 'City Ticker, “UK lawmakers approve gas bill levy”',
    },
  ])
  expect(kinds(with_({ perspectives: rest }))).toEqual(['perspectives removed'])
})

test('whatever is done to the sentences, a version that reads otherwise has a difference, and its text has no control character', () => {
  const claim = fc
    .tuple(fc.string({ minLength: 1, unit: 'binary' }), fc.subarray(['1', '2', '3']))
    .map(
      ([text, ids]): Claim => ({ text, basis: 'quoted', evidence: ids.map((article) => ({ article, quote: text })) }),
    )
  const row = fc.record({
    ...{ claim, owners: fc.nat(3), sides: fc.subarray<'left' | 'right'>(['left', 'right']) },
    ...{ leftOutBy: fc.subarray([0, 1]), disputedBy: fc.constantFrom(null, 0) },
  })
  const lists = fc.record({
    ...{ facts: fc.array(claim, { maxLength: 3 }), context: fc.array(claim, { maxLength: 5 }), grouping: claim },
    ...{
      differences: fc.array(claim, { maxLength: 2 }),
      factTable: fc.uniqueArray(row, { maxLength: 3, selector: (one) => one.claim.text }),
    },
  })
  fc.assert(
    fc.property(lists, lists, (one, other) => {
      const [before, after] = [with_(one), with_(other)]
      const changes = changesBetween(before, after)
      for (const [part, changed] of Object.entries(other)) {
        const next = with_({ ...one, [part]: changed })
        if (!readsTheSame(before, next)) expect(changesBetween(before, next), part).not.toEqual([])
      }
      for (const { text } of other.facts.filter(({ text }) => !one.facts.some((old) => old.text === text)))
        expect(changes.map(({ after: shown }) => shown)).toContain(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(changesText({ bundle: '1', from: 1, to: 2, changes }, false)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    }),
    { numRuns: 300 },
  )
})

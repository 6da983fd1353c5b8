import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BundleDocument, Claim } from '../../src/bundle/document.ts'
import { withDecided } from '../../src/bundle/held-background.ts'
import { placeNamed, type Wording, withWordings } from '../../src/bundle/wordings.ts'
import { levyDocument } from '../api/written-bundles.ts'

const [first, second, third] = levyDocument.facts as [Claim, Claim, Claim]
const says = (text: string, replaced: Claim, place: Partial<Wording>): Wording => ({
  ...{ part: 'facts', label: '', position: 0, text, replaced },
  ...place,
})
const texts = (document: BundleDocument) => document.facts.map(({ text }) => text)
const ours = 'Seventeen of the governing party rebelled.'
const wording = says(ours, first, {})

test('an editor’s words stand in the place of the sentence, on the articles that it rested on', () => {
  const document = withWordings(levyDocument, [wording])
  expect(document.facts).toEqual([{ text: ours, basis: 'editor', evidence: [{ article: '1' }] }, second, third])
  expect(withWordings(levyDocument, [])).toEqual(levyDocument)
})

test('the sentence that they replaced comes back nowhere else, and of new sentences the last gives way', () => {
  expect(texts(withWordings({ ...levyDocument, facts: [second, third, first] }, [wording]))).toEqual([
    ours,
    second.text,
    third.text,
  ])
  const fresh = { ...first, text: 'The bill has 44 clauses.', evidence: [{ article: '2', quote: 'has 44 clauses' }] }
  expect(texts(withWordings({ ...levyDocument, facts: [fresh, second, third] }, [wording]))).toEqual([
    ours,
    fresh.text,
    second.text,
  ])
  const shortened = { ...first, text: 'Seventeen members voted with the opposition.' }
  expect(texts(withWordings({ ...levyDocument, facts: [second, shortened] }, [wording]))).toEqual([ours, second.text])
})

test('they stand also where the bundle has no facts left, and rest on no article that the story lost', () => {
  const document = { ...levyDocument, facts: [], articles: levyDocument.articles.filter(({ id }) => id !== '1') }
  expect(withWordings(document, [wording]).facts).toEqual([{ text: ours, basis: 'editor', evidence: [] }])
})

test('what an editor accepted gives way to none of them', () => {
  const told = 'A levy on coal paid for the first boilers in council homes.'
  const said = says(ours, first, { part: 'context' })
  const contextOf = (context: Claim[]) => {
    const document = withDecided({ ...levyDocument, context }, { accepted: [told], rejected: [] })
    return withWordings(document, [said]).context.map(({ text }) => text)
  }
  expect(contextOf([first, second])).toEqual([ours, second.text, told])
  expect(contextOf([second, third])).toEqual([ours, second.text, told])
  expect(contextOf([])).toEqual([ours, told])
})

test('in a perspective they follow its label, and wait where the bundle has no such group', () => {
  const framing = levyDocument.perspectives[0]?.framing[0] ?? first
  const label = 'Left-leaning media'
  const said = says('They ask for more.', framing, { part: 'framing', label })
  const turned = { ...levyDocument, perspectives: levyDocument.perspectives.toReversed() }
  const [, , left] = withWordings(turned, [said]).perspectives
  expect([left?.label, left?.framing[0]?.text]).toEqual([label, 'They ask for more.'])
  const without = { ...levyDocument, perspectives: levyDocument.perspectives.slice(1) }
  expect(withWordings(without, [said])).toEqual(without)
})

const differing = (words: string, article: string): Claim => ({
  ...{ text: `Accounts differ: ${words}.`, basis: 'computed', rule: `accounts-differ(${words})` },
  evidence: [{ article, quote: words }],
})
const [cost, crowd, toll] = [differing('9; 12', '1'), differing('40; 70', '2'), differing('3; 5', '3')]
const [shared] = ['9 is shared'].map((text) => ({ claim: { ...first, text }, owners: 2, sides: [], leftOutBy: [] }))

test('a line of what accounts differ on keeps its sentences, takes no other line’s place, and is found by what it disputes', () => {
  if (shared === undefined) throw new Error('one row')
  const document: BundleDocument = {
    ...{ ...levyDocument, differences: [cost, crowd, toll] },
    factTable: [0, 1, 2, null].map((disputedBy) => ({ ...shared, disputedBy })),
  }
  const said = says('Nobody has counted.', toll, { part: 'differences', position: 0 })
  const now = withWordings(document, [said])
  const line = { text: said.text, basis: 'editor', evidence: toll.evidence }
  expect(now.differences).toEqual([line, cost, crowd])
  expect(now.factTable?.map(({ disputedBy }) => disputedBy)).toEqual([1, 2, 0, null])
  const settled = withWordings({ ...document, differences: [cost, crowd] }, [said])
  expect(settled.differences).toEqual([{ ...line, evidence: [{ article: '3' }] }, cost, crowd])
  expect(settled.factTable?.map(({ disputedBy }) => disputedBy)).toEqual([1, 2, null, null])
  expect(withWordings({ ...document, differences: [] }, [said]).differences).toHaveLength(1)
})

test.each([
  ['differences.1', null],
  ['lede', { part: 'lede', label: '', position: 0 }],
  ['facts.2', { part: 'facts', label: '', position: 1 }],
  ['perspectives.2.blindSpot.1', { part: 'blindSpot', label: 'Right-leaning media', position: 0 }],
  ['facts.4', null],
  ['facts.0', null],
  ['headline.2', null],
  ['perspectives.9.framing.1', null],
  ['framing.1', null],
  ['perspectives.1.facts.1', null],
  ['constructor', null],
])('%s names %j', (name, place) => {
  expect(placeNamed(levyDocument, name)).toEqual(place)
})

test('whatever a later version says, an editor’s facts are all in it, once', () => {
  const claim = fc.constantFrom(first, second, third, ...levyDocument.context)
  const edits = fc.uniqueArray(fc.tuple(fc.nat(2), claim), { selector: ([position]) => position, maxLength: 3 })
  fc.assert(
    fc.property(edits, fc.uniqueArray(claim, { maxLength: 3 }), (edited, facts) => {
      const wordings = edited.map(([position, replaced]) => says(`Words ${position}.`, replaced, { position }))
      const found = texts(withWordings({ ...levyDocument, facts }, wordings))
      expect(found.length).toBeLessThanOrEqual(3)
      expect(found.length).toBeGreaterThanOrEqual(Math.max(facts.length, wordings.length) - wordings.length)
      for (const { text } of wordings) expect(found.filter((one) => one === text)).toHaveLength(1)
    }),
  )
})

import { expect, test } from 'vitest'
import type { BundleDocument, Claim } from '../../src/bundle/document.ts'
import { followingWordings } from '../../src/bundle/following-wordings.ts'
import { type Wording, withWordings } from '../../src/bundle/wordings.ts'
import { levyDocument } from '../api/written-bundles.ts'

const [first, second, third] = levyDocument.facts as [Claim, Claim, Claim]
const says = (text: string, replaced: Claim, place: Partial<Wording> = {}): Wording => ({
  ...{ part: 'facts', label: '', position: 7, text, replaced },
  ...place,
})
const followed = (document: BundleDocument, wordings: readonly Wording[], isFirst = false) =>
  followingWordings(document, wordings, { isFirst }).map(({ part, label, position, text }) =>
    [part, label, position, text].filter((one) => one !== '').join(' '),
  )

test('words follow the same sentence whatever its case and marks, or another wording of the span that it quotes', () => {
  const louder = { ...second, text: `${second.text.toUpperCase()}!`, evidence: [] }
  const shortened = { ...third, text: 'Something shorter of the same span.' }
  const other = { ...first, text: 'The bill has 44 clauses.', evidence: [{ article: '2', quote: 'has 44 clauses' }] }
  expect(followed(levyDocument, [says('A.', louder), says('B.', shortened), says('C.', other)])).toEqual([
    'facts 1 A.',
    'facts 2 B.',
  ])
})

test('a fact that has become context, or the reverse, is followed; what stands in a perspective only under its label', () => {
  const { context, perspectives } = levyDocument
  const [told] = context
  const [left] = perspectives
  const framing = left?.framing[0]
  if (!told || !left || !framing) throw new Error('the levy has context and perspectives')
  const moved = { ...levyDocument, facts: [second], context: [first, ...context] }
  expect(followed(moved, [says('A.', first), says('B.', told)])).toEqual(['context 0 A.', 'context 1 B.'])
  const said = says('They ask for more.', framing, { part: 'framing', label: left.label })
  expect(followed(levyDocument, [said])).toEqual([`framing ${left.label} 0 They ask for more.`])
  expect(followed(levyDocument, [{ ...said, label: 'Local press' }, says('C.', framing)])).toEqual([])
})

test('headline and lede are followed in a first bundle only, and only by what was said of a headline and a lede', () => {
  const { headline, lede } = levyDocument
  const own = [says('A.', headline, { part: 'headline' }), says('B.', lede, { part: 'lede' })]
  expect(followed(levyDocument, own)).toEqual([])
  expect(followed(levyDocument, own, true)).toEqual(['headline 0 A.', 'lede 0 B.'])
  expect(followed(levyDocument, [says('C.', lede), says('D.', first, { part: 'lede' })], true)).toEqual([])
})

test('a sentence is worded once: by the bundle’s own editor, else by whom is named first', () => {
  const own = withWordings(levyDocument, [says('Ours.', first, { position: 0 })])
  expect(followed(own, [says('A.', first), says('B.', second), says('C.', second)])).toEqual(['facts 1 B.'])
})

test('comparisons of the same spans that say different things are different sentences', () => {
  const line = (text: string): Claim => ({ ...first, text, basis: 'computed', rule: text })
  const document = { ...levyDocument, differences: [line('Accounts differ: 9; 12.')] }
  const said = (text: string) => says('Nobody has counted.', line(text), { part: 'differences' })
  expect(followed(document, [said('Accounts differ: 9; 12; 15.')])).toEqual([])
  expect(followed(document, [said('Accounts differ: 9; 12.')])).toEqual(['differences 0 Nobody has counted.'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Citations } from '../../src/leaning/citations.ts'
import { Portraits } from '../../src/leaning/portraits.ts'

const names = [
  { name: 'Ledger', sourceId: 'ledger' },
  { name: 'The Harbour Post', sourceId: 'harbour' },
  { name: 'Christian Herald', sourceId: 'herald' },
]
const citations = new Citations(names)

test('an outlet is cited by its full name, or by a name of one word where the text says that it cites', () => {
  expect(citations.in('As The Harbour Post had it, nothing moved.')).toEqual(new Set(['harbour']))
  expect(citations.in('The clerk told the Ledger that berth 4 is shut.')).toEqual(new Set(['ledger']))
  expect(citations.in('Ledger reported that berth 4 is shut.')).toEqual(new Set(['ledger']))
  expect(citations.in('The Ledger of the port lies open; the harbour post is new.')).toEqual(new Set())
  expect(citations.in('The Harbour Postal Office')).toEqual(new Set())
})

const portraitsOf = () =>
  new Portraits(citations, (id) => names.filter(({ sourceId }) => sourceId === id).map(({ name }) => name))
const matter = 'The mayor, the police and the court want a law.'
const read = (portraits: Portraits, sourceId: string, text: string, lang: string | null = 'en') => {
  portraits.add({ sourceId, storyId: null, title: matter, text, lang })
  return portraits.of(sourceId)
}

test('an outlet’s own name says nothing of it', () => {
  const { terms, cites } = read(
    portraitsOf(),
    'herald',
    'Christian Herald readers met. They told the Christian Herald so.',
  )
  expect(terms.get('christian')).toBeUndefined()
  expect(cites.size).toBe(0)
  expect(read(portraitsOf(), 'ledger', 'Christian readers met.').terms.get('christian')).toBe(1)
})

test('a paragraph that an outlet prints again counts once, and a word that one article harps on three times', () => {
  const portraits = portraitsOf()
  for (const at of [1, 2, 3]) read(portraits, 'ledger', `Berth ${at} is shut. ${matter}\nWe fight for liberty, always.`)
  expect(portraits.of('ledger')).toMatchObject({ articles: 3, aside: 0 })
  expect(portraits.of('ledger').terms.get('liberty')).toBe(1)
  expect(read(portraitsOf(), 'ledger', 'liberty '.repeat(50)).terms.get('liberty')).toBe(3)
})

test('articles in other languages are counted apart', () => {
  const portrait = read(portraitsOf(), 'ledger', 'Die liberty am Hafen.', 'de')
  expect([portrait.articles, portrait.foreign, portrait.terms.size]).toEqual([0, 1, 0])
})

test('articles on other matters than public affairs are counted apart', () => {
  const portraits = portraitsOf()
  portraits.add({ sourceId: 'ledger', storyId: null, title: 'Flour', text: 'A taxpayer and a cook met.', lang: 'en' })
  const { articles, aside, terms } = portraits.of('ledger')
  expect([articles, aside, terms.size]).toEqual([0, 1, 0])
  expect(read(portraits, 'ledger', 'A taxpayer and a cook met.').articles).toBe(1)
})

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, title) => {
      const portraits = portraitsOf()
      portraits.add({ sourceId: 'ledger', storyId: null, title, text, lang: null })
      expect([...portraits.of('ledger').rates.values()].every(Number.isFinite)).toBe(true)
    }),
  )
})

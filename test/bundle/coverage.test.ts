import { expect, test } from 'vitest'
import { composeBundle } from '../../src/bundle/compose.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

const sides = { left: 'readable', center: 'readable', right: 'feeds-down' } as const

test('no side is silent on what one source alone tells; that feeds are down is said all the same', () => {
  const one = articleBy('A', 'left', { title: 'Pier closed' })
  const other = articleBy('B', 'lean-left', { title: 'Pier shut' })
  const missing = (...articles: (typeof one)[]) =>
    composeBundle(storyOf(articles), { sides, goDeeper: [] }).coverage.missing
  expect(missing(one)).toEqual([{ side: 'right', because: 'feeds-down' }])
  expect(missing(one, other)).toContainEqual({ side: 'center', because: 'silent' })
})

test('an outlet whose name nobody told is said to be unnamed', () => {
  const text = 'Edith Kallas closed the pier of Port Elma on Tuesday. The mayor of Elma opened it again on Friday.'
  const unnamed = articleBy('unknown source', 'unknown', { title: 'Pier closed', text })
  const bundle = composeBundle(storyOf([unnamed]), { sides, goDeeper: [] })
  const { context, perspectives } = bundle
  const sentences = [...context, ...perspectives.flatMap(({ framing }) => framing)].map((claim) => claim.text)
  expect([...sentences, ...perspectives.map(({ reason }) => reason)].join(' ')).not.toContain('unknown source')
  expect(sentences.join(' ')).toContain('an unnamed outlet')
})

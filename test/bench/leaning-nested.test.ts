import { expect, test } from 'vitest'
import type { RatedSide } from '../../src/leaning/coverage.ts'
import { sharedFacts } from '../../src/leaning/shared-facts.ts'
import type { SuggestSource } from '../../src/leaning/suggest.ts'
import type { Judged } from './leaning/judged.ts'
import { chosenRidge } from './leaning/nested.ts'

const sources: SuggestSource[] = ['elma', 'orrin', 'tarn'].map((id) => ({ id, name: id, owner: id, side: 'left' }))
const owners = new Map(sources.map(({ id }) => [id, new Set([id])]))
const evidence = { words: [], sharedStories: 0, cites: [], facts: { stories: 0, ...sharedFacts } }
const said = (sourceId: string, side: RatedSide): Judged => ({
  side: 'left',
  suggestion: { kind: 'suggests', sourceId, side, confidence: 0.9, articles: 20, evidence },
})

test('the ridge is chosen by the other owners’ outlets, without the one that it is chosen for', () => {
  const seen = new Set<string>()
  const ridge = chosenRidge('elma', owners, sources, (owner, among, strength) => {
    for (const { id } of among) seen.add(id)
    return [said(owner, strength === 3 ? 'left' : 'center'), said('a sister that is not judged', 'right')]
  })
  expect(ridge).toBe(3)
  expect([...seen].sort()).toEqual(['orrin', 'tarn'])
})

test('of ridges that do equally well the strongest is taken', () => {
  expect(chosenRidge('elma', owners, sources, (owner) => [said(owner, 'left')])).toBe(30)
})

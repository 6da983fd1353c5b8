import { expect, test } from 'vitest'
import { shareBorneOut } from '../../src/fact/matter.ts'
import { readStory } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from './articles.ts'

function share(one: string, other: string): number {
  const articles = [one, other].map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: 'Ferry', text }))
  const [a, b] = readStory(storyOf(articles), []).map((reading) => reading.statements[0])
  return a === undefined || b === undefined ? -1 : shareBorneOut(a, b)
}

test('two sentences that share a person and an office bear out nothing of each other', () => {
  const cost = 'Edith Kallas, a lawyer for the passengers, argued that delay would harm witnesses.'
  const reports = 'Edith Kallas, the lawyer of the passengers, wants weekly reports from the harbour.'
  expect(share(cost, reports)).toBe(0)
})

test('the same in other words is borne out', () => {
  const one = 'Elma Lines employs 31 mechanics in its workshop.'
  const other = 'The workshop of Elma Lines employs 31 mechanics and two painters.'
  expect(share(one, other)).toBeGreaterThan(0.9)
})

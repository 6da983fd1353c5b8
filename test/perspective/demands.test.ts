import { expect, test } from 'vitest'
import { readStory } from '../../src/fact/readings.ts'
import { demandOf } from '../../src/perspective/demands.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function demand(text: string, kind: 'opinion' | 'newspaper' = 'opinion'): string | null {
  const readings = readStory(storyOf([articleBy('Tornby Forum', 'left', { title: 'Ferry', text, kind })]), [])
  return demandOf(readings, [])?.sentence.text ?? null
}

const asked = 'Parliament must pay for a second ferry before the winter.'

test('an opinion piece asks for what its last plain sentence on what must be done says', () => {
  expect(demand(`The ministry should sell its pier in Tornby. ${asked} Snow is near.`)).toBe(asked)
  expect(demand(asked, 'newspaper')).toBeNull()
})

test('what others ask for, think or suppose is no demand of the outlet', () => {
  for (const text of [
    'Parliament must pay for a second ferry, said harbour master Edith Kallas.',
    'Edith Kallas shared the view that Parliament must pay for a second ferry.',
    '“Parliament must pay for a second ferry before the winter.”',
    'If Parliament must pay for a second ferry, taxes rise in the winter.',
    'Parliament should have paid for a second ferry long ago.',
  ])
    expect(demand(text), text).toBeNull()
})

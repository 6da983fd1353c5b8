import { expect, test } from 'vitest'
import { captionsAmong } from '../../src/fact/captions.ts'
import { sentencesOf } from '../../src/fact/sentences.ts'

test('a paragraph that ends in the name of a photographer or an agency is a caption', () => {
  const text = [
    'The minister with the president of the bank after the ceremony. ERB',
    'Passengers on the pier of Port Elma. Ana Ruiz/Northline',
    'The ferry struck the pier on Tuesday. Elma Lines has withdrawn three ships.',
    'The ferry struck the pier on Tuesday. nobody knows why',
    'Elma Lines',
  ].join('\n\n')
  expect([...captionsAmong(sentencesOf(text))]).toEqual([0, 1])
})

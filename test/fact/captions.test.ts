import { expect, test } from 'vitest'
import { captionsAmong, postsAmong } from '../../src/fact/captions.ts'
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

test('a short paragraph with a sentence that points into a picture is a caption as a whole', () => {
  const text = 'Edith Kallas (left) with Ruth Vance on the pier. They spoke of the bridge.\n\nThey spoke of the bridge.'
  expect([...captionsAmong(sentencesOf(text))]).toEqual([0])
})

test('what stands before the name of an account is a post', () => {
  const text =
    'Kallas replied.\n\nThe bridge is a gift to the people of Elma.\n\n— Ruth Vance (@vance) March 3, 2026\n\nNobody agreed.'
  expect([...postsAmong(sentencesOf(text))]).toEqual([1, 2])
})

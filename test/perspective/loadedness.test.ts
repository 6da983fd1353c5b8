import { expect, test } from 'vitest'
import { type Reading, readStory } from '../../src/fact/readings.ts'
import { loadednessOf, loadedShareOf } from '../../src/perspective/loadedness.ts'
import { writtenWords } from '../../src/perspective/word-use.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

const shareOf = (reading: Reading) => loadedShareOf(writtenWords(reading))

const plain = 'The ferry sails at noon from the pier in Tornby, and the crossing takes an hour. '.repeat(6)
const loaded = 'A corrupt ministry and its cronies betrayed the islands in a disgraceful charade of reckless greed.'

function loadedness(first: string, second: string) {
  const [one, other] = readStory(
    storyOf([first, second].map((text, at) => articleBy(`Outlet ${at}`, 'left', { title: `Ferry ${at}`, text }))),
    [],
  )
  return one === undefined || other === undefined ? null : loadednessOf([shareOf(one)], [shareOf(other)])
}

test('a language is loaded where it judges more than the others’, beyond chance and outside of quotations', () => {
  const found = loadedness(`${plain}${loaded}`, `${plain}${plain}`)
  expect(found?.members.loaded).toBeGreaterThanOrEqual(4)
  expect(found?.story.words).toBeGreaterThan(2 * (found?.members.words ?? 0))
  expect(loadedness(`${plain}“${loaded}”, she said.`, plain)).toBeNull()
  expect(loadedness(`${plain}${loaded}`, `${plain}${loaded}`)).toBeNull()
  expect(loadedness(plain, '')).toBeNull()
})

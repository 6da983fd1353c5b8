import { expect, test } from 'vitest'
import { Citations } from '../../src/leaning/citations.ts'
import { Portraits } from '../../src/leaning/portraits.ts'
import { SharedStories } from '../../src/leaning/shared-stories.ts'

test('a story’s excess is what others tell of it above the common rate, as if three common articles stood beside theirs', () => {
  const stories = new SharedStories()
  stories.add('a', 's1', new Map([['left', 8]]))
  stories.add('a', 's1', new Map([['left', 8]]))
  stories.add('b', 's1', new Map([['left', 6]]))
  stories.add('a', 's2', new Map([['left', 9]]))
  const excesses = stories.excesses(new Map([['left', 2]]))
  expect(excesses.get('a')).toMatchObject({ articles: 2 })
  expect(excesses.get('a')?.rates.get('left')).toBeCloseTo(2 * ((6 - 2) / 4))
  expect(excesses.get('b')?.rates.get('left')).toBeCloseTo((16 - 4) / 5)
  expect(excesses.get('b')?.rates.get('right')).toBe(0)
})

test('an outlet that reports on a charged matter is not taken for one that charges every matter', () => {
  const portraits = new Portraits(new Citations([]), () => [])
  const add = (sourceId: string, storyId: string, text: string) =>
    portraits.add({ sourceId, storyId, title: `${storyId}: a law before court for mayor and police`, text, lang: 'en' })
  for (let at = 0; at < 10; at++) {
    const charged = `Case ${at}: the court heard of voter suppression and racism in the port.`
    add('court-desk', `charged-${at}`, charged)
    for (const other of ['first', 'second', 'third', 'fourth', 'fifth']) {
      add(other, `charged-${at}`, `${charged} It rose.`)
      add(other, `plain-${at}`, `Berth ${at} opens again.`)
    }
    add('crusader', `plain-${at}`, `Berth ${at}: racism and voter suppression.`)
  }
  const compared = portraits.compared()
  const left = (id: string, of = compared) => of(id).rates.get('left') ?? 0
  expect(left('court-desk', (id) => portraits.of(id))).toBe(left('crusader', (id) => portraits.of(id)))
  expect(left('court-desk')).toBeLessThan(0.6 * left('crusader'))
  expect(compared('court-desk').onSharedStories).toBe(10)
})

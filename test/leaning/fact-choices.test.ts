import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RatedSide } from '../../src/leaning/coverage.ts'
import { FactChoices, noChoice } from '../../src/leaning/fact-choices.ts'
import { storyTold } from './recorded-stories.ts'

const initials: Readonly<Record<string, RatedSide>> = { l: 'left', c: 'center', r: 'right' }
const sideOf = (id: string) => (/^[lcr]\d$/.test(id) ? initials[id.charAt(0)] : undefined)

const choiceOf = (...stories: readonly string[][]) => {
  const choices = new FactChoices(sideOf)
  for (const facts of stories) choices.add(storyTold(facts))
  return choices.of('asked')
}
const oddsOf = (...stories: readonly string[][]) => choiceOf(...stories).rightOverLeft

test('a carried fact counts by the log of its share on one side against the other’s, each with the prior of both', () => {
  // One telling a side: shares of (1 + 0.5) / 2 and (0 + 0.5) / 2, and as much to be expected of either side.
  expect(oddsOf(['r1 asked', 'l1'])).toEqual({ sum: expect.closeTo(Math.log(3)), facts: 1 })
  expect(oddsOf(['r1', 'l1 asked'])).toEqual({ sum: expect.closeTo(-Math.log(3)), facts: 1 })
  expect(oddsOf(['r1 asked', 'l1'], ['r1', 'l1 asked'])).toEqual({ sum: expect.closeTo(0), facts: 2 })
  // Three tellings to one: (2 + 0.5) / 4 against 0.5 / 2; to be expected are half of that, and a quarter of each other fact’s.
  const expected = 0.5 * Math.log(2.5) + 0.25 * Math.log(0.1) + 0.25 * Math.log(2.5)
  const { sum } = oddsOf(['r1 r2 asked', 'l1', 'r3'])
  expect(sum).toBeCloseTo(Math.log(2.5) - expected)
})

test('what is left out counts, and how much is told does not', () => {
  expect(oddsOf(['l1 r1 asked', 'l1', 'l1']).sum).toBeCloseTo(Math.log(3) / 2)
  expect(oddsOf(['l1 r1 asked', 'l1 asked', 'r1 asked']).sum).toBeCloseTo(0)
  expect(oddsOf(['l1 r1 asked', 'l1', 'r1']).sum).toBeCloseTo(0)
})

test('one story counts as five facts at most', () => {
  const many = Array.from({ length: 12 }, () => ['r1 asked', 'l1']).flat()
  expect(oddsOf(many)).toEqual({ sum: expect.closeTo(5 * Math.log(3)), facts: 5 })
})

test('the center is held against either side', () => {
  const { centerOverLeft, centerOverRight, rightOverLeft } = choiceOf(['c1 asked', 'l1'])
  expect(centerOverLeft).toEqual({ sum: expect.closeTo(Math.log(3)), facts: 1 })
  expect([centerOverRight, rightOverLeft]).toEqual([
    { sum: 0, facts: 0 },
    { sum: 0, facts: 0 },
  ])
})

test('nothing is compared where one side told the story, or only the outlet itself, its reprint or outlets without a side', () => {
  expect(choiceOf(['r1 asked', 'r2'])).toEqual(noChoice)
  expect(choiceOf(['asked=r1', 'l1'])).toEqual(noChoice)
  expect(choiceOf(['someone asked', 'l1 another'])).toEqual(noChoice)
  expect(choiceOf(['asked', 'l1 c1'])).toMatchObject({ stories: 1, centerOverLeft: { sum: 0, facts: 0 } })
})

test('what an editor is shown: facts that one side carries and its rivals leave out, the most told first', () => {
  const { stories, shared } = choiceOf(
    ['r1 asked', 'r1 r2 asked', 'r1', 'l1 asked', 'l1', 'l1', 'c1 asked', 'r1 l1 asked', 'asked'],
    ['r1', 'l2 asked'],
  )
  expect(stories).toBe(2)
  expect(shared.right).toEqual({
    own: { carried: 2, of: 4 },
    rivals: { carried: 2, of: 4 },
    examples: [
      { sentence: 'Fact 1', article: 'https://asked.example/', tellings: 2 },
      { sentence: 'Fact 0', article: 'https://asked.example/', tellings: 1 },
    ],
  })
  expect(shared.left).toMatchObject({ own: shared.right.rivals, rivals: shared.right.own })
  expect(shared.center).toMatchObject({ own: { carried: 1, of: 1 }, rivals: { carried: 4, of: 7 } })
  const many = choiceOf(Array.from({ length: 9 }, () => ['r1 asked', 'l1']).flat())
  expect(many.shared.right.examples).toHaveLength(4)
})

test('the sides mirror each other, and sums stay finite, whatever is told by whom', () => {
  const source = fc.constantFrom('l1', 'l2', 'c1', 'r1', 'r2', 'l1=r3', 'asked', 'someone')
  const fact = fc.uniqueArray(source, { minLength: 1 }).map((carriers) => carriers.join(' '))
  const mirror = (facts: readonly string[]) =>
    facts.map((one) => one.replace(/\b[lr](?=\d)/g, (initial) => (initial === 'l' ? 'r' : 'l')))
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1 }), (facts) => {
      const choice = choiceOf(facts)
      const other = choiceOf(mirror(facts))
      expect(other.rightOverLeft.sum).toBeCloseTo(-choice.rightOverLeft.sum)
      expect(other.centerOverRight.sum).toBeCloseTo(choice.centerOverLeft.sum)
      expect(other.shared.left).toEqual(choice.shared.right)
      expect(Number.isFinite(choice.rightOverLeft.sum)).toBe(true)
    }),
  )
})

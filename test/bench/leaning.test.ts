import { expect, test } from 'vitest'
import type { RatedSide } from '../../src/leaning/coverage.ts'
import { sharedFacts } from '../../src/leaning/shared-facts.ts'
import { isPassed, type Judged, scoreOf, wilson } from './leaning/judged.ts'
import { outletOf } from './leaning/outlets.ts'

test.each([
  ['CNN (Web News)', 'https://money.cnn.com/a', 'CNN', 'CNN'],
  ['CNN - Editorial', null, 'CNN', 'CNN'],
  ['Some Columnist', 'https://townhall.com/columnists/a', 'Townhall', 'Salem Media'],
  ['HotAir', null, 'Hot Air', 'Salem Media'],
  ['Fox Online News', 'https://insider.foxnews.com/a', 'Fox News', 'Murdoch family'],
  ['New York Post', 'https://nypost.com/a', 'New York Post', 'Murdoch family'],
  ['NPR Editorial ', null, 'NPR', 'NPR'],
  ['The Elma Courier', 'https://elma.example/a', 'The Elma Courier', 'The Elma Courier'],
])('%s at %s is %s of %s', (source, url, name, owner) => {
  expect(outletOf(source, url)).toEqual({ name, owner })
})

test('a guest writer belongs to the outlet that printed him, or to none', () => {
  expect(outletOf('Guest Writer - Left', 'https://www.nytimes.com/a')?.name).toBe('New York Times')
  expect(outletOf('Guest Writer - Left', 'https://elma.example/a')).toBeNull()
})

const judged = (rated: RatedSide, said: RatedSide | null): Judged => ({
  side: rated,
  suggestion:
    said === null
      ? { kind: 'abstains', sourceId: 'a', because: 'unsure', articles: 20 }
      : {
          kind: 'suggests',
          sourceId: 'a',
          side: said,
          confidence: 0.9,
          articles: 20,
          evidence: { words: [], sharedStories: 0, cites: [], facts: { stories: 0, ...sharedFacts } },
        },
})

test('the score counts what was said, what was right and what was opposite', () => {
  const score = scoreOf([
    judged('left', 'left'),
    judged('left', 'right'),
    judged('center', null),
    judged('right', 'right'),
  ])
  expect(score).toMatchObject({ outlets: 4, said: 3, right: 2, abstained: 0.25, opposite: 1 / 3, majority: 0.5 })
  expect(score.confusion.left).toEqual({ left: 1, center: 0, right: 1, abstains: 0 })
  expect(isPassed(score)).toBe(false)
  expect(isPassed(scoreOf([judged('left', 'left'), judged('right', null)]))).toBe(true)
  const [low, high] = wilson(8, 10)
  expect([low, high].map((bound) => bound.toFixed(2))).toEqual(['0.49', '0.94'])
})

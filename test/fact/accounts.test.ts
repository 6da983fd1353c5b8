import { describe, expect, test } from 'vitest'
import { disagreementsOf } from '../../src/fact/accounts.ts'
import { readStory } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from './articles.ts'
import { agreeing, differing, later, type NumberPair } from './number-pairs.ts'

function kindsOf({ one, other, daysLater = 0, lang = 'en' }: NumberPair): readonly string[] {
  const articles = [one, other].map((text, at) =>
    articleBy(`Outlet ${at}`, 'center', {
      title: '',
      text,
      lang,
      publishedAt: new Date(Date.UTC(2026, 2, 10 + at * daysLater, 9)),
    }),
  )
  const groups = articles.map(({ id }) => ({ members: [id], reason: 'alone' as const }))
  return disagreementsOf(readStory(storyOf(articles), groups)).map(({ kind }) => kind)
}

describe('numbers for one thing', () => {
  test.each(differing)('differ: $one / $other', (pair) => expect(kindsOf(pair)).toEqual(['differ']))
  test.each(later)('grew: $one / $other', (pair) => expect(kindsOf(pair)).toEqual(['grew']))
  test.each(agreeing)('may both be right: $one / $other', (pair) => expect(kindsOf(pair)).toEqual([]))
})

import { describe, expect, test } from 'vitest'
import { disagreementsOf } from '../../src/fact/accounts.ts'
import { readStory } from '../../src/fact/readings.ts'
import { timed } from '../cpu-time.ts'
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

test.each([
  ['numbers', '7 of 48 Mill '.repeat(280)],
  ['what is put at what', 'put the 3 at '.repeat(280)],
  ['actions', 'sold 53 of 90 vans by May 2029, made 63 sales in May 2029, sold 53 in May 2029, '.repeat(90)],
  ['conjunctions', '12 dead and '.repeat(300)],
  ['capitals', `3 of 48 economists polled by ${'A'.repeat(3000)}`],
  ['words before a pronoun', `${'so it was, '.repeat(300)}4 dead`],
])('hostile sentences of %s take no time', async (_, words) => {
  const text = Array.from({ length: 20 }, (_, at) => `Of 48 mills ${at + 3} had shut, ${words}.`).join('\n\n')
  const { cpuMs } = await timed(() => kindsOf({ one: text, other: text.replaceAll('3', '4') }))
  expect(cpuMs).toBeLessThan(4000)
})

import { expect, test } from 'vitest'
import { articlesOf, outlet, pressTexts, ratedPress, recipes, suggestedFor, textOf } from './invented-press.ts'

const asked = outlet('Harbour Post', null)

test.each(['left', 'center', 'right'] as const)('an outlet that writes as the %s does is suggested there', (side) => {
  const texts = pressTexts().set(asked.id, articlesOf(side))
  const { suggestions } = suggestedFor([...ratedPress, asked], texts)
  expect(suggestions).toMatchObject([{ kind: 'suggests', sourceId: 'harbour-post', side, articles: 20 }])
  expect(suggestedFor([...ratedPress, asked], texts).suggestions).toEqual(suggestions)
})

test('the evidence is its telling words and the rated outlets that it cites', () => {
  const cited = ratedPress.find(({ side }) => side === 'right')
  const own = articlesOf('right').map(
    (text) => `${text}\nA clerk told the ${cited?.name} about it on day ${text.length}.`,
  )
  const { suggestions } = suggestedFor([...ratedPress, asked], pressTexts().set(asked.id, own))
  const [suggestion] = suggestions
  if (suggestion?.kind !== 'suggests') throw new Error('nothing suggested')
  expect(suggestion.evidence.words.map(({ word }) => word)).toContain('illegal aliens')
  expect(suggestion.evidence.words.every(({ z, count }) => z > 0 && count > 0)).toBe(true)
  expect(suggestion.evidence.cites[0]).toMatchObject({ sourceId: cited?.id, side: 'right' })
})

test('without enough articles, rated owners of every side or a language that it knows, it abstains and says why', () => {
  const press = [...ratedPress, asked]
  const few = suggestedFor(press, pressTexts().set(asked.id, articlesOf('left', 19)))
  expect(few.suggestions).toMatchObject([{ kind: 'abstains', because: 'too-few-articles', articles: 19 }])
  const oneSided = press.map((source) => (source.side === 'left' ? { ...source, owner: 'One Chain' } : source))
  const chained = suggestedFor(oneSided, pressTexts().set(asked.id, articlesOf('left')))
  expect(chained.suggestions).toMatchObject([{ kind: 'abstains', because: 'too-few-rated' }])
  expect(suggestedFor(press, pressTexts()).suggestions).toEqual([])
})

test('an outlet whose articles are on other matters is not taken for one of the center, nor is a partisan one that prints many', () => {
  const press = [...ratedPress, asked]
  const cooks = suggestedFor(press, pressTexts().set(asked.id, [...recipes(60), ...articlesOf('center', 14)]))
  expect(cooks.suggestions).toMatchObject([{ kind: 'abstains', because: 'other-matters', articles: 14 }])
  const mixed = suggestedFor(press, pressTexts().set(asked.id, [...recipes(200), ...articlesOf('right')]))
  const alone = suggestedFor(press, pressTexts().set(asked.id, articlesOf('right')))
  expect(mixed.suggestions).toEqual(alone.suggestions)
  expect(mixed.suggestions).toMatchObject([{ kind: 'suggests', side: 'right' }])
})

test('an outlet that writes in the manner of no side more than of another is left undecided', () => {
  const mixed = Array.from({ length: 30 }, (_, at) =>
    textOf((['left', 'center', 'right'] as const)[at % 3] ?? 'left', at),
  )
  const { suggestions } = suggestedFor([...ratedPress, asked], pressTexts().set(asked.id, mixed))
  expect(suggestions).toMatchObject([{ kind: 'abstains', because: 'unsure', articles: 30 }])
})

test('an outlet without a side is not learned from, and a chain counts once', () => {
  const papers = Array.from({ length: 30 }, (_, at) => outlet(`Chain Paper ${at}`, 'right', 'One Chain'))
  const texts = pressTexts().set(asked.id, articlesOf('left'))
  for (const { id } of papers) texts.set(id, articlesOf('left'))
  const { suggestions } = suggestedFor([...ratedPress, ...papers, asked], texts)
  expect(suggestions).toMatchObject([{ kind: 'suggests', side: 'left' }])
})

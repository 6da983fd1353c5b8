import { expect, test } from 'vitest'
import { type RatedSide, ratedSides } from '../../src/leaning/coverage.ts'
import { FactChoices } from '../../src/leaning/fact-choices.ts'
import { type Portrait, withChoices } from '../../src/leaning/portraits.ts'
import { suggestLeanings } from '../../src/leaning/suggest.ts'
import { shownEvidence } from '../../src/leaning/suggestion-text.ts'
import { articlesOf, outlet, pressTexts, ratedPress, recipes, suggestedFor, textOf } from './invented-press.ts'
import { storyTold } from './recorded-stories.ts'

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

/** Every paper tells every story; each fact is carried by all of one side, and by the asked one where it chooses as that side. */
function withFactsOf(side: RatedSide, portraitOf: (id: string) => Portrait): (id: string) => Portrait {
  const sides = new Map(ratedPress.map((one) => [one.id, one.side]))
  const choices = new FactChoices((id) => sides.get(id))
  const carriersOf = (own: RatedSide) => [
    ...ratedPress.filter((one) => one.side === own).map(({ id }) => id),
    ...(own === side ? [asked.id] : []),
  ]
  for (let story = 0; story < 10; story++) choices.add(storyTold(ratedSides.map((own) => carriersOf(own).join(' '))))
  return withChoices(portraitOf, (id) => choices.of(id))
}

test.each(ratedSides)(
  'of outlets that write alike, one that chooses its facts as the %s does is suggested there',
  (side) => {
    const sources = [...ratedPress, asked]
    const alike = new Map(sources.map(({ id }) => [id, articlesOf('center')]))
    const { suggestions, portraitOf } = suggestedFor(sources, alike)
    expect(suggestions).toMatchObject([{ kind: 'abstains', because: 'unsure' }])
    const [suggestion] = suggestLeanings(sources, withFactsOf(side, portraitOf))
    expect(suggestion).toMatchObject({
      kind: 'suggests',
      side,
      evidence: { facts: { stories: 10, own: { carried: 10, of: 10 } } },
    })
    expect(suggestion).toMatchObject({
      evidence: { facts: { rivals: { carried: 0, of: side === 'center' ? 20 : 10 } } },
    })
  },
)

test('the evidence says in words whose facts it carries, with its own sentences and where they stand', () => {
  const sources = [...ratedPress, asked]
  const { portraitOf } = suggestedFor(sources, pressTexts().set(asked.id, articlesOf('left')))
  const [suggestion] = suggestLeanings(sources, withFactsOf('left', portraitOf))
  if (suggestion?.kind !== 'suggests') throw new Error('nothing suggested')
  expect(shownEvidence(suggestion).facts.slice(0, 2)).toEqual([
    'on 10 stories that rated outlets of two sides told, too, it carries 10 of 10 facts that left-hand tellings carry and right-hand ones leave out, and 0 of 10 the other way round',
    '“Fact 0” (https://harbour-post.example/)',
  ])
  const [apart] = suggestLeanings(sources, portraitOf)
  if (apart?.kind !== 'suggests') throw new Error('nothing suggested')
  expect(shownEvidence(apart).facts).toEqual(['no story that rated outlets of two sides told, too'])
})

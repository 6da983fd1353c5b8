import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresIn } from '../../src/story/figures.ts'
import { foldName } from '../../src/story/fold-name.ts'
import { linkLanguages, linkSettings } from '../../src/story/link-languages.ts'
import { type StorySketch, sketchedArticle, sketchOf } from '../../src/story/sketch.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { tokensOf } from '../../src/story/tokens.ts'
import { Words } from '../../src/story/words.ts'
import { eventOf, sketches } from './events-in-languages.ts'
import { sampleArticle } from './sample-articles.ts'

const all = new Set(sketches.map(({ id }) => id))

test('events told in several languages are linked, and look-alikes are not', () => {
  const { linked, unsure } = linkLanguages(sketches, all)
  const right = linked.filter(({ from, to }) => eventOf(from) === eventOf(to))
  const possible = sketches.flatMap((a, at) => sketches.slice(at + 1).filter((b) => eventOf(a.id) === eventOf(b.id)))
  expect(linked.filter((link) => !right.includes(link))).toEqual([])
  expect(right.length / possible.length).toBeGreaterThanOrEqual(0.9)
  for (const pair of unsure) expect(pair.score).toBeLessThan(linkSettings.linkAt)
})

test('the reason names what both share, in the words of the older story', () => {
  const { linked } = linkLanguages(sketches, all)
  const deal = linked.find(({ from, to }) => from === '1' && to === '2')
  expect(deal?.reason).toBe('shares Ana Brisk, Varrow Terminals, Port Varrow, 4200, 11.5 and 4 February')
})

test('stories of one language are never linked, and only those that changed are looked at', () => {
  const lang = new Map(sketches.map((story) => [story.id, story.lang]))
  const { linked } = linkLanguages(sketches, all)
  expect(linked.every(({ from, to }) => lang.get(from) !== lang.get(to))).toBe(true)
  const one = linkLanguages(sketches, new Set([storyId('5')])).linked
  expect(one.map(({ from, to }) => `${from} ${to}`)).toEqual(['5 6', '5 7'])
  expect(linkLanguages(sketches, new Set())).toEqual({ linked: [], unsure: [] })
})

test('one shared name, however rare, is an actor and no event', () => {
  const story = (id: string, lang: string, text: string) =>
    sketchOf(storyId(id), lang, [sketchedArticle(sampleArticle(id, { text }), lang, new Date('2026-02-05'))])
  const pair = [
    story('1', 'en', 'A bridge fell, said Zdenka Quarrow to reporters.'),
    story('2', 'fr', 'Un accord de pêche, dit Zdenka Quarrow aux journalistes.'),
  ]
  expect(linkLanguages(pair, new Set(pair.map(({ id }) => id)))).toEqual({ linked: [], unsure: [] })
})

test('the same words a week later are another event', () => {
  const later = (story: StorySketch, days: number) => {
    const moved = (date: Date) => new Date(date.getTime() + days * 86_400_000)
    return { ...story, first: moved(story.first), last: moved(story.last) }
  }
  const [en, de] = [sketches[0] as StorySketch, sketches[1] as StorySketch]
  const links = (days: number) => linkLanguages([en, later(de, days)], new Set([en.id])).linked.length
  expect([links(0), links(1), links(7)]).toEqual([1, 1, 0])
})

test('the same stories in another order give the same links', () => {
  const pairs = (open: readonly StorySketch[]) =>
    new Map(linkLanguages(open, all).linked.map(({ from, to, score }) => [`${from} ${to}`, score.toFixed(9)]))
  const expected = pairs(sketches)
  fc.assert(
    fc.property(fc.shuffledSubarray([...sketches], { minLength: sketches.length }), (open) => {
      expect(pairs(open)).toEqual(expected)
    }),
    { numRuns: 20 },
  )
})

test('a pair is found from either end, once, with the lower id first', () => {
  const open = sketches.map((story, at) => ({ ...story, id: storyId(`${at + 3}`) }))
  const { linked } = linkLanguages(open, new Set(open.map(({ id }) => id)))
  for (const { from, to } of linked) expect(Number(from)).toBeLessThan(Number(to))
  expect(new Set(linked.map(({ from, to }) => `${from} ${to}`)).size).toBe(linked.length)
})

test('any text is sketched, in any language', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, title, lang) => {
      const article = sketchedArticle(sampleArticle('a', { title, text }), lang, new Date(0))
      const story = sketchOf(storyId('1'), lang, [article])
      const open = [story, { ...story, id: storyId('2') as StoryId, lang: `${lang}x` }]
      expect(linkLanguages(open, new Set([story.id])).linked.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('a term that one article of many has is not the story’s', () => {
  const at = new Date('2026-02-05')
  const articles = Array.from({ length: 10 }, (_, n) =>
    sketchedArticle(
      sampleArticle(`${n}`, {
        text: `They met Ana Brisk${n === 0 ? ' and the Ferry Guild with 4711 boats' : ''} today.`,
      }),
      'en',
      at,
    ),
  )
  const story = sketchOf(storyId('1'), 'en', articles)
  expect(story.names.get('ana brisk')).toEqual({ spelling: 'Ana Brisk', share: 1 })
  expect([...story.names.keys()]).not.toContain('ferry guild')
  expect(story.numbers.size).toBe(0)
})

test.each([
  ['Müller', 'Mueller'],
  ['Macrons', 'Macron'],
  ['Peña', 'Pena'],
  ['Großmann', 'Grossmann'],
  ['Ørsted', 'Oersted'],
  ['Port Calders', 'PORT CALDER'],
])('%s is %s', (a, b) => {
  expect(foldName(a)).toBe(foldName(b))
})

test.each([
  ['en', 'On 4 February 2026 it lost 11.5 of 1,200 on May 3rd', ['11.5', '1200'], ['02-04', '05-03']],
  ['de', 'Am 4. Februar 2026, nicht am 05.03.2026, fielen 11,5 von 1.200', ['11.5', '1200'], ['02-04', '03-05']],
  ['fr', 'Le 1er février, puis le 14 août, 3,25 pour cent', ['3.25'], ['02-01', '08-14']],
  ['es', 'El 4 de febrero y el 9 de septiembre cayeron 4.200 casas', ['4200'], ['02-04', '09-09']],
  ['it', 'Il 2 giugno e il 7 luglio', [], ['06-02', '07-07']],
  ['nl', 'Op 3 maart en 5 mei', [], ['03-03', '05-05']],
  ['pt', 'Em 8 de outubro', [], ['10-08']],
  ['en', 'The 12 of 99 in 2025 with 40 maybe and 99 Februaryish', [], []],
])('%s: %s', (lang, text, numbers, days) => {
  const figures = figuresIn(tokensOf(text, new Words(false)), lang)
  expect([[...figures.numbers], [...figures.days]]).toEqual([numbers, days])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticleId, articleId } from '../../src/article/article.ts'
import { openStories, type Rules } from '../../src/story/assign.ts'
import { constraintsOf } from '../../src/story/constraints.ts'
import { storySettings } from '../../src/story/settings.ts'
import { storyId } from '../../src/story/story.ts'
import { harbourDeal, quakes } from './sample-articles.ts'
import { at, features, type Timed, Told } from './streaming.ts'

const told = (rules: Rules | null = null) => new Told(openStories({ rules }))
const [first, second, third] = harbourDeal
const dated = (text: { readonly title: string; readonly text: string }, day = 10): Timed => ({ ...text, when: at(day) })

test('the first article of all opens a story', () => {
  const { assignment, moves } = told().tell('a', dated(first))
  expect(assignment).toMatchObject({ kind: 'opens', why: { nearest: null, shared: [] } })
  expect(moves).toEqual([])
})

test('articles on one event join, whatever their headlines', () => {
  const stream = told()
  for (const [at, text] of harbourDeal.entries()) stream.tell(`a${at}`, dated(text))
  expect(new Set(stream.where.values()).size).toBe(1)
})

test('two earthquakes in the same words on one day stay apart', () => {
  const stream = told()
  for (const [at, text] of [...quakes, ...harbourDeal].entries()) stream.tell(`a${at}`, dated(text))
  expect(stream.where.get('a0')).not.toBe(stream.where.get('a1'))
})

test('the reason names what is shared and how near the next story is', () => {
  const stream = told()
  stream.tell('quake', dated(quakes[0]))
  stream.tell('deal', dated(first))
  const { assignment } = stream.tell('more', dated(second))
  expect(assignment).toMatchObject({ kind: 'joins', storyId: 'of deal' })
  expect(assignment.why.shared).toEqual(expect.arrayContaining(['Port Varrow', 'Ana Brisk', '11.5']))
  expect(assignment.why.text).toMatch(
    /^shares .*Port Varrow.* \(similarity (0|1)\.\d\d\); (nearest other story at 0\.\d\d|no other story near)$/,
  )
})

test('a story closes to articles beyond the window, never to undated ones', () => {
  const joins = (when: Date | null) => {
    const stream = told()
    stream.put('deal', 'deal', dated(first))
    return stream.tell('next', { ...first, when }).assignment.kind
  }
  expect([joins(at(12)), joins(at(16)), joins(null)]).toEqual(['joins', 'opens', 'joins'])
})

test('adding an article again changes nothing; adding it to another story moves it', () => {
  const stream = told()
  stream.put('deal', 'deal', dated(first))
  stream.put('deal', 'deal', dated(first))
  expect(stream.stories.size).toEqual({ articles: 1, stories: 1 })
  stream.put('deal', 'moved', dated(first))
  expect(stream.stories.size).toEqual({ articles: 1, stories: 1 })
  expect(stream.tell('next', dated(second)).assignment).toMatchObject({ kind: 'joins', storyId: 'moved' })
})

test('stories that an arriving article shows to be one come together, under the id of the larger one', () => {
  const stream = told()
  stream.put('a', 'large', dated(first))
  stream.put('b', 'large', dated(second))
  stream.put('c', 'small', dated(third))
  const { assignment, moves } = stream.tell('d', dated(third))
  expect(assignment).toMatchObject({ kind: 'joins', storyId: 'large' })
  expect(moves).toMatchObject([{ articles: ['c'], from: 'small', to: 'large', all: true }])
  expect(new Set(stream.where.values())).toEqual(new Set(['large']))
})

test('two look-alikes in one story part when an article shows where each belongs', () => {
  const stream = told()
  stream.put('a', 'drawn together', dated(quakes[0]))
  stream.put('b', 'drawn together', dated(quakes[1]))
  for (const [at, text] of harbourDeal.entries()) stream.tell(`other${at}`, dated(text))
  stream.tell('c', dated(quakes[0]))
  stream.tell('d', dated(quakes[1]))
  expect(stream.where.get('a')).toBe(stream.where.get('c'))
  expect(stream.where.get('b')).toBe(stream.where.get('d'))
  expect(stream.where.get('a')).not.toBe(stream.where.get('b'))
})

const pair = (kind: 'must-link' | 'cannot-link', one: string, other: string) => ({
  ...{ id: `${kind} ${one} ${other}`, kind },
  articles: [articleId(one), articleId(other)] as const,
})

test('what an editor ruled comes before what words say', () => {
  const apart = told(constraintsOf([pair('cannot-link', 'a', 'b')]))
  apart.tell('a', dated(first))
  expect(apart.tell('b', dated(first)).assignment).toMatchObject({
    kind: 'opens',
    why: { text: expect.stringMatching(/^nearest story at (0|1)\.\d\d, closed to it by an editor, or/) },
  })

  const together = told(constraintsOf([pair('must-link', 'a', 'b')]))
  together.tell('a', dated(first))
  expect(together.tell('b', dated(quakes[0])).assignment).toMatchObject({ kind: 'joins', storyId: 'of a' })

  const locked = told(constraintsOf([{ id: '1', kind: 'lock', story: storyId('of a') }]))
  locked.tell('a', dated(first))
  expect(locked.tell('b', dated(second)).assignment.kind).toBe('opens')

  const pinned = told(constraintsOf([{ id: '1', kind: 'pin', story: storyId('of a') }]))
  pinned.tell('a', dated(first, 1))
  pinned.stories.advanceTo(at(28))
  expect(pinned.stories.isOpen(articleId('a'))).toBe(true)
})

const vocabulary = [
  'Varrow',
  'Brisk',
  'harbour',
  'strike',
  'Tellin',
  'Venn',
  'quake',
  'rescue',
  'vote',
  'Prand',
  '11.5',
]
const someText = fc.record({
  title: fc.array(fc.constantFrom(...vocabulary), { maxLength: 5 }).map((words) => words.join(' ')),
  text: fc.array(fc.constantFrom(...vocabulary), { maxLength: 30 }).map((words) => `the ${words.join(' ')}`),
  when: fc.option(fc.integer({ min: 1, max: 28 }).map((day) => at(day))),
})

/** So small that stories of some articles are large ones. */
const smallLooks = { smallStory: 2, secondLook: 12, deepStory: 5, deepLook: 12 }

const byTime = (texts: Timed[]) => texts.toSorted((a, b) => (a.when?.getTime() ?? 0) - (b.when?.getTime() ?? 0))

test('a stream that is told again what it was told decides as if nothing had happened', () => {
  const settings = { ...storySettings, ...smallLooks, countedArticles: 4 }
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 40 }), fc.nat(40), (texts, cut) => {
      const steady = new Told(openStories({ settings }))
      const all = byTime(texts)
      for (const [index, text] of all.slice(0, cut).entries()) steady.tell(`a${index}`, text)
      const restarted = new Told(openStories({ settings }))
      for (const [index, text] of all.slice(0, cut).entries()) {
        if (text.when !== null) restarted.stories.advanceTo(text.when)
        restarted.put(`a${index}`, steady.where.get(`a${index}`) ?? '', text)
      }
      for (const [index, text] of all.slice(cut).entries()) {
        const [one, other] = [steady, restarted].map((stream) => stream.tell(`b${index}`, text))
        expect(other?.assignment).toEqual(one?.assignment)
        expect(other?.moves).toEqual(one?.moves)
      }
    }),
    { numRuns: 300 },
  )
})

/** How many articles had come since time came to the day of this one. */
function ofDay(kept: Told['kept'], at: number): number {
  const dayOf = (index: number) =>
    Math.max(...kept.slice(0, index + 1).map(({ when }) => when?.getTime() ?? Number.NEGATIVE_INFINITY))
  let begun = at
  while (begun > 0 && dayOf(begun - 1) === dayOf(at)) begun -= 1
  return at - begun + 1
}

test('a stream that is restored from what it kept decides as if nothing had happened', () => {
  const settings = { ...storySettings, countedArticles: 4 }
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 40 }), fc.nat(40), (texts, cut) => {
      const steady = new Told(openStories({ settings }))
      const all = byTime(texts)
      for (const [index, text] of all.slice(0, cut).entries()) steady.tell(`a${index}`, text)
      const restarted = new Told(openStories({ settings }))
      const from = Math.max(0, steady.kept.length - 8)
      for (const [index, kept] of steady.kept.slice(from).entries())
        restarted.stories.count({ ...kept, ...(index === 0 ? { ofDay: ofDay(steady.kept, from) } : {}) })
      const since = (all[Math.min(cut, all.length) - 1]?.when?.getTime() ?? 0) - 11 * 86_400_000
      for (const kept of steady.kept) {
        if (kept.when !== null && kept.when.getTime() < since) continue
        if (kept.when !== null) restarted.stories.advanceTo(kept.when)
        restarted.stories.restore({ ...kept, storyId: steady.where.get(kept.articleId) ?? kept.storyId })
      }
      for (const [index, text] of all.slice(cut).entries()) {
        const [one, other] = [steady, restarted].map((stream) => stream.tell(`b${index}`, text))
        expect(other?.assignment).toEqual(one?.assignment)
        expect(other?.moves).toEqual(one?.moves)
      }
    }),
    { numRuns: 300 },
  )
})

test('no sequence of arrivals and rulings loses an article, puts it into two stories, or breaks a ruling', () => {
  const ruling = fc.record({
    kind: fc.constantFrom('must-link' as const, 'cannot-link' as const),
    one: fc.nat(19),
    other: fc.nat(19),
  })
  fc.assert(
    fc.property(
      fc.array(someText, { minLength: 1, maxLength: 20 }),
      fc.array(ruling, { maxLength: 8 }),
      fc.constantFrom({}, smallLooks),
      (texts, rulings, looks) => {
        const rules = constraintsOf([])
        const ruled: { kind: string; one: string; other: string }[] = []
        for (const { kind, one, other } of rulings) {
          if (one === other || one >= texts.length || other >= texts.length) continue
          const next = pair(kind, `a${one}`, `a${other}`)
          if (rules.contradiction(next) !== null) continue
          rules.add(next)
          ruled.push({ kind, one: `a${one}`, other: `a${other}` })
        }
        const stream = new Told(openStories({ rules, settings: { ...storySettings, ...looks } }))
        // Undated, all stay open: what must be together meets.
        for (const [index, text] of texts.entries()) stream.tell(`a${index}`, { ...text, when: null })
        expect(stream.where.size).toBe(texts.length)
        const held = [...new Set(stream.where.values())].flatMap((story) => stream.stories.membersOf(story))
        expect(held.toSorted()).toEqual(texts.map((_, index) => `a${index}`).toSorted())
        for (const [id, story] of stream.where) expect(stream.stories.membersOf(story)).toContain(id as ArticleId)
        for (const { kind, one, other } of ruled)
          expect(stream.where.get(one) === stream.where.get(other)).toBe(kind === 'must-link')
      },
    ),
    { numRuns: 300 },
  )
})

test('strangers in a large story leave it when it has grown, and not before', () => {
  const events = ['Port Varrow floods quay', 'Ana Brisk wins chess title']
  const about = (event: number, index: number): Timed => ({
    title: `${events[event]} ${index}`,
    text: `The ${events[event]} on Monday, residents and officials said in report ${index}.`,
    when: at(3),
  })
  const stream = told()
  for (let index = 0; index < 24; index += 1) stream.put(`flood${index}`, 'mixed', about(0, index))
  for (let index = 0; index < 6; index += 1) stream.put(`chess${index}`, 'mixed', about(1, index))
  const moved = Array.from({ length: 6 }, (_, index) => stream.tell(`more${index}`, about(0, 24 + index)).moves)
  const leaving = moved.flat()
  expect(leaving).toMatchObject([{ from: 'mixed', all: false }])
  expect(leaving[0]?.articles.toSorted()).toEqual(Array.from({ length: 6 }, (_, index) => `chess${index}`))
  expect(moved.map(({ length }) => length)).toEqual([0, 0, 1, 0, 0, 0])
  expect(stream.where.get('more5')).toBe('mixed')
})

test('the same articles in the same order give the same decisions', () => {
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 25 }), (texts) => {
      const [one, other] = [told(), told()]
      for (const [index, text] of byTime(texts).entries())
        expect(one.tell(`a${index}`, text)).toEqual(other.tell(`a${index}`, text))
    }),
  )
})

test('no text is too much: hostile ones are decided on like any other', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      (title, text) => {
        const stream = told()
        stream.tell('a', { title, text, when: null })
        expect(stream.tell('b', { title: text, text: title, when: at(1) }).articleId).toBe('b')
      },
    ),
  )
  const long = { title: 'x '.repeat(20_000), text: Array.from({ length: 30_000 }, (_, n) => `w${n}`).join(' ') }
  expect(features(long).version).toBe(1)
  expect(told().tell('a', { ...long, when: null }).assignment.kind).toBe('opens')
})

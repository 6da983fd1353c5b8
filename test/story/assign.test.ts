import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import { type OpenStories, openStories, type Placed } from '../../src/story/assign.ts'
import { featuresOf } from '../../src/story/features.ts'
import { storySettings } from '../../src/story/settings.ts'
import { type StoryId, storyId } from '../../src/story/story.ts'
import { harbourDeal, quakes } from './sample-articles.ts'

interface Text {
  readonly title: string
  readonly text: string
}

const features = (text: Text) => featuresOf({ ...text, lang: 'en' })
const at = (day: number) => new Date(Date.UTC(2026, 2, day))

function placed(id: string, story: string, text: Text, when: Date | null = at(10)): Placed {
  return { articleId: articleId(id), storyId: storyId(story), features: features(text), when }
}

/** Runs texts through a stream as a pipeline does; answers the rows it would have stored. */
function stream(stories: OpenStories, texts: readonly (Text & { when: Date | null })[], prefix = 'a'): Placed[] {
  return texts.map(({ when, ...text }, index) => {
    const decision = stories.assign(features(text), when)
    const story: StoryId = decision.kind === 'joins' ? decision.storyId : storyId(`story-${prefix}${index}`)
    const row = { ...placed(`${prefix}${index}`, story, text, when) }
    stories.add(row)
    return row
  })
}

const dated = (texts: readonly Text[], when: Date | null) => texts.map((text) => ({ ...text, when }))

test('the first article of all opens a story', () => {
  const decision = openStories().assign(features(harbourDeal[0]), at(10))
  expect(decision).toMatchObject({ kind: 'opens', why: { nearest: null, shared: [] } })
})

test('articles on one event join, whatever their headlines', () => {
  const rows = stream(openStories(), dated(harbourDeal, at(10)))
  expect(new Set(rows.map((row) => row.storyId)).size).toBe(1)
})

test('two earthquakes in the same words on one day stay apart', () => {
  const rows = stream(openStories(), dated(quakes, at(10)))
  expect(new Set(rows.map((row) => row.storyId)).size).toBe(2)
})

test('the reason names what is shared and how near the next story is', () => {
  const stories = openStories()
  stories.add(placed('quake', 'quake', quakes[0]))
  stories.add(placed('deal', 'deal', harbourDeal[0]))
  const decision = stories.assign(features(harbourDeal[1]), at(10))
  expect(decision.kind).toBe('joins')
  expect(decision.why.shared).toEqual(expect.arrayContaining(['Port Varrow', 'Ana Brisk', '11.5']))
  expect(decision.why.text).toMatch(
    /^shares .*Port Varrow.* \(similarity 0\.\d\d\); (nearest other story at 0\.\d\d|no other story near)$/,
  )
})

test('a story that was too far is named when another opens', () => {
  const stories = openStories()
  stories.add(placed('quake', 'quake', quakes[0]))
  const { why } = stories.assign(features(quakes[1]), at(10))
  expect(why.nearest?.storyId).toBe('quake')
  expect(why.text).toMatch(/^nearest story at 0\.\d\d, joins from 0\.18 on$/)
})

test('a story closes to articles beyond the window, never to undated ones', () => {
  const stories = openStories()
  stories.add(placed('deal', 'deal', harbourDeal[0], at(10)))
  expect(stories.assign(features(harbourDeal[0]), at(15)).kind).toBe('joins')
  expect(stories.assign(features(harbourDeal[0]), at(16)).kind).toBe('opens')
  expect(stories.assign(features(harbourDeal[0]), null).kind).toBe('joins')
})

test('ties go to the older story, in whichever order their articles came last', () => {
  for (const order of [
    ['old', 'young'],
    ['young', 'old'],
  ]) {
    const stories = openStories()
    stories.add(placed('x', 'old', quakes[0]))
    stories.add(placed('y', 'young', quakes[0]))
    for (const story of order) stories.add(placed(`more-${story}`, story, quakes[0]))
    expect(stories.assign(features(quakes[0]), at(10))).toMatchObject({ kind: 'joins', storyId: 'old' })
  }
})

test('adding an article again changes nothing; adding it to another story moves it', () => {
  const stories = openStories()
  stories.add(placed('deal', 'deal', harbourDeal[0]))
  stories.add(placed('deal', 'deal', harbourDeal[0]))
  expect(stories.size).toEqual({ articles: 1, stories: 1 })
  stories.add(placed('deal', 'moved', harbourDeal[0]))
  expect(stories.size).toEqual({ articles: 1, stories: 1 })
  expect(stories.assign(features(harbourDeal[1]), at(10))).toMatchObject({ kind: 'joins', storyId: 'moved' })
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
  when: fc.option(fc.integer({ min: 1, max: 28 }).map(at)),
})

const byTime = (texts: (Text & { when: Date | null })[]) =>
  texts.toSorted((a, b) => (a.when?.getTime() ?? 0) - (b.when?.getTime() ?? 0))

/** Decides and notes one text after the other, time going on with them. */
function arriving(stories: OpenStories, texts: (Text & { when: Date | null })[], prefix: string) {
  return texts.flatMap((text, index) => {
    if (text.when !== null) stories.advanceTo(text.when)
    return stream(stories, [text], `${prefix}${index}-`)
  })
}

test('a restart that replays the window’s rows and the last articles decides as if nothing had happened', () => {
  const settings = { ...storySettings, countedArticles: 4 }
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 30 }), fc.nat(30), (texts, cut) => {
      const [before, after] = [byTime(texts).slice(0, cut), byTime(texts).slice(cut)]
      const steady = openStories(settings)
      const rows: Placed[] = JSON.parse(JSON.stringify(arriving(steady, before, 'a')))
      const next = after.find(({ when }) => when !== null)?.when
      const restarted = openStories(settings)
      for (const [index, row] of rows.entries()) {
        const when = row.when === null ? null : new Date(row.when)
        const isOpen =
          when === null || next === undefined || next === null || daysApart(when, next) <= settings.windowDays + 1
        if (isOpen || index >= rows.length - settings.countedArticles) restarted.add({ ...row, when })
      }
      const similar = (decisions: Placed[]) => decisions.map(({ articleId: id, storyId: story }) => ({ id, story }))
      expect(similar(arriving(restarted, after, 'b'))).toEqual(similar(arriving(steady, after, 'b')))
    }),
    { numRuns: 200 },
  )
})

const daysApart = (a: Date, b: Date) => Math.abs(a.getTime() - b.getTime()) / 86_400_000

test('what left the window leaves memory, and no decision changes by that', () => {
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 30 }), (texts) => {
      const keeping = openStories()
      const forgetting = openStories()
      const kept = byTime(texts).flatMap((text, index) => stream(keeping, [text], `a${index}-`))
      expect(arriving(forgetting, byTime(texts), 'a')).toEqual(kept)
      expect(forgetting.size.articles).toBeLessThanOrEqual(keeping.size.articles)
    }),
    { numRuns: 60 },
  )
})

test('forgotten articles leave the count', () => {
  const stories = openStories()
  stories.add(placed('old', 'old', quakes[0], at(1)))
  stories.add(placed('undated', 'undated', quakes[1], null))
  stories.advanceTo(at(10))
  expect(stories.size).toEqual({ articles: 1, stories: 1 })
})

import { expect, test } from 'vitest'
import { articleId } from '../../src/article/article.ts'
import {
  type Chapter,
  chapterArticle,
  chapterOf,
  continuedBy,
  continueSettings,
  earlierChapters,
} from '../../src/story/continues.ts'
import { storyId } from '../../src/story/story.ts'
import { type ChapterTold, harbourFestival, landslide, otherLandslide } from './sagas.ts'

let lastArticle = 0

function chapter(id: number, { day, titles, text }: ChapterTold, lang = 'en'): Chapter {
  const articles = titles.map((title, at) => {
    lastArticle += 1
    const when = new Date(Date.parse(day) + at * 3_600_000)
    return chapterArticle({ id: articleId(String(lastArticle)), title, text }, lang, when)
  })
  return chapterOf(storyId(String(id)), lang, articles)
}

/** Among a thousand stories that have nothing to do with them. */
const told = (story: Chapter, before: readonly Chapter[]) =>
  continuedBy(story, earlierChapters([...before, story, ...strangers]))

const [slide, inquiry, trial] = landslide.map((one, at) => chapter(at + 9, one)) as [Chapter, Chapter, Chapter]
const inquiryTold = landslide[1] as ChapterTold
const nothing = { names: new Map(), numbers: new Map(), titleStems: new Map() }
const strangers = Array.from({ length: 1000 }, (_, at) => ({ ...slide, ...nothing, id: storyId(String(1000 + at)) }))
const festival = chapter(20, harbourFestival)
const elsewhere = chapter(21, otherLandslide)

test('a saga is a chain: each chapter continues the one before it', () => {
  const all = [trial, slide, festival, inquiry, elsewhere]
  expect(told(slide, all)).toBeNull()
  expect(told(inquiry, all)).toMatchObject({ from: inquiry.id, to: slide.id })
  expect(told(trial, all)).toMatchObject({ from: trial.id, to: inquiry.id })
})

test('the reason names what they share and how long it was quiet', () => {
  const reason = told(inquiry, [slide])?.reason
  expect(reason).toMatch(/^shares .*; last article 7 days before$/)
  expect(reason).toContain('Port Varrow')
  expect(reason).toContain('Ana Brisk')
})

test('what has the place or the kind of event in common continues nothing', () => {
  expect(told(festival, [slide, inquiry])).toBeNull()
  expect(told(elsewhere, [slide, inquiry])).toBeNull()
})

test('what went on until half a day before, what is too long ago and what is told in another language are passed over', () => {
  const at = (first: number): Chapter => ({ ...inquiry, first: new Date(slide.last.getTime() + first * 3_600_000) })
  expect(told(at(11), [slide])).toBeNull()
  expect(told(at(13), [slide])?.reason).toMatch(/last article 13 hours before$/)
  expect(told(at(59 * 24), [slide])).not.toBeNull()
  expect(told(at(61 * 24), [slide])).toBeNull()
  expect(told(inquiry, [{ ...slide, lang: 'nl' }])).toBeNull()
})

test('names that many stories have tell no saga', () => {
  const common = Array.from({ length: 60 }, (_, at) => ({ ...slide, id: storyId(String(100 + at)), last: trial.last }))
  expect(told(inquiry, [slide, ...common])).toBeNull()
})

test('of two that have nothing to do with each other and share as much, neither is taken', () => {
  const names = (story: Chapter, wanted: readonly string[]) =>
    new Map(
      [...story.names].filter(([, { spelling }]) =>
        wanted.some((name) => name.split(' ').some((word) => spelling.includes(word))),
      ),
    )
  const bare = { numbers: new Map() }
  const one = { ...slide, ...bare, names: names(slide, ['Port Varrow', 'Ana Brisk', 'Skarn Hill']) }
  const two = {
    ...slide,
    ...bare,
    id: storyId('30'),
    names: names(slide, ['Oden Quarries', 'Lise Tamm', 'Marl Valley']),
  }
  expect(told(inquiry, [one])?.to).toBe(one.id)
  expect(told(inquiry, [two])?.to).toBe(two.id)
  expect(told(inquiry, [one, two])).toBeNull()
})

test('of two that are as good and one saga the latest is taken, and of the same hour that with the higher id', () => {
  const again = { ...slide, id: storyId('30') }
  expect(told(inquiry, [again, { ...slide, id: storyId('9') }])?.to).toBe(again.id)
  const later = { ...slide, id: storyId('8'), last: new Date(slide.last.getTime() + 1) }
  expect(told(inquiry, [again, later, slide])?.to).toBe(later.id)
})

test('the same actors under titles of another matter continue nothing', () => {
  const choir = chapter(40, { ...inquiryTold, titles: ['Choir wins prize', 'Prize for village choir'] })
  expect(told(choir, [slide])).toBeNull()
})

test('one rare name is too little, however little else is asked', () => {
  const asksLittle = { ...continueSettings, continueAt: 0.1 }
  const knownFor = (...names: string[]) => ({
    ...slide,
    names: new Map([...slide.names].filter(([, { spelling }]) => names.includes(spelling))),
  })
  const asked = (earlier: Chapter) =>
    continuedBy(inquiry, earlierChapters([earlier, inquiry, ...strangers]), asksLittle)
  expect(asked(knownFor('Lise Tamm', 'Lise', 'Tamm'))).toBeNull()
  expect(asked(knownFor('Lise Tamm', 'Ana Brisk'))?.reason).toMatch(
    /^shares (Lise Tamm, Ana Brisk|Ana Brisk, Lise Tamm);/,
  )
})

test('the longer it was quiet, the more they must share', () => {
  const after = (days: number) => ({ ...inquiry, first: new Date(slide.last.getTime() + days * 86_400_000) })
  const [soon, late] = [told(after(1), [slide])?.score ?? 0, told(after(59), [slide])?.score ?? 0]
  expect(late).toBeGreaterThan(0)
  expect(late).toBeLessThan(soon * 0.6)
})

test('where titles tell of one matter less will do, and within days a little of it', () => {
  const knownFor = (story: Chapter, share: number) => ({
    ...story,
    names: new Map([...story.names].filter(([, { spelling }]) => ['Lise Tamm', 'Ana Brisk'].includes(spelling))),
    titleStems: new Map([...story.titleStems].map(([stem, term]) => [stem, { ...term, share }])),
  })
  const asked = (days: number, share: number) => {
    const later = { ...knownFor(inquiry, share), first: new Date(slide.last.getTime() + days * 86_400_000) }
    return told(later, [knownFor(slide, share)])
  }
  const alike = [asked(2, 1), asked(6, 1), asked(2, 0.3), asked(6, 0.3)]
  expect(alike.map((found) => found !== null)).toEqual([true, true, true, false])
  for (const found of alike.slice(0, 3)) expect(found?.score).toBeLessThan(continueSettings.continueAt)
})

test('that two chapters have a name does not make it common', () => {
  const ofTwo = (others: readonly Chapter[]) => continuedBy(inquiry, earlierChapters(others))?.score
  const fillers = Array.from({ length: 20 }, (_, at) => ({ ...slide, ...nothing, id: storyId(String(200 + at)) }))
  expect(ofTwo([slide, inquiry, ...fillers])).toBeCloseTo(ofTwo([slide, ...fillers]) ?? 0, 1)
})

test('in German a noun is no name: two that share nouns only have nothing to continue', () => {
  const [first, second] = [
    'Der Erdrutsch am Steinbruch hat die Landstrasse und den Bahnhof getroffen. Nach dem Erdrutsch kam die Feuerwehr zum Steinbruch.',
    'Nun hat die Feuerwehr den Erdrutsch am Steinbruch, die Landstrasse und den Bahnhof vermessen. Am Steinbruch blieb es still.',
  ].map((text, at) =>
    chapter(
      50 + at,
      { day: `2026-02-0${at * 4 + 1}T08:00:00Z`, titles: ['Erdrutsch am Steinbruch', 'Der Erdrutsch'], text },
      'de',
    ),
  ) as [Chapter, Chapter]
  const asked = (lang: string) => {
    const [earlier, later] = [first, second].map((story) => ({ ...story, lang })) as [Chapter, Chapter]
    return told(later, [earlier])
  }
  expect(asked('de')).toBeNull()
  expect(asked('xx')).not.toBeNull()
})

import { expect, test } from 'vitest'
import { type Article, articleId } from '../../src/article/article.ts'
import { composeVerified } from '../../src/bundle/compose.ts'
import { dayInWords, daysBefore } from '../../src/bundle/days.ts'
import type { Claim } from '../../src/bundle/document.ts'
import type { EarlierChapter } from '../../src/bundle/earlier-chapters.ts'
import { verifyBundle } from '../../src/bundle/verify.ts'
import { storyOf } from '../fact/articles.ts'
import { eventArticles } from '../newsroom/event-articles.ts'
import { unsound } from './unsound.ts'
import { archiveProblems } from './unsound-archive.ts'

const sides = { left: 'readable', center: 'readable', right: 'readable' } as const
const events = eventArticles()
const [closing, hearing, rescue] = ['mill-closing', 'mill-hearing', 'mill-rescue'].map((event) =>
  (events.get(event) ?? []).toSorted((a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0)),
) as [Article[], Article[], Article[]]

const chapter = (
  story: string,
  articles: readonly Article[],
  change: Partial<EarlierChapter> = {},
): EarlierChapter => ({
  ...{ story, bundle: '4', headline: articles[0]?.title ?? '', opening: [], articles },
  ...{ began: articles[0]?.publishedAt ?? new Date(0), ended: articles.at(-1)?.publishedAt ?? new Date(0), ...change },
})
const composed = (articles: readonly Article[], earlier: readonly EarlierChapter[]) =>
  composeVerified(storyOf([...articles]), { sides, goDeeper: [], earlier })
const ofPast = (context: readonly Claim[]) =>
  context.filter(({ rule }) => /^(?:earlier-chapter|number-history)/.test(rule ?? ''))

test('the chapters of the mill are told with their days, the oldest first, and hold', () => {
  const { document, refused } = composed(rescue, [chapter('2', hearing), chapter('1', closing)])
  expect(refused).toEqual([])
  expect(unsound(document, rescue, [...hearing, ...closing])).toEqual([])
  expect(ofPast(document.context).map(({ text }) => text.slice(0, 45))).toEqual([
    'On 9 March 2026, two days earlier, Meridian W',
    'On 10 March 2026, the day before, The Fenwick',
  ])
  expect(document.earlier?.map(({ story }) => story)).toEqual(['2', '1'])
})

test('a chapter is told by what its bundle opened with, where that stands in its article still', () => {
  const [wire] = closing.filter(({ source }) => source.id === 'meridian-wire')
  if (!wire) throw new Error('the wire reported')
  const quote = /Corvane Steel will close its mill[^.]+\./.exec(wire.text)?.[0] ?? ''
  const opening = [{ article: wire.id, quote }]
  const told = ofPast(composed(rescue, [chapter('1', closing, { opening })]).document.context)
  expect(told[0]?.evidence).toEqual(opening)
  const corrected = closing.map((one) =>
    one.id === wire.id ? { ...one, text: one.text.replace('June 30', 'July 31') } : one,
  )
  const [again] = ofPast(composed(rescue, [chapter('1', corrected, { opening })]).document.context)
  expect(again?.evidence).toEqual([{ article: corrected[0]?.id, quote: corrected[0]?.title }])
})

test('without chapters nothing is said of the past', () => {
  const { document } = composed(rescue, [])
  expect([document.earlier, document.archive, ofPast(document.context)]).toEqual([undefined, undefined, []])
})

/** A story of one article, and the chapter before it of one. */
function numbersOf(now: string, then: string): string[] {
  const [one] = rescue
  if (!one) throw new Error('the mill has articles')
  const told = (id: string, day: string, text: string): Article => ({
    ...{ ...one, id: articleId(id), text, title: `Harbour report ${id}`, publishedAt: new Date(`${day}T10:00:00Z`) },
  })
  const archive = told('a', '2026-03-02', then)
  const { document } = composed([told('b', '2026-03-09', now)], [chapter('1', [archive])])
  return document.context.filter(({ rule }) => rule?.startsWith('number-history')).map(({ text }) => text)
}

test.each([
  [
    'Divers have recovered 27 containers from the wreck of the Amaranth off Port Varrow.',
    'Divers recovered 11 containers from the wreck of the Amaranth off Port Varrow.',
    ['27 containers', '11 containers'],
  ],
  [
    'Port Varrow council put the repair of the Skarn bridge at $14 million on Monday.',
    'Port Varrow council put the repair of the Skarn bridge at $9 million in its first estimate.',
    ['$14 million', '$9 million'],
  ],
])('another number for the same thing is its history: %s', (now, then, [young = '', old = '']) => {
  const [text, ...more] = numbersOf(now, then)
  expect(more).toEqual([])
  expect(text).toContain(`gives ${young} on 9 March 2026`)
  expect(text).toContain(`gave ${old} on 2 March 2026: “${then}”`)
})

test.each([
  [
    'the same number',
    'Divers recovered 27 containers from the Amaranth wreck.',
    'Divers recovered 27 containers from the Amaranth wreck.',
  ],
  [
    'another ship',
    'Divers recovered 27 containers from the wreck of the Amaranth.',
    'Divers recovered 11 containers from the wreck of the Corvina.',
  ],
  [
    'another thing',
    'Divers recovered 27 containers from the wreck of the Amaranth.',
    'Divers recovered 11 anchors from the wreck of the Amaranth.',
  ],
  [
    'another sort',
    'Shares of the Amaranth salvage company rose to $27 in Port Varrow.',
    'Shares of the Amaranth salvage company rose 27 percent in Port Varrow.',
  ],
  [
    'a step',
    'The price of Amaranth salvage shares in Port Varrow rose $27.',
    'The price of Amaranth salvage shares in Port Varrow rose $3.',
  ],
  [
    'a time',
    'The Amaranth wreck has lain off Port Varrow for 27 days now.',
    'The Amaranth wreck has lain off Port Varrow for 11 days now.',
  ],
  [
    'a supposition',
    'Divers could recover 27 containers from the wreck of the Amaranth.',
    'Divers recovered 11 containers from the wreck of the Amaranth.',
  ],
  [
    'told already',
    'Divers recovered 27 containers from the Amaranth wreck, up from 11.',
    'Divers recovered 11 containers from the Amaranth wreck.',
  ],
])('%s is no history', (_, now, then) => {
  expect(numbersOf(now, then)).toEqual([])
})

const [first] = ofPast(composed(rescue, [chapter('1', closing)]).document.context)
const sound = composed(rescue, [chapter('1', closing)]).document

test.each<[string, Partial<Claim>]>([
  ['another day', { text: first?.text.replace('9 March', '8 March') ?? '' }],
  ['another outlet', { text: first?.text.replace('Meridian Wire', 'City Ticker') ?? '' }],
  ['other words', { text: first?.text.replace('steel mill', 'smelting works') ?? '' }],
  [
    'a span that does not stand there',
    { evidence: [{ article: first?.evidence[0]?.article ?? '', quote: 'never written' }] },
  ],
  ['no span', { evidence: [{ article: first?.evidence[0]?.article ?? '' }] }],
  ['an article that is in no archive', { evidence: [{ article: 'nowhere', quote: first?.evidence[0]?.quote }] }],
])('what is said of the past with %s is refused, and the independent check finds it', (_, change) => {
  if (!first) throw new Error('a chapter is told')
  const claim = { ...first, ...change }
  const lying = { ...sound, context: [claim] }
  expect(claim).not.toEqual(first)
  expect(verifyBundle(lying, rescue, closing).document.context).toEqual([])
  if (_ !== 'another outlet') expect(archiveProblems(lying, [...rescue, ...closing])).not.toEqual([])
})

test('the archive is cited in the context alone, and by sentences about the past alone', () => {
  if (!first) throw new Error('a chapter is told')
  expect(verifyBundle({ ...sound, facts: [first] }, rescue, closing).document.facts).toEqual([])
  const { rule: _, ...quoted } = { ...first, basis: 'quoted' as const, text: first.evidence[0]?.quote ?? '' }
  expect(verifyBundle({ ...sound, context: [quoted] }, rescue, closing).document.context).toEqual([])
})

test('days are counted by the calendar', () => {
  const at = (text: string) => new Date(`${text}Z`)
  expect(dayInWords(at('2026-03-09T23:59:00'))).toBe('9 March 2026')
  expect(daysBefore(at('2026-03-09T23:59:00'), at('2026-03-10T00:01:00'))).toBe('the day before')
  expect(daysBefore(at('2026-03-01T10:00:00'), at('2026-03-13T10:00:00'))).toBe('twelve days earlier')
  expect(daysBefore(at('2026-01-01T10:00:00'), at('2026-01-30T10:00:00'))).toBe('four weeks earlier')
  expect(daysBefore(at('2025-01-01T10:00:00'), at('2026-01-01T10:00:00'))).toBe('eleven months earlier')
  expect(daysBefore(at('2026-03-09T10:00:00'), at('2026-03-09T11:00:00'))).toBe('earlier the same day')
  expect(daysBefore(at('2026-03-10T10:00:00'), at('2026-03-09T11:00:00'))).toBe('')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KeptRating, KeptSource } from '../../src/source/kept-source.ts'
import { ratedLeanings } from '../../src/source/leaning.ts'
import { overlayText } from '../../src/source/overlay-text.ts'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'
import type { Source } from '../../src/source/source.ts'
import { differencesOf } from '../../src/source/source-difference.ts'

const text = `# The outlets.
raters:
  desk:
    name: The Desk
    method: expert review
    confidence: 0.8
    licence: Apache-2.0
    validFrom: 2024-01-01

sources:
  # By the sea.
  - id: harbour
    name: Harbour Post   # as readers know it
    home: https://harbour.example/
    country: GB
    languages: [en]
    kind: newspaper
    reach: domestic
    owner: Harbour Trust
    ratings: { desk: lean-left }   # they agree
    opinion: { path: /opinion/, ratings: { desk: right } }
    feeds:
      - https://harbour.example/rss # the main one
      - { url: "https://harbour.example/world", section: world }

  - id: ledger
    name: The Ledger
    home: https://ledger.example/
    country: US
    languages: [en]
    kind: newspaper
    reach: domestic
    owner: Ledger Trust
    ratings:
      - { rater: old-desk, value: center, method: "a guess: no more", confidence: 0.2, licence: CC0-1.0, validFrom: 2020-01-01 }
    feeds:
      - { url: "https://ledger.example/guess", section: sport, unverified: true }

  - id: mill
    name: Mill News
    home: https://mill.example/
    country: US
    languages: [en]
    kind: local
    reach: domestic
    owner: Mill Trust
    feeds:
      - https://mill.example/rss
`

function parsed(catalogue: string) {
  const found = parseCatalogue(catalogue, 'sources.yaml')
  if (found.kind === 'invalid') throw new Error(JSON.stringify(found.problems))
  return found
}

const { sources, raters } = parsed(text)

/** As the database knows it right after a sync, but for `change`. */
function kept(source: Source, change: Partial<KeptSource> & { added?: readonly KeptRating[] } = {}): KeptSource {
  const stated = (pages: 'all' | 'opinion') => (rating: Source['ratings'][number]) => ({
    ...{ ...rating, pages, origin: 'file' as const, actor: null },
  })
  const { added = [], ...other } = change
  return {
    ...{ ...source, userAgent: source.userAgent ?? null, declared: true },
    opinion: { paths: source.opinion?.paths ?? [], sections: source.opinion?.sections ?? [] },
    ratings: [
      ...source.ratings.map(stated('all')),
      ...(source.opinion?.ratings ?? []).map(stated('opinion')),
      ...added,
    ],
    feeds: source.feeds.map(({ url, section, unverified }) => ({
      ...{ url, section: section ?? null, unverified: unverified ?? false, adopted: null, stoppedWhy: null },
    })),
    ...{ itemsADay: source.itemsADay ?? null, learned: null, pause: null },
    ...other,
  }
}

const panel: KeptRating = {
  ...{ rater: 'panel', value: 'center', method: 'newsroom panel', confidence: 0.5, licence: 'own work' },
  ...{ validFrom: '2026-01-01', pages: 'all', origin: 'import', actor: 'operator:ann' },
}
const suggested: KeptRating = {
  ...{
    ...panel,
    rater: 'suggested',
    method: 'words-1, accepted by operator:ann',
    confidence: 0.61,
    origin: 'suggestion',
  },
}
const keptAs = (changes: Record<string, Parameters<typeof kept>[1]>) =>
  sources.map((source) => kept(source, changes[source.id]))
const overlaid = (changes: Record<string, Parameters<typeof kept>[1]>) =>
  overlayText(text, sources, keptAs(changes), raters)

/** Lines that are new, and lines that are gone. */
function difference(after: string): string[] {
  const [one, other] = [text.split('\n'), after.split('\n')]
  return [
    ...one.filter((line) => !other.includes(line)).map((line) => `- ${line.trim()}`),
    ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line.trim()}`),
  ]
}

test('where nothing is laid over it the text stays as it is', () => {
  expect(overlaid({})).toEqual({ text, changed: [], left: [] })
})

test('ratings of one kind of a rater are written short, and what they have in common once', () => {
  const { text: after, changed } = overlaid({ harbour: { added: [panel] }, mill: { added: [panel] } })
  expect(changed).toEqual(['harbour', 'mill'])
  expect(difference(after)).toEqual([
    ...['- ratings: { desk: lean-left }   # they agree'],
    ...['+ panel:', '+ name: panel', '+ method: newsroom panel', '+ confidence: 0.5', '+ licence: own work'],
    ...['+ validFrom: 2026-01-01', '+ ratings: { desk: lean-left, panel: center }   # they agree'],
    ...['+ ratings: { panel: center }'],
  ])
})

test('ratings that differ are written in full, the file’s among them', () => {
  const { text: after } = overlaid({ harbour: { added: [suggested] }, ledger: { added: [panel] } })
  expect(difference(after)).toEqual([
    '- ratings: { desk: lean-left }   # they agree',
    '+ - { rater: desk, value: lean-left, method: expert review, confidence: 0.8, licence: Apache-2.0, validFrom: 2024-01-01 }',
    '+ - { rater: suggested, value: center, method: "words-1, accepted by operator:ann", confidence: 0.61, licence: own work, validFrom: 2026-01-01 }   # they agree',
    '+ - { rater: panel, value: center, method: newsroom panel, confidence: 0.5, licence: own work, validFrom: 2026-01-01 }',
  ])
  expect(parsed(after).sources[1]?.ratings).toHaveLength(2)
})

test('an address that was adopted takes the place of the declared one, and is no guess any more', () => {
  const [harbour, ledger] = sources
  if (!harbour || !ledger) throw new Error('there are three')
  const moved = (source: Source, index: number, url: string) => ({
    feeds: kept(source).feeds.map((feed, at) => (at === index ? { ...feed, adopted: { url, why: 'redirect' } } : feed)),
  })
  const after = overlaid({
    harbour: moved(harbour, 0, 'https://new.example/rss?a=1&b=#c'),
    ledger: moved(ledger, 0, 'https://ledger.example/found'),
  })
  expect(difference(after.text)).toEqual([
    '- - https://harbour.example/rss # the main one',
    '- - { url: "https://ledger.example/guess", section: sport, unverified: true }',
    '+ - https://new.example/rss?a=1&b=#c # the main one',
    '+ - { url: "https://ledger.example/found", section: sport }',
  ])
  const twice = overlaid({ ledger: moved(ledger, 0, 'https://mill.example/rss') })
  expect(twice).toEqual({
    ...{ text, changed: [] },
    left: [
      'ledger: https://ledger.example/guess is asked at https://mill.example/rss, which the file declares already: remove one of them',
    ],
  })
})

test('pauses, what was learned, and ratings of opinion pages', () => {
  const opinion: KeptRating = { ...panel, value: 'left', pages: 'opinion' }
  const pause = { at: new Date('2026-03-01T00:00:00Z'), actor: 'operator:ann', reason: 'asked us: "wait"' }
  const learned = { least: 0.5, most: 12, days: 20 }
  const after = overlaid({ harbour: { added: [opinion] }, mill: { pause, learned, added: [opinion] } })
  expect(difference(after.text)).toEqual([
    '- opinion: { path: /opinion/, ratings: { desk: right } }',
    '+ opinion: { path: /opinion/, ratings: [{ rater: desk, value: right, method: expert review, confidence: 0.8, licence: Apache-2.0, validFrom: 2024-01-01 }, { rater: panel, value: left, method: newsroom panel, confidence: 0.5, licence: own work, validFrom: 2026-01-01 }] }',
    `+ paused: 'asked us: "wait"'`,
    '+ itemsADay: { least: 0.5, most: 12 }',
  ])
  expect(after.left).toEqual(['mill: its opinion pages are rated, but the file does not say which they are'])
  expect(parsed(after.text).sources[2]).toMatchObject({
    paused: 'asked us: "wait"',
    itemsADay: { least: 0.5, most: 12 },
  })
})

const words = fc.oneof(
  fc.constantFrom(
    'true',
    '1',
    '~',
    '- a',
    'a: b',
    '{',
    '#',
    "'",
    '"',
    'null',
    'no',
    'a, b',
    '2024-01-01',
    '&a',
    '__proto__',
    '*a',
    '!x',
    '%',
    '@',
    '`',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((some) => /\S/.test(some)),
)
const rating: fc.Arbitrary<KeptRating> = fc.record({
  ...{ rater: words, value: fc.constantFrom(...ratedLeanings), method: words, licence: words },
  confidence: fc.constantFrom(0.1, 0.8, 1),
  ...{ validFrom: fc.constantFrom('2020-02-29', '2026-01-01'), pages: fc.constant('all' as const) },
  ...{ origin: fc.constant('import' as const), actor: fc.constant('operator:ann') },
})

test('whatever raters are called, what was written is a catalogue in which nothing is laid over the file any more', () => {
  const added = fc.uniqueArray(rating, { maxLength: 3, selector: ({ rater, validFrom }) => `${rater} ${validFrom}` })
  fc.assert(
    fc.property(added, added, words, (one, other, reason) => {
      const pause = { at: new Date(0), actor: 'operator:ann', reason }
      const database = keptAs({ harbour: { added: one, pause }, ledger: { added: other }, mill: { added: one } })
      const { text: after } = overlayText(text, sources, database, raters)
      const again = parsed(after)
      const left = differencesOf(again.sources, database).flatMap(({ differences }) => differences)
      expect(left.filter(({ kind, field }) => kind === 'overlay' || field === 'ratings')).toEqual([])
      expect(overlayText(after, again.sources, database, again.raters).text).toBe(after)
    }),
    { numRuns: 200 },
  )
})

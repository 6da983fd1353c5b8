import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds } from '../../src/source/kind.ts'
import { ratedLeanings } from '../../src/source/leaning.ts'
import { ownerships } from '../../src/source/ownership.ts'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'
import { renderSource } from '../../src/source/render-source.ts'
import { feedSections, type Source, sourceId } from '../../src/source/source.ts'

const raters = {
  desk: { name: 'The Desk', method: 'review', confidence: 0.8, licence: 'CC0-1.0', validFrom: '2024-01-01' },
}
const frame = `raters:
  desk: { name: The Desk, method: review, confidence: 0.8, licence: CC0-1.0, validFrom: 2024-01-01 }
sources:
`

test('a source is one key a line, and what goes without saying is left out', () => {
  const source: Source = {
    ...{ id: sourceId('ledger'), name: 'The Ledger: Morning', home: 'https://ledger.example/', country: 'NO' },
    ...{ languages: ['en', 'nb'], kind: 'local', reach: 'domestic', owner: 'Harbor Press', ownership: 'nonprofit' },
    ratings: [{ rater: 'desk', value: 'lean-left', ...{ ...raters.desk, name: undefined } }].map(
      ({ name: _, ...rating }) => ({ ...rating, value: 'lean-left' as const }),
    ),
    feeds: [
      { url: 'https://ledger.example/rss?a=1&b=[2]' },
      { url: 'https://ledger.example/world', section: 'world', unverified: true },
    ],
    itemsADay: { least: 2, most: 40 },
  }
  expect(renderSource(source, raters)).toBe(`  - id: ledger
    name: "The Ledger: Morning"
    home: https://ledger.example/
    country: NO
    languages: [en, nb]
    kind: local
    reach: domestic
    owner: Harbor Press
    ownership: nonprofit
    ratings: { desk: lean-left }
    feeds:
      - https://ledger.example/rss?a=1&b=[2]
      - { url: "https://ledger.example/world", section: world, unverified: true }
    itemsADay: { least: 2, most: 40 }
`)
})

const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((text) => /\S/.test(text))
const piece = fc
  .string({ minLength: 1, maxLength: 9, unit: 'grapheme' })
  .map((text) => `/${text.replace(/\s/gu, '-')}/`)
const anySource = fc
  .record({
    name: words,
    kind: fc.constantFrom(...kinds),
    reach: fc.constantFrom('domestic' as const, 'international' as const),
    owner: words,
    ownership: fc.constantFrom(...ownerships),
    value: fc.constantFrom(...ratedLeanings),
    short: fc.boolean(),
    section: fc.option(fc.constantFrom(...feedSections)),
    notes: fc.option(words),
    paused: fc.option(words),
    opinion: fc.option(
      fc.record({
        paths: fc.array(piece, { minLength: 1, maxLength: 2 }),
        sections: fc.array(words, { maxLength: 2 }),
      }),
    ),
    path: fc.webPath(),
  })
  .map(({ value, short, section, notes, paused, opinion, path, ...known }): Source => {
    const { name: _, ...shared } = raters.desk
    const ratings = [{ rater: 'desk', value, ...shared, confidence: short ? 0.8 : 0.5 }]
    return {
      ...{ id: sourceId('1843'), home: 'https://ledger.example/', country: 'US', languages: ['en'], ...known },
      ratings,
      ...(opinion === null ? {} : { opinion: { ...opinion, ratings } }),
      ...(paused === null ? {} : { paused }),
      feeds: [{ url: `https://ledger.example${path}`, ...(section === null ? {} : { section }) }],
      ...(notes === null ? {} : { notes }),
    }
  })

test('whatever a source says, its block says the same', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const parsed = parseCatalogue(`${frame}${renderSource(source, raters)}`, 'f')
      expect(parsed.kind === 'catalogue' ? parsed.sources : parsed).toEqual([source])
    }),
    { numRuns: 400 },
  )
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogueCounts } from '../../src/source/catalogue-counts.ts'
import { currentLeaning } from '../../src/source/current-leaning.ts'
import { kinds } from '../../src/source/kind.ts'
import { leanings, sideOf } from '../../src/source/leaning.ts'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'
import { renderSource } from '../../src/source/render-source.ts'

const text = readFileSync(new URL('../../sources.yaml', import.meta.url), 'utf8')
const parsed = parseCatalogue(text, 'sources.yaml')
const sources = parsed.kind === 'catalogue' ? parsed.sources : []
const leaningsNow = sources.map(({ ratings }) => currentLeaning(ratings, new Date('2026-11-23')).leaning)

test('sources.yaml has no problem', () => {
  expect(parsed.kind === 'invalid' ? parsed.problems : []).toEqual([])
})

test('it names the schema for editors in its first line', () => {
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./src/source/sources.schema.json')
})

test('it holds thousands of outlets from all over the world, of every kind', () => {
  const counts = catalogueCounts(sources, new Date('2026-11-23'))
  expect(counts.sources).toBeGreaterThanOrEqual(2500)
  expect(counts.feeds).toBeGreaterThanOrEqual(4000)
  expect(Object.keys(counts.countries).length).toBeGreaterThanOrEqual(80)
  expect(Object.keys(counts.languages).length).toBeGreaterThanOrEqual(20)
  expect(counts.ratedInEnglish).toBeGreaterThanOrEqual(700)
  expect(counts.unverifiedFeeds).toBeLessThanOrEqual(counts.feeds / 4)
  expect(new Set(Object.keys(counts.kinds))).toEqual(new Set(kinds))
})

test('nothing in it could be mended: it is sorted, and what is declared is used', () => {
  expect(parsed.kind === 'catalogue' ? parsed.untidy : []).toEqual([])
})

test('written again from its values it reads the same', () => {
  const raters = parsed.kind === 'catalogue' ? parsed.raters : {}
  const head = text.slice(0, text.indexOf('sources:\n') + 'sources:\n'.length)
  expect(`${head}${sources.map((source) => renderSource(source, raters)).join('\n')}`).toBe(text)
})

test('left and right balance, and every leaning is there', () => {
  const left = leaningsNow.filter((leaning) => sideOf(leaning) === 'left').length
  const right = leaningsNow.filter((leaning) => sideOf(leaning) === 'right').length
  expect(Math.min(left, right) / Math.max(left, right)).toBeGreaterThanOrEqual(0.8)
  expect(new Set(leaningsNow)).toEqual(new Set(leanings))
})

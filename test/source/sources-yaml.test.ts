import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { currentLeaning } from '../../src/source/current-leaning.ts'
import { kinds } from '../../src/source/kind.ts'
import { leanings, sideOf } from '../../src/source/leaning.ts'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'

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

test('it holds sixty outlets or more from eight countries or more, of every kind', () => {
  expect(sources.length).toBeGreaterThanOrEqual(60)
  expect(new Set(sources.map(({ country }) => country)).size).toBeGreaterThanOrEqual(8)
  expect(new Set(sources.map(({ kind }) => kind))).toEqual(new Set(kinds))
})

test('left and right balance, and every leaning is there', () => {
  const left = leaningsNow.filter((leaning) => sideOf(leaning) === 'left').length
  const right = leaningsNow.filter((leaning) => sideOf(leaning) === 'right').length
  expect(Math.min(left, right) / Math.max(left, right)).toBeGreaterThanOrEqual(0.8)
  expect(new Set(leaningsNow)).toEqual(new Set(leanings))
})

test('it is sorted by id', () => {
  const ids = sources.map(({ id }) => id)
  expect(ids).toEqual([...ids].sort())
})

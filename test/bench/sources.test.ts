import { expect, test } from 'vitest'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'
import { catalogueOf } from './sources.ts'

test('the catalogue that is measured is sound, and as large as was asked for', () => {
  const parsed = parseCatalogue(catalogueOf(60), 'f')
  expect(parsed).toMatchObject({ kind: 'catalogue', untidy: [] })
  expect(parsed.kind === 'catalogue' && parsed.sources.length).toBe(60)
})

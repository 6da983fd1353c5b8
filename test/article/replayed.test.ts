import { expect, test } from 'vitest'
import { articleFields } from '../../src/article/difference.ts'
import type { Examined } from '../../src/article/examine.ts'
import { replayed, type Settled } from '../../src/article/replayed.ts'
import { pageThatSaysLittle } from '../store/extracted.ts'

const fetchedAt = new Date('2026-03-10T08:00:00Z')
const publishedAt = new Date('2026-03-10T07:00:00Z')
const values = { title: 'Rain', authors: ['A. Weir'], publishedAt, lang: 'en', section: 'Weather', text: 'Rain fell.' }
const settled = (version = 1): Settled => ({ kind: 'article', version, values })
const examined = (more: Partial<typeof values> | { publishedAt: null; section: null }): Examined => ({
  kind: 'article',
  article: { ...pageThatSaysLittle, ...values, ...more },
  optOuts: [],
})
const refused = (reason: 'too-short' | 'paywalled'): Examined => ({ kind: 'rejected', reason, optOuts: [] })
const all = { fetchedAt, only: articleFields }

test('what is extracted as before is unchanged, as is what is rejected as before', () => {
  expect(replayed(settled(), examined({}), all)).toEqual({ kind: 'unchanged' })
  expect(replayed({ kind: 'rejected', reason: 'too-short' }, refused('too-short'), all)).toEqual({ kind: 'unchanged' })
})

test('what changed is named with both its states', () => {
  const after = { ...values, title: 'Rain at last' }
  const changed = { kind: 'changed', version: 3, fields: ['title'], before: values, after }
  expect(replayed(settled(3), examined({ title: 'Rain at last' }), all)).toEqual(changed)
})

test('fields that are not compared stay', () => {
  const now = examined({ title: 'Rain at last', text: 'Rain fell at last.' })
  expect(replayed(settled(), now, { fetchedAt, only: ['authors'] })).toEqual({ kind: 'unchanged' })
  const after = { ...values, text: 'Rain fell at last.' }
  expect(replayed(settled(), now, { fetchedAt, only: ['text'] })).toMatchObject({ fields: ['text'], after })
})

test('verdicts that turned', () => {
  expect(replayed(settled(), refused('too-short'), all)).toEqual({ kind: 'newly-rejected', reason: 'too-short' })
  const was = { kind: 'rejected', reason: 'paywalled' } as const
  expect(replayed(was, refused('too-short'), all)).toEqual({
    kind: 'rejected-otherwise',
    was: 'paywalled',
    reason: 'too-short',
  })
  expect(replayed(was, examined({}), all)).toEqual({ kind: 'newly-accepted', was: 'paywalled', after: values })
})

test('a date is judged as of the day when the page was fetched', () => {
  const later = examined({ publishedAt: new Date('2026-05-01T00:00:00Z') })
  expect(replayed(settled(), later, all)).toMatchObject({ fields: ['publishedAt'], after: { publishedAt: null } })
})

test('what an earlier page said of a corrected article is not lost', () => {
  const silent = examined({ publishedAt: null, section: null })
  expect(replayed(settled(2), silent, all)).toEqual({ kind: 'unchanged' })
  expect(replayed(settled(1), silent, all)).toMatchObject({ fields: ['publishedAt', 'section'] })
})

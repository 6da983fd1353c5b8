import { expect, test } from 'vitest'
import type { ReplayedPage } from '../../pipelines/replay.ts'
import { articleId } from '../../src/article/article.ts'
import { replayText } from '../../src/cli/replay-text.ts'
import { sourceId } from '../../src/source/source.ts'

const at = new Date('2026-03-10T08:00:00Z')
const values = {
  title: 'Rain',
  authors: [],
  publishedAt: null,
  lang: 'en',
  section: null,
  text: 'Rain fell on Sunday.',
}
const page = {
  ...{ id: articleId('7'), sourceId: sourceId('ledger'), sourceName: 'The Ledger', userAgent: null, appearedAt: at },
  ...{ canonicalUrl: 'https://ledger.example/rain', url: 'https://ledger.example/rain', contentType: null },
  settled: { kind: 'article' as const, version: 1, values },
  ...{ settledAt: at, fetchedAt: at, optOuts: [] },
}
const told = (outcome: ReplayedPage['outcome'], optOuts: ReplayedPage['optOuts'] = []): ReplayedPage => ({
  ...{ page, outcome, optOuts, stored: 'nothing' },
})
const reworded = told({
  ...{ kind: 'changed', version: 1, fields: ['text'], before: values },
  after: { ...values, text: 'Rain fell on Monday.' },
})

test('in colours, a new wording shows which words are new', () => {
  expect(replayText(reworded, true)?.split('\n').slice(2)).toEqual([
    '\u001b[31m  - Rain fell on \u001b[7mSunday\u001b[27m.\u001b[0m',
    '\u001b[32m  + Rain fell on \u001b[7mMonday\u001b[27m.\u001b[0m',
  ])
})

test('without colours no control character is printed, and one of the page’s by its number', () => {
  expect(replayText(reworded, false)?.split('\n').slice(2)).toEqual([
    '  - Rain fell on Sunday.',
    '  + Rain fell on Monday.',
  ])
  const hostile = { ...values, title: 'a\u001b]0;b\u0007\u202ec\nd', text: 'می\u200cخواهم\u009b2J' }
  const text = replayText(told({ kind: 'newly-accepted', was: 'paywalled', after: hostile }), false)
  expect(text?.split('\n')).toEqual([
    '7  https://ledger.example/rain',
    '  newly accepted, was paywalled',
    '  + title        a\\u{1b}]0;b\\u{7}\\u{202e}c\\u{a}d',
    '  + lang         en',
    '  + می\u200cخواهم\\u{9b}2J',
  ])
})

test('of what is unchanged only opt-outs are worth a word', () => {
  expect(replayText(told({ kind: 'unchanged' }), false)).toBeNull()
  expect(replayText(told({ kind: 'unchanged' }, ['noarchive']), false)).toContain('+ opt-outs     noarchive')
  expect(replayText(told({ kind: 'newly-rejected', reason: 'too-short' }), false)).toContain(
    'too-short (stays an article)',
  )
})

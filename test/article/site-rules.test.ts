import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../src/article/extract.ts'
import { parseSiteRule, ruleFor } from '../../src/article/site-rule.ts'
import { loadSiteRules, ownSiteRules } from '../../src/cli/site-rules.ts'

const recordings = join(import.meta.dirname, 'site-rules')
const rules = await loadSiteRules(ownSiteRules())

test('every rule has a recorded page, and every recorded page a rule', () => {
  const pages = readdirSync(recordings).filter((name) => name.endsWith('.html'))
  expect(pages.map((name) => name.replace(/\.html$/, ''))).toEqual(rules.map(({ host }) => host))
})

describe.each(rules)('the rule for $host', ({ host }) => {
  const bytes = readFileSync(join(recordings, `${host}.html`))
  const { url, ...expected } = JSON.parse(readFileSync(join(recordings, `${host}.json`), 'utf8'))
  const read = (given: typeof rules) => {
    const extracted = extractArticle({ url, contentType: 'text/html', bytes }, given)
    if (extracted.kind === 'rejected') return extracted
    return { title: extracted.article.title, text: extracted.article.text.split('\n\n') }
  }

  test('reads its recorded page as expected', () => {
    expect(read(rules)).toEqual(expected)
  })

  test('reads it where it was saved as a file, by the address that it gives itself', () => {
    const head = `<link rel="canonical" href="${url}"></head>`
    const saved = Buffer.from(bytes.toString('utf8').replace('</head>', head))
    const extracted = extractArticle({ url: 'file:///saved.html', contentType: null, bytes: saved }, rules)
    expect(extracted.kind === 'article' && extracted.article.text.split('\n\n')).toEqual(expected.text)
  })

  test('is needed', () => {
    expect(read([])).not.toEqual(expected)
  })
})

test('a rule is for a host and what lies in it; the longest host wins', () => {
  const rule = (host: string) => ({ host, keep: '.body', drop: [] })
  const both = [rule('paper.example'), rule('sport.paper.example')]
  expect(ruleFor(both, 'https://www.paper.example/a')?.host).toBe('paper.example')
  expect(ruleFor(both, 'https://live.sport.paper.example/a')?.host).toBe('sport.paper.example')
  expect(ruleFor(both, 'https://newspaper.example/a')).toBeNull()
  expect(ruleFor(both, 'not an address')).toBeNull()
})

test.each([
  ['host: Paper.example\nwhy: it fails for a reason\nkeep: .body', /^r\.yaml:1: host: must be a host in lower case/],
  ['host: paper.example\nwhy: it fails for a reason\nkeep: "p["', /^r\.yaml:1: keep: is no CSS selector/],
  ['host: paper.example\nwhy: it fails for a reason\ndrop: [p, "::"]', /^r\.yaml:1: drop\.1: is no CSS selector/],
  ['host: paper.example\nwhy: it fails for a reason', /neither keep nor drop/],
  ['host: paper.example\nkeep: .body', /^r\.yaml:1: why: /],
  ['host: paper.example\nwhy: it fails for a reason\nkept: .body', /kept/],
  ['host: paper.example\nhost: other.example\nwhy: it fails\nkeep: p', /^r\.yaml:2: host: /],
  ['- host\n\t- x: [', /^r\.yaml:\d+: /],
  ['', /^r\.yaml:1: /],
])('a rule that is wrong says where: %j', (text, message) => {
  const parsed = parseSiteRule(text, 'r.yaml')
  expect(parsed.kind === 'invalid' && parsed.problems.join('\n')).toMatch(message)
})

test('a rule whose selectors find nothing leaves the page to the general way', () => {
  const paragraph = '<p>The harbour office raised its fees by 4.5 per cent on Monday, and four captains complained.</p>'
  const bytes = Buffer.from(
    `<html><title>Fees rise</title><body><article>${paragraph.repeat(1)}${paragraph.replace('Monday', 'Tuesday')}${paragraph.replace('Monday', 'Friday')}${paragraph.replace('four', 'all the')}</article></body></html>`,
  )
  const page = { url: 'https://paper.example/a', contentType: 'text/html', bytes }
  const rule = { host: 'paper.example', keep: '.gone', drop: ['.also-gone'] }
  expect(extractArticle(page, [rule])).toEqual(extractArticle(page))
})

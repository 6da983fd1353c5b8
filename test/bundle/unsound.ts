import type { Article } from '../../src/article/article.ts'
import type { BundleDocument, Claim } from '../../src/bundle/document.ts'
import { archiveProblems } from './unsound-archive.ts'
import { blindspotProblems } from './unsound-blindspots.ts'

/**
 * What is wrong with a bundle's claims, written anew from the promises and sharing no code with the verifier: one line
 * for each claim that does not hold, an empty list for a sound bundle. `archive` are articles of earlier stories.
 */
export function unsound(
  document: BundleDocument,
  articles: readonly Article[],
  archive: readonly Article[] = [],
): string[] {
  const outside = document.perspectives.flatMap((one) => {
    const own = articles.filter((article) => one.members.includes(article.id))
    const quotes = [...one.framing, ...one.quotations].filter((claim) => claim.basis === 'quoted')
    return [
      ...quotes.flatMap((claim) => problems(claim, own)),
      ...[...one.framing, ...one.blindSpot, ...one.quotations].flatMap((claim) => problems(claim, articles)),
      ...(one.members.length === 0 ? [`${one.label}: no members`] : []),
      ...(own.length === one.members.length ? [] : [`${one.label}: unknown members`]),
    ]
  })
  const why = document.grouping === undefined ? [] : [document.grouping]
  const compared = [...(document.differences ?? []), ...(document.factTable ?? []).map(({ claim }) => claim)]
  const counted = [...compared, ...document.perspectives.flatMap(({ blindSpot }) => blindSpot)]
  const main = [document.headline, document.lede, ...document.facts, ...why, ...compared].flatMap((claim) =>
    problems(claim, articles),
  )
  main.push(
    ...counted.flatMap((claim) => [...comparisonProblems(claim, articles), ...quotationProblems(claim, articles)]),
    ...(document.factTable ?? []).flatMap(rowProblems),
  )
  const all = [...articles, ...archive]
  const context = document.context.flatMap((claim) => problems(claim, all, true))
  return [...main, ...context, ...outside, ...archiveProblems(document, all), ...blindspotProblems(document)]
}

const numeral = /(?<![\p{L}\d.,-])\d+(?:[.,]\d+)*/gu

/** Words that reports are said to quote and others not: by letters alone, the first forty of them. */
function quotationProblems({ rule, text, evidence }: Claim, articles: readonly Article[]): string[] {
  if (rule !== 'absent-quotations') return []
  const beginning = lettersOf(/“(.+)”$/s.exec(text)?.[1] ?? '').slice(0, 40)
  const silent = new Set(evidence.flatMap(({ article, quote }) => (quote === undefined ? [article] : [])))
  const lacking = evidence.filter(
    ({ quote }) => quote !== undefined && !lettersOf(quote).includes(beginning.slice(0, 20)),
  )
  const having = articles.filter((one) => silent.has(one.id) && lettersOf(one.text).includes(beginning))
  return beginning === '' || lacking.length > 0 || having.length > 0 ? [`quotation not left out: “${text}”`] : []
}

const lettersOf = (text: string) => text.toLowerCase().replace(/\P{L}/gu, '')

/** Numbers set against each other, and points that are said to be shared or left out, by what their rule names. */
function comparisonProblems({ rule = '', text, evidence }: Claim, articles: readonly Article[]): string[] {
  const kind = /^(?:accounts-differ|count-grew|shared-point|absent-(?:figures|dates|names|terms|others))(?=\()/.exec(
    rule,
  )?.[0]
  if (kind === undefined) return []
  const items = rule.slice(kind.length + 1, -1).split('; ')
  const quotes = evidence.flatMap(({ quote }) => quote ?? [])
  const found: string[] = []
  // Terms are compared by stems and spelled-out numbers by value: here only what is written with digits or a capital.
  for (const item of items.filter((one) => /\d/.test(one))) {
    const digits = item.match(numeral)?.[0] ?? item
    if (!text.includes(item)) found.push(`${kind}: “${item}” is not in the sentence`)
    if (!quotes.some((quote) => quote.includes(digits))) found.push(`${kind}: ${digits} stands in no quote`)
  }
  if (/differ|grew/.test(kind)) {
    const givers = new Set(evidence.map(({ article }) => article))
    if (items.length < 2 || givers.size < 2 || new Set(items).size < items.length)
      found.push(`${kind}: one number only`)
  }
  if (kind.startsWith('absent-')) {
    const silent = evidence.filter(({ quote }) => quote === undefined).map(({ article }) => article)
    for (const article of articles.filter(({ id }) => silent.includes(id))) {
      for (const item of items.filter((one) => /\d{2}/.test(one) || /^(?:\p{Lu}\S* ?)+$/u.test(one))) {
        if (!isMonth(item) && standsIn(`${article.title} ${article.text}`, item))
          found.push(`${kind}: ${item} stands in an article that is said to leave it out`)
      }
      for (const item of items.filter((one) => /^\p{Ll}+ \p{Ll}+$/u.test(one))) {
        if (inOneSpelling(article.text).includes(inOneSpelling(item)))
          found.push(`${kind}: “${item}” stands, in some spelling, in an article that is said to leave it out`)
      }
    }
  }
  return found.map((what) => `${what}: “${text}”`)
}

const inOneSpelling = (text: string) =>
  text
    .toLowerCase()
    .replace(/re\b/g, 'er')
    .replace(/our/g, 'or')
    .replace(/is(?=e|ing|ation)/g, 'iz')

/** Digits with their scale ("24 million"), or the last word of a name. */
function standsIn(text: string, item: string): boolean {
  const wanted =
    item.match(/\d+(?:[.,]\d+)*(?:[ -](?:thousand|million|billion|trillion|Millionen))?/)?.[0] ??
    item.split(' ').at(-1) ??
    item
  const escaped = wanted.replaceAll('.', '\\.')
  const noScale = /[a-z]$/i.test(wanted) ? '' : '(?![ -]?(?:thousand|million|billion|trillion|m\\b|bn\\b))'
  return new RegExp(`(?<![\\p{L}\\d.,-])${escaped}(?![\\p{L}\\d])(?![.,]\\d)${noScale}`, 'u').test(text)
}

const isMonth = (item: string) => item.split(' ').some((word) => calendar.has(word))

function rowProblems({ claim, owners }: NonNullable<BundleDocument['factTable']>[number]): string[] {
  const givers = new Set(claim.evidence.map(({ article }) => article))
  return givers.size === owners ? [] : [`a row of ${owners} owners has ${givers.size}: “${claim.text}”`]
}

function problems(claim: Claim, articles: readonly Article[], inContext = false): string[] {
  const found: string[] = []
  const say = (what: string) => found.push(`${what}: ${claim.basis} “${claim.text}”`)
  for (const { article, quote } of claim.evidence) {
    const cited = articles.find((one) => one.id === article)
    if (cited === undefined) say('cites an article that is not there')
    else if (
      quote !== undefined &&
      (quote.trim() === '' || `${cited.title}\u0000${cited.text}`.split(quote).length < 2)
    ) {
      say('quotes what does not stand there')
    }
  }
  if (claim.basis === 'background' && !inContext) say('background outside of context')
  if (claim.basis === 'computed' && (!claim.rule || claim.evidence.length === 0)) say('computed from nothing')
  const [, charged] = /^(?:blamed|credited)\((?:.* )?(\S+)\)$/.exec(claim.rule ?? '') ?? []
  if (charged !== undefined && claim.evidence.some(({ quote }) => quote?.includes(charged) !== true))
    say(`${charged} stands not in every quote`)
  if (claim.basis === 'quoted') {
    if (claim.evidence.length === 0 || claim.evidence.some(({ quote }) => quote === undefined)) say('quotes nothing')
    const quotes = claim.evidence.map(({ quote }) => quote ?? '').join('\n')
    for (const digits of claim.text.match(/(?<![\p{L}\d.,-])\d+(?:[.,]\d+)*/gu) ?? []) {
      if (!quotes.includes(digits)) say(`${digits} stands in no quote`)
    }
    for (const [, name = ''] of claim.text.matchAll(/\p{Ll} (\p{Lu}\p{Ll}{3,}) \p{Ll}/gu)) {
      if (!calendar.has(name) && !quotes.includes(name)) say(`${name} stands in no quote`)
    }
  }
  return found
}

// A day that the sentence names is no name; the figures beside it are checked as figures.
const calendar = new Set(
  'January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Sept Tues Thurs'.split(
    ' ',
  ),
)

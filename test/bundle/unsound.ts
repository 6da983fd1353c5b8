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
  const main = [document.headline, document.lede, ...document.facts, ...why].flatMap((claim) =>
    problems(claim, articles),
  )
  const all = [...articles, ...archive]
  const context = document.context.flatMap((claim) => problems(claim, all, true))
  return [...main, ...context, ...outside, ...archiveProblems(document, all), ...blindspotProblems(document)]
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

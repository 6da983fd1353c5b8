import type { BundleDocument, Claim } from '../../src/bundle/document.ts'

/** An article as it is stored, whoever's it is. */
export interface Stored {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly publishedAt: Date | null
}

const months = 'January February March April May June July August September October November December'.split(' ')

/**
 * What is wrong with what a bundle says of the past, written anew from the promises and sharing no code with the verifier: every
 * sentence cites an article of the archive, each span stands in its article, what is said between quotation marks and every number
 * stands in a span, and each day is that of the article cited.
 */
export function archiveProblems(document: BundleDocument, articles: readonly Stored[]): string[] {
  const own = new Set(document.articles.map(({ id }) => id))
  const listed = new Map((document.archive ?? []).map((article) => [article.id, article]))
  const claims = document.context.filter(isOfPast)
  const strays = [...document.facts, document.headline, document.lede, ...document.context]
    .filter((claim) => !isOfPast(claim))
    .flatMap((claim) =>
      claim.evidence.filter(({ article }) => !own.has(article)).map(() => `cites the archive: ${claim.text}`),
    )
  const problems = claims.flatMap((claim) => {
    const found: string[] = []
    const say = (what: string) => found.push(`${what}: “${claim.text}”`)
    if (!claim.evidence.some(({ article }) => listed.has(article) && !own.has(article)))
      say('cites nothing of the archive')
    for (const { article, quote } of claim.evidence) {
      const cited = articles.find(({ id }) => id === article)
      if (cited === undefined || quote === undefined) say('cites an article that is not there, or no span of it')
      else if (!cited.title.includes(quote) && !cited.text.includes(quote)) say('quotes what does not stand there')
      else if (!claim.text.includes(dayOf(cited.publishedAt))) say('gives another day')
      if (!own.has(article) && !listed.has(article)) say('cites an article that the bundle does not list')
    }
    const spans = claim.evidence.map(({ quote = '' }) => oneLine(quote)).join('\n')
    const said = claim.text.slice(claim.text.indexOf('“') + 1, claim.text.lastIndexOf('”'))
    if (said.length === 0 || !spans.includes(said)) say('puts other words between quotation marks')
    const days = claim.evidence.map(({ article }) =>
      dayOf(articles.find(({ id }) => id === article)?.publishedAt ?? null),
    )
    const gap = gapOf(claim, document, articles)
    if (gap !== null) say(gap)
    const bare = claim.text.replace(`“${said}”`, '').replace(/, \S+ days earlier,/, '')
    const rest = days.reduce((text, day) => text.replaceAll(day, ''), bare)
    for (const number of rest.match(/(?<![\p{L}\d])\d[\d.,]*\d|(?<![\p{L}\d])\d/gu) ?? [])
      if (!spans.includes(number)) say(`${number} stands in no span`)
    return found
  })
  return [...strays, ...problems]
}

const words = 'no one two three four five six seven eight nine ten eleven twelve 13'.split(' ')

/** "three days earlier" than the day of the story's first article, by the calendar. */
function gapOf(claim: Claim, document: BundleDocument, articles: readonly Stored[]): string | null {
  const said = /, (\S+) days earlier, /.exec(claim.text)?.[1]
  if (said === undefined) return null
  const dayAt = (id: string) => dayNumber(articles.find((one) => one.id === id)?.publishedAt)
  const began = Math.min(...document.articles.map(({ id }) => dayAt(id)).filter((at) => !Number.isNaN(at)))
  const days = began - dayAt(claim.evidence[0]?.article ?? '')
  return words[days] === said ? null : `${said} days are ${days}`
}

const dayNumber = (at: Date | null | undefined) => (at ? Math.floor(at.getTime() / 86_400_000) : Number.NaN)

const isOfPast = ({ basis, rule = '' }: Claim) =>
  basis === 'computed' && /^(?:earlier-chapter|number-history)\b/.test(rule)

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const dayOf = (at: Date | null) =>
  at === null ? 'no day' : `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`

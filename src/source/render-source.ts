import { parse, stringify } from 'yaml'
import type { FeedDeclaration, Raters, Rating, Source } from './source.ts'

/**
 * A source as its block of sources.yaml, from `  - id:` to the line of its last feed: one key a line, what goes without saying
 * left out, ratings in the short form where the rater is declared with the same words.
 */
export function renderSource(source: Source, raters: Raters): string {
  const { id, name, home, country, languages, kind, reach, owner, ownership } = source
  const lines = [
    `- id: ${scalar(id)}`,
    `  name: ${scalar(name)}`,
    `  home: ${scalar(home)}`,
    `  country: ${scalar(country)}`,
    `  languages: [${languages.map(inFlow).join(', ')}]`,
    `  kind: ${kind}`,
    `  reach: ${reach}`,
    ...(owner === name ? [] : [`  owner: ${scalar(owner)}`]),
    ...(ownership === 'unknown' ? [] : [`  ownership: ${ownership}`]),
    ...ratingLines(source.ratings, raters),
    ...opinionLine(source, raters),
    ...(source.paused === undefined ? [] : [`  paused: ${scalar(source.paused)}`]),
    '  feeds:',
    ...source.feeds.map((feed) => `    - ${feedText(feed)}`),
    ...itemsLine(source),
    ...(source.userAgent === undefined ? [] : [`  userAgent: ${scalar(source.userAgent)}`]),
    ...(source.notes === undefined ? [] : [`  notes: ${scalar(source.notes)}`]),
  ]
  return lines.map((line) => `  ${line}\n`).join('')
}

function ratingLines(ratings: readonly Rating[], raters: Raters): string[] {
  if (ratings.length === 0) return []
  const short = shortRatings(ratings, raters)
  if (short !== null) return [`  ratings: ${short}`]
  return ['  ratings:', ...ratings.map((rating) => `    - ${ratingText(rating)}`)]
}

/** `{ mbfc: lean-left }`, where each rater is declared with the same words and rates once; else null. */
export function shortRatings(ratings: readonly Rating[], raters: Readonly<Record<string, SharedWords>>): string | null {
  const names = new Set(ratings.map(({ rater }) => rater))
  // The one key that readers of maps may lose.
  if (names.has('__proto__') || names.size < ratings.length || !ratings.every((rating) => isShort(rating, raters)))
    return null
  return `{ ${ratings.map(({ rater, value }) => `${inFlow(rater)}: ${value}`).join(', ')} }`
}

/** One rating in full, in braces. */
export function ratingText({ rater, value, method, confidence, licence, validFrom }: Rating): string {
  const words = flowPairs(Object.entries({ rater, value, method, confidence, licence }))
  return `{ ${words}, validFrom: ${validFrom} }`
}

/** What a rater's ratings have in common, as the file states it once under `raters`. */
export type SharedWords = Pick<Rating, 'method' | 'confidence' | 'licence' | 'validFrom'>

function isShort(rating: Rating, raters: Readonly<Record<string, SharedWords>>): boolean {
  const { rater, method, confidence, licence, validFrom } = rating
  const shared = Object.hasOwn(raters, rater) ? raters[rater] : undefined
  return (
    shared?.method === method &&
    shared.confidence === confidence &&
    shared.licence === licence &&
    shared.validFrom === validFrom
  )
}

function opinionLine({ opinion }: Source, raters: Raters): string[] {
  if (opinion === undefined) return []
  const { paths, sections, ratings } = opinion
  const told = (key: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${key}: ${texts.length === 1 ? inFlow(texts[0]) : `[${texts.map(inFlow).join(', ')}]`}`]
  const rated = shortRatings(ratings, raters) ?? `[${ratings.map(ratingText).join(', ')}]`
  return [`  opinion: { ${[...told('path', paths), ...told('section', sections), `ratings: ${rated}`].join(', ')} }`]
}

function feedText({ url, section, unverified }: FeedDeclaration): string {
  if (section === undefined && unverified === undefined) return scalar(url)
  return flowMap([
    ['url', url],
    ...(section === undefined ? [] : [['section', section] as const]),
    ...(unverified === undefined ? [] : [['unverified', unverified] as const]),
  ])
}

function itemsLine({ itemsADay }: Source): string[] {
  return itemsADay === undefined ? [] : [`  itemsADay: ${flowMap(Object.entries(itemsADay))}`]
}

const flowMap = (entries: readonly (readonly [string, unknown])[]) => `{ ${flowPairs(entries)} }`

const flowPairs = (entries: readonly (readonly [string, unknown])[]) =>
  entries.map(([key, value]) => `${key}: ${inFlow(value)}`).join(', ')

/** Plain where that reads the same again. */
export function scalar(value: unknown): string {
  const plain = stringify(value, { lineWidth: 0 }).trimEnd()
  return !plain.includes('\n') && parse(`- ${plain}`)?.[0] === value ? plain : JSON.stringify(value)
}

/** Between braces a comma or bracket would end the text; what is not a plain word stands in quotes. */
export const inFlow = (value: unknown) =>
  typeof value === 'string' && !/^[A-Za-z][\w .-]*$/.test(value) ? JSON.stringify(value) : scalar(value)

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
  if (ratings.every((rating) => isShort(rating, raters)))
    return [`  ratings: { ${ratings.map(({ rater, value }) => `${inFlow(rater)}: ${value}`).join(', ')} }`]
  return ['  ratings:', ...ratings.map((rating) => `    - ${flowMap(Object.entries(rating))}`)]
}

function isShort({ rater, method, confidence, licence, validFrom }: Rating, raters: Raters): boolean {
  const shared = Object.hasOwn(raters, rater) ? raters[rater] : undefined
  return (
    shared?.method === method &&
    shared.confidence === confidence &&
    shared.licence === licence &&
    shared.validFrom === validFrom
  )
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

const flowMap = (entries: readonly (readonly [string, unknown])[]) =>
  `{ ${entries.map(([key, value]) => `${key}: ${inFlow(value)}`).join(', ')} }`

/** Plain where that reads the same again. */
function scalar(value: unknown): string {
  const plain = stringify(value, { lineWidth: 0 }).trimEnd()
  return !plain.includes('\n') && parse(`- ${plain}`)?.[0] === value ? plain : JSON.stringify(value)
}

/** Between braces a comma or bracket would end the text; what is not a plain word stands in quotes. */
const inFlow = (value: unknown) =>
  typeof value === 'string' && !/^[A-Za-z][\w .-]*$/.test(value) ? JSON.stringify(value) : scalar(value)

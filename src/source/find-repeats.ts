import { addressKey } from './address-key.ts'
import type { Flaw } from './file-part.ts'
import type { FieldPath } from './locate.ts'

/** A text of one source: in which, where in it, and what it says. */
export interface Spot {
  readonly source: number
  readonly path: FieldPath
  readonly text: string
}

export interface Whereabouts {
  readonly flawAt: (spot: Spot, message: string) => Flaw
  readonly lineOf: (spot: Spot) => number
}

/** Across sources: ids, homes, feeds and ratings that stand twice, and one owner spelt in two ways. */
export function findRepeats(sources: readonly unknown[], { flawAt, lineOf }: Whereabouts): Flaw[] {
  const again = (spot: Spot) => `stands already on line ${lineOf(spot)}`
  return [
    ...repeats(spotsOf(sources, 'id'), ({ text }) => text).map(({ spot, first }) =>
      flawAt(spot, `id "${spot.text}" ${again(first)}: give this outlet another id, or merge the two`),
    ),
    ...repeats(spotsOf(sources, 'home'), ({ text }) => addressKey(text)).map(({ spot, first }) =>
      flawAt(
        spot,
        `this home page ${again(first)}: put the feeds under that outlet, or name the page that is this one’s own`,
      ),
    ),
    ...repeats(feedsOf(sources), ({ text }) => addressKey(text)).map(({ spot, first }) =>
      flawAt(spot, `this feed ${again(first)}: declare it under one outlet, once`),
    ),
    ...repeats(ratingsOf(sources), ({ source, text }) => `${source} ${text}`).map(({ spot, first }) =>
      flawAt(spot, `a rating of the same rater from the same day ${again(first)}: keep one of them`),
    ),
    ...repeats(spotsOf(sources, 'owner'), ownerKey)
      .filter(({ spot, first }) => spot.text !== first.text)
      .map(({ spot, first }) =>
        flawAt(spot, `owner "${spot.text}" is spelt "${first.text}" on line ${lineOf(first)}: spell both alike`),
      ),
  ]
}

function repeats(spots: readonly Spot[], keyOf: (spot: Spot) => string): { spot: Spot; first: Spot }[] {
  const firsts = new Map<string, Spot>()
  return spots.flatMap((spot) => {
    const key = keyOf(spot)
    const first = firsts.get(key)
    if (first) return [{ spot, first }]
    firsts.set(key, spot)
    return []
  })
}

/** Owners that differ in capitals, spaces and signs only are one. */
export function ownerKey({ text }: Pick<Spot, 'text'>): string {
  return text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}

/** What the sources say under a key, where that is text. */
export function spotsOf(sources: readonly unknown[], key: string): Spot[] {
  return sources.flatMap((value, source) => textSpot(source, [key], valueAt(value, key)))
}

function feedsOf(sources: readonly unknown[]): Spot[] {
  return sources.flatMap((value, source) =>
    listAt(value, 'feeds').flatMap((feed, index) =>
      typeof feed === 'string'
        ? textSpot(source, ['feeds', index], feed)
        : textSpot(source, ['feeds', index, 'url'], valueAt(feed, 'url')),
    ),
  )
}

/** Of each outlet and, told apart by their path, of its opinion pages. */
function ratingsOf(sources: readonly unknown[]): Spot[] {
  return sources.flatMap((value, source) => [
    ...ratingsAt(value, source, ['ratings']),
    ...ratingsAt(valueAt(value, 'opinion'), source, ['opinion', 'ratings']),
  ])
}

function ratingsAt(holder: unknown, source: number, path: FieldPath): Spot[] {
  return listAt(holder, 'ratings').flatMap((rating, index) => {
    const [rater, validFrom] = [valueAt(rating, 'rater'), valueAt(rating, 'validFrom')]
    if (typeof rater !== 'string' || typeof validFrom !== 'string') return []
    return [{ source, path: [...path, index], text: `${path.join('.')} ${rater} ${validFrom}` }]
  })
}

function textSpot(source: number, path: FieldPath, text: unknown): Spot[] {
  return typeof text === 'string' ? [{ source, path, text }] : []
}

function listAt(value: unknown, key: string): unknown[] {
  const list = valueAt(value, key)
  return Array.isArray(list) ? list : []
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Object(value)[key] : undefined
}

import { isScalar, isSeq, type Node } from 'yaml'
import { type FieldPath, nodeAt, offsetAt } from './locate.ts'
import type { Flaw } from './read-yaml.ts'

interface Spot {
  readonly path: FieldPath
  readonly text: string
  readonly offset: number
}

/** Across sources: ids, feeds and ratings that stand twice, and one owner spelt in two ways. */
export function findRepeats(root: Node | null, lineOf: (offset: number) => number): Flaw[] {
  const sources = entriesOf(root, ['sources'])
  const feeds = sources.flatMap((source) => entriesOf(root, [...source, 'feeds']))
  const again = ({ offset }: Spot) => `stands already on line ${lineOf(offset)}`
  return [
    ...repeats(textsAt(root, sources, 'id'), ({ text }) => text).map(({ spot, first }) =>
      flaw(spot, `id "${spot.text}" ${again(first)}: give this outlet another id, or merge the two`),
    ),
    ...repeats(textsAt(root, feeds, 'url'), feedKey).map(({ spot, first }) =>
      flaw(spot, `this feed ${again(first)}: declare it under one outlet, once`),
    ),
    ...sources
      .flatMap((source) => [
        [...source, 'ratings'],
        [...source, 'opinion', 'ratings'],
      ])
      .flatMap((ratings) =>
        repeats(ratingsOf(root, ratings), ({ text }) => text).map(({ spot, first }) =>
          flaw(spot, `a rating of the same rater from the same day ${again(first)}: keep one of them`),
        ),
      ),
    ...repeats(textsAt(root, sources, 'owner'), ownerKey)
      .filter(({ spot, first }) => spot.text !== first.text)
      .map(({ spot, first }) =>
        flaw(spot, `owner "${spot.text}" is spelt "${first.text}" on line ${lineOf(first.offset)}: spell both alike`),
      ),
  ]
}

function flaw({ path, offset }: Spot, message: string): Flaw {
  return { offset, path, message }
}

function repeats(spots: readonly Spot[], keyOf: (spot: Spot) => string): { spot: Spot; first: Spot }[] {
  const firsts = new Map<string, Spot>()
  return spots.flatMap((spot) => {
    const first = firsts.get(keyOf(spot))
    if (first) return [{ spot, first }]
    firsts.set(keyOf(spot), spot)
    return []
  })
}

// http and https, with and without a last slash: the same feed, and its articles would be fetched twice.
function feedKey({ text }: Spot): string {
  return URL.canParse(text) ? new URL(text).href.replace(/^https?:\/\//, '').replace(/\/$/, '') : text
}

function ownerKey({ text }: Spot): string {
  return text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}

function ratingsOf(root: Node | null, ratings: FieldPath): Spot[] {
  return entriesOf(root, ratings).flatMap((path) => {
    const rater = textAt(root, [...path, 'rater'])
    const validFrom = textAt(root, [...path, 'validFrom'])
    if (rater === undefined || validFrom === undefined) return []
    return [{ path, text: `${rater} ${validFrom}`, offset: offsetAt(root, path) }]
  })
}

function entriesOf(root: Node | null, path: FieldPath): FieldPath[] {
  const list = nodeAt(root, path)
  return isSeq(list) ? list.items.map((_, index) => [...path, index]) : []
}

function textsAt(root: Node | null, parents: readonly FieldPath[], key: string): Spot[] {
  return parents.flatMap((parent) => {
    const path = [...parent, key]
    const text = textAt(root, path)
    return text === undefined ? [] : [{ path, text, offset: offsetAt(root, path) }]
  })
}

function textAt(root: Node | null, path: FieldPath): string | undefined {
  const node = nodeAt(root, path)
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined
}

import type { Reading } from '../fact/readings.ts'

/** Where an article stands, from what is known of its source; `country:XX` is an unrated outlet of that country. */
export type Standing =
  | 'left'
  | 'right'
  | 'center'
  | 'wires'
  | 'broadcasters'
  | 'international'
  | 'state'
  | 'state-funded'
  | 'business'
  | 'local'
  | 'official'
  | 'aggregators'
  | 'unrated'
  | `country:${string}`

/**
 * A rated side comes before the kind, since readers ask for the side first; media that a government directs come before both,
 * since a rating of them says little, and those that it only pays for are told apart from them and from the rest. An unrated source is grouped by kind, reach or country, and never with the center.
 */
export function standingOf({ article, side }: Reading): Standing {
  const { kind, reach, country, ownership } = article.source
  const isFunded = ownership === 'state-funded'
  if (ownership === 'state-controlled' || (kind === 'state-media' && !isFunded)) return 'state'
  if (side === 'left' || side === 'right') return side
  if (isFunded) return 'state-funded'
  if (kind === 'wire') return 'wires'
  if (reach === 'international') return kind === 'broadcaster' ? 'broadcasters' : 'international'
  if (kind === 'trade') return 'business'
  if (kind === 'local') return 'local'
  if (kind === 'official') return 'official'
  if (kind === 'aggregator') return 'aggregators'
  if (side === 'center') return 'center'
  return country === null ? 'unrated' : `country:${country}`
}

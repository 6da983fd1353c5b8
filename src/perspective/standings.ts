import type { Reading } from '../fact/readings.ts'

/** What can be said of an article's outlet in a label; `country:XX` is an unrated outlet of that country. */
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
 * All that holds of an article's outlet, the more telling first. Of media that a government directs nothing else does, since a rating
 * says little of them; a copy of a newswire's report says what the wire says, whoever prints it. An unrated source is never center.
 */
export function standingsOf(reading: Reading, isWireCopy: boolean): readonly Standing[] {
  if (isDirected(reading)) return ['state']
  if (isWireCopy) return ['wires']
  const { article, side } = reading
  const { kind, reach, country, ownership } = article.source
  const isFunded = ownership === 'state-funded'
  const standings: (Standing | false)[] = [
    side === 'left' && 'left',
    side === 'right' && 'right',
    isFunded && 'state-funded',
    kind === 'wire' && 'wires',
    reach === 'international' && (kind === 'broadcaster' ? 'broadcasters' : 'international'),
    kind === 'trade' && 'business',
    kind === 'local' && 'local',
    kind === 'official' && 'official',
    kind === 'aggregator' && 'aggregators',
    side === 'center' && 'center',
    side === 'unknown' && (country === null ? 'unrated' : `country:${country}`),
  ]
  return standings.filter((one) => one !== false)
}

/** Does a government direct what the article's outlet says? */
export function isDirected({ article }: Reading): boolean {
  const { kind, ownership } = article.source
  return ownership === 'state-controlled' || (kind === 'state-media' && ownership !== 'state-funded')
}

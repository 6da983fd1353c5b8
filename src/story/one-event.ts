/** What two articles have in common: cosines of their fields, 0 to 1. `first` is the one that came later. */
export interface Shared {
  title: number
  body: number
  names: number
  /** Of the first one's title with the other's body, and the other way round. */
  titleInBody: number
  bodyInTitle: number
  /** Whole days between them, since most dates know no hour; 0 where one is undated. */
  days: number
  /** Whether both have a text, and whether both have names. */
  texts: boolean
  bothNamed: boolean
}

/** How near two articles are, 0 to 1: for ranking only, what it takes to be one event is learned. */
export function nearnessOf(shared: Shared): number {
  const across = (shared.titleInBody + shared.bodyInTitle) / 2
  return shared.bothNamed
    ? 0.2 * shared.title + 0.4 * shared.body + 0.3 * shared.names + 0.1 * across
    : 0.3 * shared.title + 0.5 * shared.body + 0.2 * across
}

/**
 * Two texts that both name people or places, and none in common, are look-alikes: what is left is how such events are told.
 * The collections have too few of them to learn it from.
 */
export const areStrangers = ({ bothNamed, texts, names }: Shared): boolean => bothNamed && texts && names === 0
/** What that takes from the log odds for one event. */
export const strangersOdds = 12

/** What is looked at in a pair by itself, in this order. */
export const pairSigns = [
  ...['title', 'across', 'body', 'names', '√title', '√across', '√body', '√names', 'days'],
  ...['√body of texts', '√title of headlines', 'body of texts'],
] as const

/** And in a pair among its neighbours: each side's nearness against what its surroundings reach, the lesser and the greater. */
export const contextSigns = [
  ...['lesser to nearest', 'greater to nearest', 'lesser to next two', 'greater to next two'],
  ...['lesser to five', 'greater to five', 'lesser to surroundings', 'greater to surroundings'],
  ...['shared surroundings', '√shared surroundings', '√nearness'],
] as const

/** Fills `into` with the signs of a pair, in the order of `pairSigns`. */
export function signsOfPair(shared: Shared, into: Float64Array): void {
  const { title, body, names, titleInBody, bodyInTitle } = shared
  const texts = shared.texts ? 1 : 0
  into[0] = title
  into[1] = (titleInBody + bodyInTitle) / 2
  into[2] = body
  into[3] = names
  for (let at = 0; at < 4; at += 1) into[4 + at] = Math.sqrt(Math.max(0, into[at] ?? 0))
  into[8] = shared.days
  into[9] = texts * (into[6] ?? 0)
  into[10] = (1 - texts) * (into[4] ?? 0)
  into[11] = texts * body
}

/** Log odds from signs; weights in the order of the signs. */
export function logOdds(weights: readonly number[], signs: Float64Array): number {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (signs[at] ?? 0)
  return sum
}

/** What is learned: `npm run train` writes it. */
export interface PairModel {
  readonly version: number
  readonly bias: number
  readonly pair: readonly number[]
  readonly context: readonly number[]
}

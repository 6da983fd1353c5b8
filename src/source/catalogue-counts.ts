import { currentLeaning } from './current-leaning.ts'
import { type Leaning, leanings, sideOf } from './leaning.ts'
import type { Source } from './source.ts'

/** A catalogue in numbers, of sources where nothing else is said. */
export interface CatalogueCounts {
  readonly sources: number
  readonly feeds: number
  readonly unverifiedFeeds: number
  readonly countries: Readonly<Record<string, number>>
  /** By main language, as BCP 47 without script and region. */
  readonly languages: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, number>>
  readonly ownerships: Readonly<Record<string, number>>
  readonly leanings: Readonly<Record<Leaning, number>>
  /** English-language sources with a leaning other than unknown. */
  readonly ratedInEnglish: number
  readonly balance: {
    readonly left: number
    readonly right: number
    /** Right-hand sources for one left-hand one; null where there is none on the left. */
    readonly rightForLeft: number | null
  }
}

/** Counts a catalogue as its ratings stand on a day. The commonest come first. */
export function catalogueCounts(sources: readonly Source[], at: Date): CatalogueCounts {
  const leaningOf = new Map(sources.map((source) => [source, currentLeaning(source.ratings, at).leaning]))
  const onSide = (side: 'left' | 'right') =>
    sources.filter((one) => sideOf(leaningOf.get(one) ?? 'unknown') === side).length
  const [left, right] = [onSide('left'), onSide('right')]
  const feeds = sources.flatMap((source) => source.feeds)
  const rated = sources.filter((source) => leaningOf.get(source) !== 'unknown')
  return {
    ...{ sources: sources.length, feeds: feeds.length },
    unverifiedFeeds: feeds.filter(({ unverified }) => unverified).length,
    countries: countedBy(sources, ({ country }) => country),
    languages: countedBy(sources, mainLanguage),
    kinds: countedBy(sources, ({ kind }) => kind),
    ownerships: countedBy(sources, ({ ownership }) => ownership),
    leanings: { ...noLeanings(), ...countedBy(sources, (source) => leaningOf.get(source) ?? 'unknown') },
    ratedInEnglish: rated.filter((source) => mainLanguage(source) === 'en').length,
    balance: { left, right, rightForLeft: left === 0 ? null : right / left },
  }
}

const mainLanguage = ({ languages }: Source) => languages[0]?.split('-')[0]?.toLowerCase() ?? 'und'

function noLeanings(): Record<Leaning, number> {
  return Object.fromEntries(leanings.map((leaning) => [leaning, 0])) as Record<Leaning, number>
}

function countedBy<T>(values: readonly T[], keyOf: (value: T) => string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)))
}

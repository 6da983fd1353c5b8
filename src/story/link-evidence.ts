import { partsOfName } from './fold-name.ts'
import type { StorySketch } from './sketch.ts'

/** How rare a term of a sketch is among the open stories: 0 stands everywhere, 1 nearly nowhere. */
export type Rarity = (term: string) => number

export interface Evidence {
  /** Names, then numbers, then days, the weightiest first, as the first story writes them. */
  readonly shared: readonly string[]
  /** Different names that both have; parts of a name are not counted again. */
  readonly names: number
  readonly figures: number
  /** About how many rare names' worth they share, less for each day between their beginnings. */
  readonly weight: number
  /** The part of the weight of a story's names that the other has, too: of the story where it is less. */
  readonly coverage: number
}

// A number is often shared by chance, a day by everything that happened on it.
const numberWorth = 0.6
const dayWorth = 0.4
// A saga's next event has the same actors: what begins later is another story.
const dayDecay = 0.6
const DAY_MS = 86_400_000

/** Every noun has a capital there: what looks like a name is mostly none, and says nothing of what was left unshared. */
export const capitalisesNouns = new Set(['de', 'lb'])

export const termOfName = (name: string) => `name ${name}`
export const termOfNumber = (number: string) => `number ${number}`
export const termOfDay = (day: string) => `day ${day}`

/** What two stories of different languages have in common. */
export function evidenceBetween(a: StorySketch, b: StorySketch, rarity: Rarity): Evidence {
  const names = wholeNames([...a.names.keys()].filter((name) => b.names.has(name)))
  const weighted = [
    ...byWeight(names, (name) => nameWeight(name, rarity) * shareOf(a.names, b.names, name)).map(spelledIn(a.names)),
    ...byWeight(
      bothHave(a.numbers, b.numbers),
      (number) => numberWorth * rarity(termOfNumber(number)) * shareOf(a.numbers, b.numbers, number),
    ),
    ...byWeight(
      bothHave(a.days, b.days),
      (day) => dayWorth * rarity(termOfDay(day)) * shareOf(a.days, b.days, day),
    ).map(({ term, weight }) => ({ term: spokenDay(term), weight })),
  ]
  const covered = [a, b]
    .filter(({ lang }) => !capitalisesNouns.has(lang))
    .map((story) => coverage(story, names, rarity))
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  return {
    shared: weighted.map(({ term }) => term),
    names: names.length,
    figures: weighted.length - names.length,
    weight: total / (1 + dayDecay * daysBetweenBeginnings(a, b)),
    coverage: covered.length === 0 ? 1 : Math.min(...covered),
  }
}

/** Whole days between the last article of the one and the first of the other; 0 where their times overlap. */
export function daysBetween(a: StorySketch, b: StorySketch): number {
  const gap = Math.max(a.first.getTime() - b.last.getTime(), b.first.getTime() - a.last.getTime(), 0)
  return Math.floor(gap / DAY_MS)
}

const daysBetweenBeginnings = (a: StorySketch, b: StorySketch) =>
  Math.abs(a.first.getTime() - b.first.getTime()) / DAY_MS

interface Weighted {
  readonly term: string
  readonly weight: number
}

function byWeight(terms: readonly string[], weightOf: (term: string) => number): Weighted[] {
  return terms.map((term) => ({ term, weight: weightOf(term) })).sort((a, b) => b.weight - a.weight)
}

type Terms = StorySketch['names']

const bothHave = (a: Terms, b: Terms) => [...a.keys()].filter((term) => b.has(term))
const shareOf = (a: Terms, b: Terms, term: string) => Math.sqrt((a.get(term)?.share ?? 0) * (b.get(term)?.share ?? 0))
const spelledIn =
  (terms: Terms) =>
  ({ term, weight }: Weighted): Weighted => ({ term: terms.get(term)?.spelling ?? term, weight })

/** "Port Calder" says what "Port" and "Calder" say. */
export function wholeNames(names: readonly string[]): string[] {
  const parts = new Set(names.flatMap(partsOfName))
  return names.filter((name) => !parts.has(name))
}

/** A run of words is no rarer than its rarest word: texts say "Ana Brisk" once and "Brisk" after that. */
export function nameWeight(name: string, rarity: Rarity): number {
  const words = name.split(' ').map((word) => rarity(termOfName(word)))
  return Math.min(rarity(termOfName(name)), Math.max(...words))
}

function coverage(story: StorySketch, shared: readonly string[], rarity: Rarity): number {
  const weigh = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + nameWeight(name, rarity) * (story.names.get(name)?.share ?? 0), 0)
  const all = weigh(wholeNames([...story.names.keys()]))
  return all === 0 ? 0 : weigh(shared) / all
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `02-04` → "4 February". */
function spokenDay(day: string): string {
  const [month, date] = day.split('-')
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? ''}`
}

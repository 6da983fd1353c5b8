import {
  daysBetween,
  type Evidence,
  evidenceBetween,
  type Rarity,
  termOfDay,
  termOfName,
  termOfNumber,
} from './link-evidence.ts'
import type { StorySketch } from './sketch.ts'
import type { StoryId } from './story.ts'

/** The knobs of linking across languages. Raise `version` with any change: stored looks of another version are made again. */
export interface LinkSettings {
  readonly version: number
  /**
   * Shared weight from which two stories are one event: two rare names that all articles have are 1.8 in a large collection. On
   * gold stories of one language, dealt to two sides, 2.5 gains 3.5 points of precision and loses 10.5 of recall.
   */
  readonly linkAt: number
  /** Shared weight from which it is worth asking vectors. */
  readonly unsureAt: number
  /** Least part of a story's names that the other one shares: below, they share actors and not the event. */
  readonly leastCoverage: number
  /** Stories so many days apart are not compared. */
  readonly windowDays: number
  /** A story links to its best counterpart of a language, and to others that come as near as this part of it. */
  readonly nearBest: number
  /** Work that one story may cause: rarest terms looked up, stories read per term, stories compared. */
  readonly termsProbed: number
  readonly postingsRead: number
  readonly storiesCompared: number
}

export const linkSettings: LinkSettings = {
  version: 1,
  linkAt: 1.6,
  unsureAt: 0.8,
  leastCoverage: 0.1,
  windowDays: 3,
  nearBest: 0.85,
  termsProbed: 40,
  postingsRead: 200,
  storiesCompared: 20,
}

/** Two stories of different languages, in the order of their ids, and what speaks for their being one event. */
export interface PairOfStories {
  readonly from: StoryId
  readonly to: StoryId
  readonly score: number
  /** For an editor. */
  readonly reason: string
}

export interface LanguageLinks {
  /** One event by names, numbers and days alone. */
  readonly linked: readonly PairOfStories[]
  /** Perhaps one event: for vectors to decide, and not linked without. */
  readonly unsure: readonly PairOfStories[]
}

/** Open stories → which of the `changed` ones tell the event of a story in another language. */
export function linkLanguages(
  open: readonly StorySketch[],
  changed: ReadonlySet<StoryId>,
  settings: LinkSettings = linkSettings,
): LanguageLinks {
  const index = indexOf(open)
  const pairs = new Map<string, Compared>()
  for (const story of open) {
    if (!changed.has(story.id)) continue
    for (const other of candidates(story, index, settings)) {
      const compared = compare(story, other, index.rarity)
      pairs.set(`${compared.from.id} ${compared.to.id}`, compared)
    }
  }
  const hopeful = [...pairs.values()].filter((pair) => mayBeOne(pair.evidence, settings))
  const best = bestByLanguage(hopeful)
  const chosen = hopeful.filter((pair) => isNearBest(pair, best, settings.nearBest))
  const isSure = ({ evidence }: Compared) => evidence.weight >= settings.linkAt
  return {
    linked: chosen.filter(isSure).map(spoken),
    unsure: chosen.filter((pair) => !isSure(pair)).map(spoken),
  }
}

interface Compared {
  readonly from: StorySketch
  readonly to: StorySketch
  readonly evidence: Evidence
}

/** In the order of ids, so that a pair is the same from either end. */
function compare(story: StorySketch, other: StorySketch, rarity: Rarity): Compared {
  const [from, to] = inIdOrder(story.id, other.id) ? [story, other] : [other, story]
  return { from, to, evidence: evidenceBetween(from, to, rarity) }
}

/** Ids of rows are numbers, and 9 comes before 10. */
function inIdOrder(a: StoryId, b: StoryId): boolean {
  return a.length === b.length ? a < b : a.length < b.length
}

/** One name alone is an actor, not an event: it needs another, or a number and a day beside it. */
function mayBeOne({ names, figures, weight, coverage }: Evidence, { unsureAt, leastCoverage }: LinkSettings): boolean {
  return weight >= unsureAt && coverage >= leastCoverage && (names > 1 || (names === 1 && figures > 1))
}

type Best = ReadonlyMap<string, number>

const placeOf = (story: StorySketch, other: StorySketch) => `${story.id} ${other.lang}`

function bestByLanguage(pairs: readonly Compared[]): Best {
  const best = new Map<string, number>()
  for (const { from, to, evidence } of pairs) {
    for (const place of [placeOf(from, to), placeOf(to, from)])
      best.set(place, Math.max(best.get(place) ?? 0, evidence.weight))
  }
  return best
}

function isNearBest({ from, to, evidence }: Compared, best: Best, nearBest: number): boolean {
  const places = [placeOf(from, to), placeOf(to, from)]
  return places.every((place) => evidence.weight >= nearBest * (best.get(place) ?? 0))
}

const shownAtMost = 6

function spoken({ from, to, evidence: { shared, weight } }: Compared): PairOfStories {
  return { from: from.id, to: to.id, score: weight, reason: `shares ${listed(shared.slice(0, shownAtMost))}` }
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

interface Index {
  readonly postings: ReadonlyMap<string, readonly StorySketch[]>
  readonly rarity: Rarity
}

/** Belief, in stories, that a term stands in one of a thousand: a small collection's counts say little. */
const priorStories = 200
const priorShare = 0.001

function indexOf(open: readonly StorySketch[]): Index {
  const postings = new Map<string, StorySketch[]>()
  for (const story of open) {
    for (const term of termsOf(story)) {
      const known = postings.get(term)
      if (known === undefined) postings.set(term, [story])
      else known.push(story)
    }
  }
  const rarity = (term: string) => {
    const share = ((postings.get(term)?.length ?? 0) + priorStories * priorShare) / (open.length + priorStories)
    return Math.min(1, Math.log(1 / share) / Math.log(1 / priorShare))
  }
  return { postings, rarity }
}

function termsOf({ names, numbers, days }: StorySketch): string[] {
  return [
    ...[...names.keys()].map(termOfName),
    ...[...numbers.keys()].map(termOfNumber),
    ...[...days.keys()].map(termOfDay),
  ]
}

/** The stories of other languages that share most of this one's rare terms. Terms that too many have are passed over. */
function candidates(story: StorySketch, { postings, rarity }: Index, settings: LinkSettings): StorySketch[] {
  const found = new Map<StorySketch, number>()
  const probed = termsOf(story)
    .map((term) => ({ term, rarity: rarity(term), stories: postings.get(term) ?? [] }))
    .filter(({ stories }) => stories.length > 1 && stories.length <= settings.postingsRead)
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, settings.termsProbed)
  for (const { rarity, stories } of probed) {
    for (const other of stories) if (other.lang !== story.lang) found.set(other, (found.get(other) ?? 0) + rarity)
  }
  return [...found]
    .filter(([other]) => daysBetween(story, other) <= settings.windowDays)
    .sort(([, a], [, b]) => b - a)
    .slice(0, settings.storiesCompared)
    .map(([other]) => other)
}

import type { Article } from '../article/article.ts'
import { capitalisesNouns, nameWeight, type Rarity, termOfName, termOfNumber, wholeNames } from './link-evidence.ts'
import { type SketchedArticle, type SketchTerm, type StorySketch, sketchedArticle, sketchOf } from './sketch.ts'
import type { StoryId } from './story.ts'
import { tokensOf } from './tokens.ts'
import { Words } from './words.ts'

/** A story as one chapter of what may be a saga: its sketch, and the stems of its titles, names among them. */
export interface Chapter extends StorySketch {
  readonly titleStems: ReadonlyMap<string, SketchTerm>
}

/** What one article gives to its story's chapter. */
export interface ChapterArticle extends SketchedArticle {
  readonly titleStems: ReadonlySet<string>
}

/** The later story and the one that it continues. */
export interface Continuation {
  readonly from: StoryId
  readonly to: StoryId
  readonly score: number
  /** For an editor. */
  readonly reason: string
}

/** The knobs of finding the earlier story. Raise `version` with any change. */
export interface ContinueSettings {
  readonly version: number
  /**
   * Shared weight from which one story continues another. Two rare names that all articles have are 1.8 in a large collection and
   * stand in two events of one place just as well: it takes two more, or three stems of the titles, besides. Of pairs of real
   * stories that weigh less, whatever their titles, about half were actors met again in another matter.
   */
  readonly continueAt: number
  /**
   * Less will do where titles share stems of this weight: of 18 pairs of real stories that weigh 2 to 3.25 and do so, read by title, 16
   * were one saga.
   */
  readonly titlesTell: number
  /** Within so many days, of so much: of 16 such pairs, 15. */
  readonly soonDays: number
  readonly titlesTellSoon: number
  readonly continueWithTitlesAt: number
  /** Names as rare as this count as rare: about one story of sixty has them. */
  readonly rareFrom: number
  readonly leastRareNames: number
  /** Titles share a stem at least as rare, or the two have actors in common and no topic: about one story of fifteen has it. */
  readonly stemRareFrom: number
  /** The earlier story's last article is at least so long before the later one's first, in days: nearer, they are one event in two. */
  readonly leastDays: number
  readonly mostDays: number
  /** Earlier stories that come as near as this part of the best are as good as it. */
  readonly nearBest: number
  /** Stories that one story is compared with. */
  readonly storiesCompared: number
}

export const continueSettings: ContinueSettings = {
  version: 2,
  continueAt: 3.25,
  titlesTell: 1.2,
  soonDays: 3,
  titlesTellSoon: 0.45,
  continueWithTitlesAt: 2,
  rareFrom: 0.6,
  leastRareNames: 2,
  stemRareFrom: 0.4,
  leastDays: 0.5,
  mostDays: 60,
  nearBest: 0.75,
  storiesCompared: 30,
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A stem of a title may be any word. */
const stemWorth = 0.5
/** After so many quiet days half of what is shared counts: actors meet again in other matters. */
const halvedAfterDays = 60
/** A number is often shared by chance. */
const numberWorth = 0.4
const english = new Words(true)
const others = new Words(false)
const termOfStem = (stem: string) => `stem ${stem}`

/** Article → what a chapter needs of it. `lang` is the article's primary language. */
export function chapterArticle(
  article: Pick<Article, 'id' | 'title' | 'text'>,
  lang: string,
  when: Date,
): ChapterArticle {
  const sketched = sketchedArticle(article, lang, when)
  const inTitle = tokensOf(article.title, lang === 'en' ? english : others)
  return { ...sketched, titleStems: new Set(inTitle.flatMap(({ word }) => word.terms)) }
}

/** A story's articles, at least one → the chapter. */
export function chapterOf(id: StoryId, lang: string, articles: readonly ChapterArticle[]): Chapter {
  const counts = new Map<string, number>()
  for (const { titleStems } of articles) for (const stem of titleStems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const titleStems = new Map(
    [...counts].map(([stem, count]) => [stem, { spelling: stem, share: count / articles.length }]),
  )
  return { ...sketchOf(id, lang, articles), titleStems }
}

/** Earlier stories of one language, made ready to be asked many times. */
export interface EarlierChapters {
  readonly postings: ReadonlyMap<string, readonly Chapter[]>
  readonly rarity: Rarity
  /** How rare what two stories share is among all others: that two chapters of one saga have a name does not make it common. */
  readonly rarityElsewhere: (one: Chapter, other: Chapter) => Rarity
}

/** Belief, in stories, that a term stands in one of a thousand: a small collection's counts say little. */
const priorStories = 500
const priorShare = 0.001

/** Stories of one language → what `continuedBy` asks; how rare a term is, is counted over them. */
export function earlierChapters(chapters: readonly Chapter[]): EarlierChapters {
  const postings = new Map<string, Chapter[]>()
  for (const chapter of chapters) {
    for (const term of termsOf(chapter)) {
      const known = postings.get(term)
      if (known === undefined) postings.set(term, [chapter])
      else known.push(chapter)
    }
  }
  const rarityBeside = (known: number) => (term: string) => {
    const others = Math.max(0, (postings.get(term)?.length ?? 0) - known)
    const share = (others + priorStories * priorShare) / (chapters.length + priorStories)
    return Math.min(1, Math.log(1 / share) / Math.log(1 / priorShare))
  }
  const ids = new Set(chapters.map(({ id }) => id))
  const rarityElsewhere = (...two: readonly Chapter[]) => rarityBeside(two.filter(({ id }) => ids.has(id)).length)
  return { postings, rarity: rarityBeside(0), rarityElsewhere }
}

const termsOf = ({ names, numbers, titleStems }: Chapter) => [
  ...[...names.keys()].map(termOfName),
  ...[...numbers.keys()].map(termOfNumber),
  ...[...titleStems.keys()].map(termOfStem),
]

/**
 * A story and the stories before it → the one that it continues: of those that share most, the latest, so that a saga is a chain.
 * Null where none shares enough, or where two that have little to do with each other share as much.
 */
export function continuedBy(
  story: Chapter,
  { postings, rarity, rarityElsewhere }: EarlierChapters,
  settings: ContinueSettings = continueSettings,
): Continuation | null {
  const compared = candidates(story, { postings, rarity }, settings)
    .map((earlier) => ({ earlier, common: commonTo(story, earlier, rarityElsewhere(story, earlier)) }))
    .filter(({ common }) => isEnough(common, settings))
  const best = Math.max(...compared.map(({ common }) => common.weight))
  const [latest, ...rest] = compared
    .filter(({ common }) => common.weight >= settings.nearBest * best)
    .sort((a, b) => latestFirst(a.earlier, b.earlier))
  if (latest === undefined) return null
  const isOneSaga = rest.every(({ earlier }) =>
    isEnough(commonTo(latest.earlier, earlier, rarityElsewhere(latest.earlier, earlier)), settings),
  )
  if (!isOneSaga) return null
  const { earlier, common } = latest
  const reason = `shares ${common.names.slice(0, shownAtMost).join(', ')}; last article ${before(story, earlier)} before`
  return { from: story.id, to: earlier.id, score: common.weight, reason }
}

const shownAtMost = 5

const gapMs = (later: Chapter, earlier: Chapter) => later.first.getTime() - earlier.last.getTime()

function latestFirst(a: Chapter, b: Chapter): number {
  // Ids of rows are numbers, and 9 comes before 10.
  return b.last.getTime() - a.last.getTime() || b.id.length - a.id.length || (a.id < b.id ? 1 : -1)
}

/** The stories before this one that share most of its rare names. */
function candidates(
  story: Chapter,
  { postings, rarity }: Pick<EarlierChapters, 'postings' | 'rarity'>,
  settings: ContinueSettings,
): Chapter[] {
  const found = new Map<Chapter, number>()
  for (const name of story.names.keys()) {
    const rare = rarity(termOfName(name))
    if (rare < settings.rareFrom) continue
    for (const other of postings.get(termOfName(name)) ?? []) found.set(other, (found.get(other) ?? 0) + rare)
  }
  return [...found]
    .filter(([other]) => other.lang === story.lang && other.id !== story.id && isBefore(other, story, settings))
    .sort(([a, most], [b, next]) => next - most || latestFirst(a, b))
    .slice(0, settings.storiesCompared)
    .map(([other]) => other)
}

function isBefore(earlier: Chapter, later: Chapter, { leastDays, mostDays }: ContinueSettings): boolean {
  const gap = gapMs(later, earlier)
  return gap >= leastDays * DAY_MS && gap <= mostDays * DAY_MS
}

interface Common {
  /** The weightiest first. */
  readonly names: readonly string[]
  /** How rare each shared name and each shared stem is. */
  readonly nameRarities: readonly number[]
  readonly stemRarities: readonly number[]
  /** Weight of the stems alone. */
  readonly titles: number
  readonly quietDays: number
  readonly weight: number
}

function commonTo(later: Chapter, earlier: Chapter, rarity: Rarity): Common {
  // Where every noun has a capital, one word alone may be any noun.
  const isName = (name: string) => name.includes(' ') || !capitalisesNouns.has(later.lang)
  const bothNames = wholeNames(bothHave(later.names, earlier.names)).filter(isName)
  const names = weighed(later.names, earlier.names, bothNames, (name) => nameWeight(name, rarity))
  const bothStems = bothHave(later.titleStems, earlier.titleStems)
  const stems = weighed(later.titleStems, earlier.titleStems, bothStems, (stem) => rarity(termOfStem(stem)))
  const bothNumbers = bothHave(later.numbers, earlier.numbers)
  const numbers = weighed(later.numbers, earlier.numbers, bothNumbers, (number) => rarity(termOfNumber(number)))
  const quietDays = Math.max(0, gapMs(later, earlier)) / DAY_MS
  return {
    names: [...names].sort((a, b) => b.weight - a.weight).map(({ spelling }) => spelling),
    nameRarities: names.map(({ rare }) => rare),
    stemRarities: stems.map(({ rare }) => rare),
    titles: sumOf(stems),
    quietDays,
    weight:
      (sumOf(names) + stemWorth * sumOf(stems) + numberWorth * sumOf(numbers)) / (1 + quietDays / halvedAfterDays),
  }
}

type Terms = ReadonlyMap<string, SketchTerm>

interface Weighed {
  readonly spelling: string
  readonly rare: number
  /** How rare it is, less where few articles of a story have it. */
  readonly weight: number
}

const bothHave = (a: Terms, b: Terms) => [...a.keys()].filter((term) => b.has(term))
const sumOf = (terms: readonly Weighed[]) => terms.reduce((sum, { weight }) => sum + weight, 0)

function weighed(later: Terms, earlier: Terms, terms: readonly string[], rarity: Rarity): Weighed[] {
  return terms.map((term) => {
    const [inLater, inEarlier] = [later.get(term), earlier.get(term)]
    const rare = rarity(term)
    const share = Math.sqrt((inLater?.share ?? 0) * (inEarlier?.share ?? 0))
    return { spelling: inLater?.spelling ?? term, rare, weight: rare * share }
  })
}

function isEnough(common: Common, settings: ContinueSettings): boolean {
  const rare = common.nameRarities.filter((rarity) => rarity >= settings.rareFrom)
  const hasTopic = common.stemRarities.some((rarity) => rarity >= settings.stemRareFrom)
  const titlesTell = common.quietDays <= settings.soonDays ? settings.titlesTellSoon : settings.titlesTell
  const enough = common.titles >= titlesTell ? settings.continueWithTitlesAt : settings.continueAt
  return common.weight >= enough && rare.length >= settings.leastRareNames && hasTopic
}

function before(later: Chapter, earlier: Chapter): string {
  const gap = gapMs(later, earlier)
  const days = Math.floor(gap / DAY_MS)
  if (days === 0) return `${Math.floor(gap / HOUR_MS)} hours`
  return days === 1 ? '1 day' : `${days} days`
}

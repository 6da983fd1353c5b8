import type { Article } from '../article/article.ts'
import { nameWeight, type Rarity, termOfName, termOfNumber, wholeNames } from './link-evidence.ts'
import { type SketchedArticle, type SketchTerm, type StorySketch, sketchedArticle, sketchOf } from './sketch.ts'
import type { StoryId } from './story.ts'
import { tokensOf } from './tokens.ts'
import { Words } from './words.ts'

/** A story as one chapter of what may be a saga: its sketch, and the stems of its titles that are no names. */
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
   * stand in two events of one place just as well: it takes a third one, or two stems of the titles, besides.
   */
  readonly continueAt: number
  /** Names as rare as this count as rare: about one story of sixty has them. */
  readonly rareFrom: number
  readonly leastRareNames: number
  /** The earlier story's last article is at least so long before the later one's first, in days: nearer, they are one event in two. */
  readonly leastDays: number
  readonly mostDays: number
  /** Earlier stories that come as near as this part of the best are as good as it. */
  readonly nearBest: number
  /** Stories that one story is compared with. */
  readonly storiesCompared: number
}

export const continueSettings: ContinueSettings = {
  version: 1,
  continueAt: 2.4,
  rareFrom: 0.6,
  leastRareNames: 2,
  leastDays: 0.5,
  mostDays: 60,
  nearBest: 0.75,
  storiesCompared: 30,
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A stem of a title may be any word. */
const stemWorth = 0.5
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
  const inNames = new Set([...sketched.names.values()].flatMap((name) => name.toLowerCase().split(' ')))
  const words = lang === 'en' ? english : others
  const ordinary = tokensOf(article.title, words).filter(({ word }) => !inNames.has(word.text.toLowerCase()))
  return { ...sketched, titleStems: new Set(ordinary.flatMap(({ word }) => word.terms)) }
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
  const rarity = (term: string) => {
    const share = ((postings.get(term)?.length ?? 0) + priorStories * priorShare) / (chapters.length + priorStories)
    return Math.min(1, Math.log(1 / share) / Math.log(1 / priorShare))
  }
  return { postings, rarity }
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
  { postings, rarity }: EarlierChapters,
  settings: ContinueSettings = continueSettings,
): Continuation | null {
  const compared = candidates(story, { postings, rarity }, settings)
    .map((earlier) => ({ earlier, common: commonTo(story, earlier, rarity) }))
    .filter(({ common }) => isEnough(common, settings))
  const best = Math.max(...compared.map(({ common }) => common.weight))
  const [latest, ...rest] = compared
    .filter(({ common }) => common.weight >= settings.nearBest * best)
    .sort((a, b) => latestFirst(a.earlier, b.earlier))
  if (latest === undefined) return null
  const isOneSaga = rest.every(({ earlier }) => isEnough(commonTo(latest.earlier, earlier, rarity), settings))
  if (!isOneSaga) return null
  const { earlier, common } = latest
  const reason = `shares ${common.shared.slice(0, shownAtMost).join(', ')}; last article ${before(story, earlier)} before`
  return { from: story.id, to: earlier.id, score: common.weight, reason }
}

const shownAtMost = 5

const gapMs = (later: Chapter, earlier: Chapter) => later.first.getTime() - earlier.last.getTime()

function latestFirst(a: Chapter, b: Chapter): number {
  // Ids of rows are numbers, and 9 comes before 10.
  return b.last.getTime() - a.last.getTime() || b.id.length - a.id.length || (a.id < b.id ? 1 : -1)
}

/** The stories before this one that share most of its rare names. */
function candidates(story: Chapter, { postings, rarity }: EarlierChapters, settings: ContinueSettings): Chapter[] {
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
  /** Names, the weightiest first, then stems and numbers. */
  readonly shared: readonly string[]
  /** How rare each shared name is. */
  readonly nameRarities: readonly number[]
  readonly weight: number
}

function commonTo(later: Chapter, earlier: Chapter, rarity: Rarity): Common {
  const names = wholeNames([...later.names.keys()].filter((name) => earlier.names.has(name))).map((name) => {
    const rare = nameWeight(name, rarity)
    return { rare, term: later.names.get(name)?.spelling ?? name, weight: rare * shareOf('names', name) }
  })
  const stems = shared('titleStems', termOfStem, stemWorth)
  const numbers = shared('numbers', termOfNumber, numberWorth)
  const weighted = [names, stems, numbers].flatMap((terms) => terms.sort((a, b) => b.weight - a.weight))
  return {
    shared: weighted.map(({ term }) => term),
    nameRarities: names.map(({ rare }) => rare),
    weight: weighted.reduce((sum, { weight }) => sum + weight, 0),
  }

  function shared(kind: 'titleStems' | 'numbers', termOf: (term: string) => string, worth: number) {
    return [...later[kind].keys()]
      .filter((term) => earlier[kind].has(term))
      .map((term) => ({ term, weight: worth * rarity(termOf(term)) * shareOf(kind, term) }))
  }
  function shareOf(kind: 'names' | 'titleStems' | 'numbers', term: string): number {
    return Math.sqrt((later[kind].get(term)?.share ?? 0) * (earlier[kind].get(term)?.share ?? 0))
  }
}

function isEnough({ nameRarities, weight }: Common, settings: ContinueSettings): boolean {
  const rare = nameRarities.filter((rarity) => rarity >= settings.rareFrom)
  return weight >= settings.continueAt && rare.length >= settings.leastRareNames
}

function before(later: Chapter, earlier: Chapter): string {
  const gap = gapMs(later, earlier)
  const days = Math.floor(gap / DAY_MS)
  if (days === 0) return `${Math.floor(gap / HOUR_MS)} hours`
  return days === 1 ? '1 day' : `${days} days`
}

import type { Article, ArticleId } from '../article/article.ts'
import { type Figures, figuresIn } from './figures.ts'
import { foldName, partsOfName } from './fold-name.ts'
import { namesIn } from './names.ts'
import type { StoryId } from './story.ts'
import { tokensOf } from './tokens.ts'
import { Words } from './words.ts'

/** What one article gives to its story's sketch. */
export interface SketchedArticle extends Figures {
  readonly id: ArticleId
  readonly when: Date
  /** Folded name → as it stands. */
  readonly names: ReadonlyMap<string, string>
}

/** A term of a sketch: how it is written, and in which share of the story's articles it stands. */
export interface SketchTerm {
  readonly spelling: string
  readonly share: number
}

/** A story as the linker across languages sees it: who, how much and when, and none of its ordinary words. */
export interface StorySketch {
  readonly id: StoryId
  /** Primary language, such as `de`. */
  readonly lang: string
  /** By folded name. */
  readonly names: ReadonlyMap<string, SketchTerm>
  readonly numbers: ReadonlyMap<string, SketchTerm>
  readonly days: ReadonlyMap<string, SketchTerm>
  readonly first: Date
  readonly last: Date
  /** The article that has most in common with the others. */
  readonly central: ArticleId
}

/** Names, numbers and days kept of a story: those that most of its articles have. */
const keptAtMost = { names: 80, numbers: 20, days: 8 }
/** A term of a larger story is the story's where so many of its articles have it; aside remarks of one are not. */
const leastShare = 0.2
const words = new Words(false)

/** Article → what a sketch needs of it. `lang` is the article's primary language. */
export function sketchedArticle(
  { id, title, text }: Pick<Article, 'id' | 'title' | 'text'>,
  lang: string,
  when: Date,
): SketchedArticle {
  const [inTitle, inText] = [tokensOf(title, words), tokensOf(text, words)]
  // German writes "Vorsitzende Ana Brisk": a title with a capital must not hide the name.
  const runs = namesIn(inText).flatMap((name) => [name, ...partsOfName(name)])
  const names = new Map(runs.map((name) => [foldName(name), name]))
  return { id, when, names, ...figuresIn([...inTitle, ...inText], lang) }
}

/** A story's articles, at least one → its sketch. */
export function sketchOf(id: StoryId, lang: string, articles: readonly SketchedArticle[]): StorySketch {
  const times = articles.map(({ when }) => when.getTime())
  const names = terms(articles, keptAtMost.names, (article) => article.names)
  return {
    ...{ id, lang, names },
    numbers: terms(articles, keptAtMost.numbers, ({ numbers }) => spelledAsThey(numbers)),
    days: terms(articles, keptAtMost.days, ({ days }) => spelledAsThey(days)),
    first: new Date(times.reduce((least, time) => Math.min(least, time))),
    last: new Date(times.reduce((most, time) => Math.max(most, time))),
    central: mostCentral(articles, names),
  }
}

const spelledAsThey = (values: ReadonlySet<string>) => new Map([...values].map((value) => [value, value]))

function terms(
  articles: readonly SketchedArticle[],
  atMost: number,
  termsOf: (article: SketchedArticle) => ReadonlyMap<string, string>,
): Map<string, SketchTerm> {
  const counts = new Map<string, { spelling: string; count: number }>()
  for (const article of articles) {
    for (const [term, spelling] of termsOf(article)) {
      const known = counts.get(term)
      if (known === undefined) counts.set(term, { spelling, count: 1 })
      else known.count += 1
    }
  }
  return new Map(
    [...counts]
      .map(([term, { spelling, count }]) => [term, { spelling, share: count / articles.length }] as const)
      .filter(([, { share }]) => share >= leastShare)
      .sort(([, a], [, b]) => b.share - a.share)
      .slice(0, atMost),
  )
}

function mostCentral(articles: readonly SketchedArticle[], names: ReadonlyMap<string, SketchTerm>): ArticleId {
  const commonness = (article: SketchedArticle) =>
    [...article.names.keys()].reduce((sum, name) => sum + (names.get(name)?.share ?? 0), 0)
  const ranked = articles.map((article) => ({ id: article.id, commonness: commonness(article) }))
  return ranked.reduce((best, next) => (next.commonness > best.commonness ? next : best)).id
}

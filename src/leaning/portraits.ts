import type { Citations } from './citations.ts'
import { type FactChoice, noChoice } from './fact-choices.ts'
import { type FramingGroup, framingGroups, groupOfTerm } from './framing-words.ts'
import { isOfPublicAffairs } from './public-affairs.ts'
import { type Rates, SharedStories } from './shared-stories.ts'
import { wordsIn } from './words.ts'

/** An article as it is read for its source's leaning. */
export interface ReadArticle {
  readonly sourceId: string
  /** Null where it is not known: then its rates stand as they are. */
  readonly storyId: string | null
  readonly title: string
  readonly text: string
  readonly lang: string | null
}

/** What a source's articles were found to say: sums over articles, so that it grows with the lists and not with the archive. */
export interface Portrait {
  articles: number
  /** Articles in another language than English, which the lists know nothing of; not among `articles`. */
  foreign: number
  /** English articles on sports, recipes and the like; not among `articles`, either. */
  aside: number
  words: number
  /** Of `articles`, those on stories that other sources told, too. */
  onSharedStories: number
  /** Sums of rates per thousand words, one an article: a long article says no more than a short one. */
  readonly rates: Map<FramingGroup, number>
  readonly terms: Map<string, number>
  /** Articles that cite a source, by its id. */
  readonly cites: Map<string, number>
  /** Told by whole stories: that of no story, until `withChoices` lays it in. */
  readonly choice: FactChoice
}

/** Portraits with the choice of facts that their sources' stories show. */
export const withChoices =
  (portraitOf: (sourceId: string) => Portrait, choiceOf: (sourceId: string) => FactChoice) =>
  (sourceId: string): Portrait => ({ ...portraitOf(sourceId), choice: choiceOf(sourceId) })

/** In UTF-16 units: longer texts are read so far. */
const readsAtMost = 30_000
const remembersParagraphs = 20_000
const shortestText = 150
/** One article that harps on a word counts so often. */
const mostOfTerm = 3

/**
 * Portraits of sources from their articles, one article at a time in any number. A paragraph that a source printed before (a
 * slogan, a byline, an appeal) is read once. `ownNames`: what a source and its owner's other sources are called; no source's
 * own name counts for it.
 */
export class Portraits {
  readonly #citations: Citations
  readonly #ownNames: (sourceId: string) => readonly string[]
  readonly #portraits = new Map<string, Portrait>()
  readonly #paragraphs = new Map<string, Set<number>>()
  readonly #stories = new SharedStories()

  constructor(citations: Citations, ownNames: (sourceId: string) => readonly string[]) {
    this.#citations = citations
    this.#ownNames = ownNames
  }

  add(article: ReadArticle): void {
    const portrait = this.of(article.sourceId)
    if (article.lang !== null && !/^en\b/i.test(article.lang)) {
      portrait.foreign += 1
      return
    }
    const own = this.#withoutNames(article.sourceId, this.#fresh(article))
    const words = wordsIn(own)
    if (!isOfPublicAffairs(words)) {
      portrait.aside += 1
      return
    }
    portrait.articles += 1
    portrait.words += words.length
    const rates = new Map<FramingGroup, number>()
    for (const [term, count] of termsAmong(words)) {
      const counted = Math.min(count, mostOfTerm)
      const group = groupOfTerm.get(term)
      if (group === undefined) continue
      addTo(portrait.terms, term, counted)
      addTo(rates, group, (1000 * counted) / Math.max(words.length, shortestText))
    }
    for (const [group, rate] of rates) addTo(portrait.rates, group, rate)
    if (article.storyId !== null) this.#stories.add(article.sourceId, article.storyId, rates)
    for (const cited of this.#citations.in(own)) if (cited !== article.sourceId) addTo(portrait.cites, cited, 1)
  }

  /** An empty one of a source that has no article. */
  of(sourceId: string): Portrait {
    const known = this.#portraits.get(sourceId)
    if (known !== undefined) return known
    const made = {
      articles: 0,
      foreign: 0,
      aside: 0,
      words: 0,
      onSharedStories: 0,
      rates: new Map(),
      terms: new Map(),
      cites: new Map(),
      choice: noChoice,
    }
    this.#portraits.set(sourceId, made)
    return made
  }

  /** The portraits with the matter of their stories taken out of their rates, as far as other sources' tellings show it. */
  compared(): (sourceId: string) => Portrait {
    const excesses = this.#stories.excesses(commonRates([...this.#portraits.values()]))
    return (sourceId) => {
      const portrait = this.of(sourceId)
      const excess = excesses.get(sourceId)
      if (excess === undefined) return portrait
      const rates = new Map(
        framingGroups.map((group) => {
          const rate = (portrait.rates.get(group) ?? 0) - (excess.rates.get(group) ?? 0)
          return [group, Math.max(rate, 0)] as const
        }),
      )
      return { ...portrait, rates, onSharedStories: excess.articles }
    }
  }

  /** Title and paragraphs that the source did not print before. */
  #fresh({ sourceId, title, text }: ReadArticle): string {
    const seen = this.#paragraphs.get(sourceId) ?? new Set()
    this.#paragraphs.set(sourceId, seen)
    const paragraphs = [title, ...text.slice(0, readsAtMost).split(/\n+/)].filter((paragraph) => {
      const hash = hashOf(paragraph)
      if (seen.has(hash)) return false
      if (seen.size < remembersParagraphs) seen.add(hash)
      return true
    })
    return paragraphs.join('\n')
  }

  #withoutNames(sourceId: string, text: string): string {
    return this.#ownNames(sourceId).reduce((left, name) => (name === '' ? left : left.replaceAll(name, ' ')), text)
  }
}

/** Rates an article, over sources: a large one counts no more than one of `fullArticles`. */
function commonRates(portraits: readonly Portrait[]): Rates {
  const weightOf = ({ articles }: Portrait) => Math.min(articles, fullArticles)
  const total = portraits.reduce((sum, portrait) => sum + weightOf(portrait), 0) || 1
  const rateOf = (group: FramingGroup) =>
    portraits.reduce((sum, portrait) => {
      const { articles, rates } = portrait
      return articles === 0 ? sum : sum + (weightOf(portrait) * (rates.get(group) ?? 0)) / articles
    }, 0) / total
  return new Map(framingGroups.map((group) => [group, rateOf(group)]))
}
const fullArticles = 20

/** The words and pairs of neighbours that stand in a list, with how often. */
function termsAmong(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [at, word] of words.entries()) {
    if (groupOfTerm.has(word)) addTo(counts, word, 1)
    const pair = `${word} ${words[at + 1] ?? ''}`
    if (groupOfTerm.has(pair)) addTo(counts, pair, 1)
  }
  return counts
}

function addTo<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

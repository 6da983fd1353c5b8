import type { Article } from '../article/article.ts'
import { namesIn } from './names.ts'
import { numberTerms } from './numbers.ts'
import { countTerms, type Terms, wordTerms } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'
import { Words } from './words.ts'

/** Raised whenever `featuresOf` would answer otherwise: stored features of another version are made anew. */
export const featuresVersion = 1

/** What grouping knows of an article: sparse counts, plain values that can be sent from thread to thread. */
export interface Features {
  readonly version: number
  readonly title: Terms
  /** The first `leadTokens` words of the text; `body` is what follows. */
  readonly lead: Terms
  readonly body: Terms
  readonly names: Terms
  readonly numbers: Terms
}

const leadTokens = 60
const englishWords = new Words(true)
const otherWords = new Words(false)

/** Article → its terms by field. Takes any text in any script and never throws. */
export function featuresOf(article: Pick<Article, 'title' | 'text' | 'lang'>): Features {
  const words = article.lang === null || /^en\b/i.test(article.lang) ? englishWords : otherWords
  const title = tokensOf(article.title, words)
  const text = tokensOf(article.text, words)
  return {
    version: featuresVersion,
    title: wordTerms(title),
    lead: wordTerms(text, 0, leadTokens),
    body: wordTerms(text, leadTokens),
    names: namesOf(title, text),
    numbers: countTerms('number', numberTerms([...title, ...text])),
  }
}

/** Headline capitals are no names by themselves: without a text, an article has none. */
function namesOf(title: readonly Token[], text: readonly Token[]): Terms {
  const names = namesIn(text)
  const known = new Set(names)
  const inTitle = title.map((token) => token.word.text).filter((word) => known.has(word))
  return countTerms('name', [...names, ...inTitle])
}

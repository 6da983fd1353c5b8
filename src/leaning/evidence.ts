import type { RatedSide } from './coverage.ts'
import type { FactChoice } from './fact-choices.ts'
import { groupOfTerm } from './framing-words.ts'
import { logOddsZ, type Usage } from './log-odds.ts'
import type { Portrait } from './portraits.ts'
import type { SharedFacts } from './shared-facts.ts'

/** What an editor is shown of why a side was suggested. */
export interface Evidence {
  /** Words by which the source goes with rated sources of the side and against the others, the most telling first. */
  readonly words: readonly TellingWord[]
  /** How many of its articles were compared with other sources' on the same story. */
  readonly sharedStories: number
  /** Rated sources that it cites, the most cited first. */
  readonly cites: readonly Cited[]
  readonly facts: FactEvidence
}

/** Whose facts it carries, over stories that rated sources of two sides told, too. */
export interface FactEvidence extends SharedFacts {
  readonly stories: number
}

export interface TellingWord {
  readonly word: string
  readonly count: number
  /** Standard errors by which the source has it more often than the other sides. */
  readonly z: number
}

export interface Cited {
  readonly sourceId: string
  readonly name: string
  readonly side: RatedSide
  readonly articles: number
}

interface Known {
  readonly rated: readonly { readonly side: RatedSide; readonly portrait: Portrait }[]
  readonly sources: readonly { readonly id: string; readonly name: string; readonly side: RatedSide | null }[]
}

const shows = 8
const tellsFrom = 1

export function evidenceFor(side: RatedSide, portrait: Portrait, { rated, sources }: Known): Evidence {
  const own = rated.filter((one) => one.side === side).map((one) => one.portrait)
  const others = rated.filter((one) => one.side !== side).map((one) => one.portrait)
  const words = [...portrait.terms].flatMap(([word, count]) => {
    const elsewhere = usageOf(others, word)
    const z = logOddsZ({ count, words: portrait.words }, elsewhere)
    const ofSide = logOddsZ(usageOf(own, word), elsewhere)
    return z >= tellsFrom && ofSide >= tellsFrom ? [{ word, count, z, telling: Math.min(z, ofSide) }] : []
  })
  return {
    words: words
      .sort((a, b) => Number(isOfNoSide(a.word)) - Number(isOfNoSide(b.word)) || b.telling - a.telling)
      .slice(0, shows)
      .map(({ word, count, z }) => ({ word, count, z })),
    sharedStories: portrait.onSharedStories,
    cites: citesOf(portrait, sources),
    facts: factsOf(side, portrait.choice),
  }
}

const factsOf = (side: RatedSide, { stories, shared }: FactChoice): FactEvidence => ({ stories, ...shared[side] })

/** Manners of writing are shown after the names for things. */
const isOfNoSide = (word: string) => !['left', 'right'].includes(groupOfTerm.get(word) ?? '')

const wordsOfOne = 20_000

/** A word's use over sources, each as if it had written equally much: a large outlet does not speak for its side. */
function usageOf(portraits: readonly Portrait[], word: string): Usage {
  const rates = portraits.map(({ terms, words }) => (terms.get(word) ?? 0) / Math.max(words, 1))
  const count = rates.reduce((sum, rate) => sum + rate, 0) * wordsOfOne
  return { count, words: portraits.length * wordsOfOne }
}

function citesOf({ cites }: Portrait, sources: Known['sources']): Cited[] {
  return sources
    .flatMap(({ id, name, side }) => {
      const articles = cites.get(id)
      return side === null || articles === undefined ? [] : [{ sourceId: id, name, side, articles }]
    })
    .sort((a, b) => b.articles - a.articles)
    .slice(0, shows)
}

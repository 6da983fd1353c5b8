import { type RatedSide, ratedSides } from './coverage.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { featuresOf } from './features.ts'
import type { Portrait } from './portraits.ts'
import { type Example, fitSides, type SideModel } from './side-model.ts'

export interface SuggestSource {
  readonly id: string
  readonly name: string
  /** Sources of one owner count as one when sides are learned. */
  readonly owner: string | null
  /** By its ratings; null asks for a suggestion. */
  readonly side: RatedSide | null
}

export type Abstention = 'too-few-articles' | 'other-language' | 'other-matters' | 'too-few-rated' | 'unsure'

/** What a source's own articles say of its side. An editor accepts it; it is never a rating by itself. */
export type Suggestion =
  | {
      readonly kind: 'suggests'
      readonly sourceId: string
      readonly side: RatedSide
      /** The model's chance of this side. */
      readonly confidence: number
      /** On public affairs. */
      readonly articles: number
      readonly evidence: Evidence
    }
  | { readonly kind: 'abstains'; readonly sourceId: string; readonly because: Abstention; readonly articles: number }

export interface SuggestSettings {
  /** Fewer English articles say too little of a source, and so do fewer of these on public affairs. */
  readonly leastArticles: number
  readonly leastOnPublicAffairs: number
  /** A rated source of fewer is not learned from. */
  readonly leastArticlesOfRated: number
  /** A rated source with so many articles or more counts in full. */
  readonly fullArticles: number
  /** So many owners must be rated on each side. */
  readonly leastOwnersOfSide: number
  /** More likely than all else together, at 0.5. */
  readonly leastConfidence: number
  readonly ridge: number
}

export const suggestSettings: SuggestSettings = {
  leastArticles: 20,
  leastOnPublicAffairs: 15,
  leastArticlesOfRated: 5,
  fullArticles: 20,
  leastOwnersOfSide: 3,
  leastConfidence: 0.5,
  ridge: 5,
}

/** Of so many articles at least, with the same share of them on public affairs. */
export function withLeastArticles(leastArticles: number): SuggestSettings {
  const { leastArticles: usual, leastOnPublicAffairs } = suggestSettings
  return {
    ...suggestSettings,
    leastArticles,
    leastOnPublicAffairs: Math.ceil((leastArticles * leastOnPublicAffairs) / usual),
  }
}

/** Under which name and version a suggestion is stored; raised whenever the same articles would be judged otherwise. */
export const suggestMethod = 'words, facts and citations v3'

/** Sources and what their articles say → a suggestion or an abstention for each source without a side that has an article. */
export function suggestLeanings(
  sources: readonly SuggestSource[],
  portraitOf: (sourceId: string) => Portrait,
  settings: SuggestSettings = suggestSettings,
): Suggestion[] {
  const sideBySource = new Map(sources.flatMap(({ id, side }) => (side === null ? [] : [[id, side] as const])))
  const sideOf = (id: string) => sideBySource.get(id)
  const rated = sources.flatMap((source) => ratedOf(source, portraitOf(source.id), settings))
  const hasSides = ratedSides.every((side) => ownersOf(rated, side) >= settings.leastOwnersOfSide)
  const model = hasSides ? fitSides(examplesOf(rated, sideOf, settings), ratedSides.length, settings.ridge) : null
  return sources
    .filter(({ side }) => side === null)
    .map(({ id }) => ({ id, portrait: portraitOf(id) }))
    .filter(({ portrait }) => portrait.articles + portrait.foreign + portrait.aside > 0)
    .map(({ id, portrait }) => {
      const asked = { id, portrait, features: featuresOf(portrait, sideOf) }
      return suggestionOf(asked, { model, rated, sources }, settings)
    })
}

export interface Rated {
  readonly id: string
  readonly owner: string
  readonly side: RatedSide
  readonly portrait: Portrait
}

function ratedOf({ id, owner, side }: SuggestSource, portrait: Portrait, settings: SuggestSettings): Rated[] {
  if (side === null || portrait.articles < settings.leastArticlesOfRated) return []
  return [{ id, owner: owner ?? id, side, portrait }]
}

const ownersOf = (rated: readonly Rated[], side: RatedSide) =>
  new Set(rated.filter((one) => one.side === side).map(({ owner }) => owner)).size

/** The papers of a chain share one voice: together they count as one source of their side. */
function examplesOf(
  rated: readonly Rated[],
  sideOf: (id: string) => RatedSide | undefined,
  { fullArticles }: SuggestSettings,
): Example[] {
  const siblings = new Map<string, number>()
  for (const { owner, side } of rated) siblings.set(`${side} ${owner}`, (siblings.get(`${side} ${owner}`) ?? 0) + 1)
  return rated.map(({ owner, side, portrait }) => ({
    features: featuresOf(portrait, sideOf),
    of: ratedSides.indexOf(side),
    weight: Math.min(portrait.articles, fullArticles) / fullArticles / (siblings.get(`${side} ${owner}`) ?? 1),
  }))
}

interface Asked {
  readonly id: string
  readonly portrait: Portrait
  readonly features: readonly number[]
}

interface Known {
  readonly model: SideModel | null
  readonly rated: readonly Rated[]
  readonly sources: readonly SuggestSource[]
}

function suggestionOf({ id, portrait, features }: Asked, known: Known, settings: SuggestSettings): Suggestion {
  const { articles } = portrait
  const abstains = (because: Abstention): Suggestion => ({ kind: 'abstains', sourceId: id, because, articles })
  const tooFew = tooFewBecause(portrait, settings)
  if (tooFew !== null) return abstains(tooFew)
  if (known.model === null) return abstains('too-few-rated')
  const chances = known.model(features)
  const confidence = Math.max(...chances)
  const side = ratedSides[chances.indexOf(confidence)]
  if (side === undefined || confidence < settings.leastConfidence) return abstains('unsure')
  const evidence = evidenceFor(side, portrait, known)
  return { kind: 'suggests', sourceId: id, side, confidence, articles, evidence }
}

function tooFewBecause(portrait: Portrait, settings: SuggestSettings): Abstention | null {
  const { articles, aside, foreign } = portrait
  if (articles + aside < settings.leastArticles)
    return foreign > articles + aside ? 'other-language' : 'too-few-articles'
  return articles < settings.leastOnPublicAffairs ? 'other-matters' : null
}

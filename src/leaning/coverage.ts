import type { Article } from '../article/article.ts'
import { type Leaning, type Side, sideOf } from '../source/leaning.ts'
import type { IndependenceGroup } from '../story/story.ts'

export type RatedSide = Exclude<Side, 'unknown'>

/** What the catalogue says of a side: it has sources whose feeds can be read, has some but none readable, has none. */
export type SideState = 'readable' | 'feeds-down' | 'no-sources'
export type SideStates = Readonly<Record<RatedSide, SideState>>

export interface MissingSide {
  readonly side: RatedSide
  readonly because: 'silent' | 'feeds-down' | 'no-sources'
}

/** Who covers a story, counted. */
export interface CoverageCount {
  readonly articles: number
  readonly sources: number
  readonly independentSources: number
  /** Sources, not articles, by leaning; every leaning is there, 0 where none. */
  readonly byLeaning: Record<Leaning, number>
  readonly missing: readonly MissingSide[]
}

export const ratedSides = ['left', 'center', 'right'] as const satisfies RatedSide[]

const becauseOf = {
  readable: 'silent',
  'feeds-down': 'feeds-down',
  'no-sources': 'no-sources',
} as const satisfies Record<SideState, MissingSide['because']>

/**
 * "Did not cover" and "could not be read" are never confused: a missing side says which. A side is not silent on what
 * one source alone has told so far.
 */
export function coverageOf(
  articles: readonly Article[],
  groups: readonly IndependenceGroup[],
  states: SideStates,
): CoverageCount {
  // Backwards, so that the first article of an outlet whose opinion pages lean otherwise says where it is counted.
  const sources = new Map(articles.toReversed().map((article) => [article.source.id, article.source]))
  const byLeaning = noSources()
  for (const source of sources.values()) byLeaning[source.leaning] += 1
  const present = new Set(articles.map(({ source }) => sideOf(source.leaning)))
  const missing = ratedSides
    .filter((side) => !present.has(side))
    .map((side) => ({ side, because: becauseOf[states[side]] }))
    .filter(({ because }) => because !== 'silent' || sources.size > 1)
  return { articles: articles.length, sources: sources.size, independentSources: groups.length, byLeaning, missing }
}

function noSources(): Record<Leaning, number> {
  const none = { left: 0, 'lean-left': 0, center: 0, 'lean-right': 0, right: 0, unknown: 0 }
  return none satisfies Record<Leaning, number>
}

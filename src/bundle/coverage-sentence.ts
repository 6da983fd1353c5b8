import type { CoverageCount } from '../leaning/coverage.ts'
import { type Leaning, leanings } from '../source/leaning.ts'
import { computed } from './claims.ts'
import type { Claim, Evidence } from './document.ts'
import { capitalised, counted, inWords, listed } from './english.ts'

const leaningVerbs = {
  left: (many) => `${many ? 'are' : 'is'} rated left`,
  'lean-left': (many) => `${many ? 'lean' : 'leans'} left`,
  center: (many) => `${many ? 'are' : 'is'} rated center`,
  'lean-right': (many) => `${many ? 'lean' : 'leans'} right`,
  right: (many) => `${many ? 'are' : 'is'} rated right`,
  unknown: (many) => `${many ? 'have' : 'has'} no leaning rating`,
} as const satisfies Record<Leaning, (many: boolean) => string>

/** Who covers the story, in one computed sentence. */
export function coverageClaim(coverage: CoverageCount, names: readonly string[], articles: readonly Evidence[]): Claim {
  return computed(coverageText(coverage, names), 'coverage-count', [], articles)
}

function coverageText(
  { articles, sources, independentSources, byLeaning }: CoverageCount,
  names: readonly string[],
): string {
  if (sources === 1) {
    const only = leanings.find((leaning) => byLeaning[leaning] > 0) ?? 'unknown'
    return `${capitalised(counted(articles, 'article'))} ${articles === 1 ? 'covers' : 'cover'} this story so far, from ${names[0]}, which ${leaningVerbs[only](false)}.`
  }
  const independent =
    independentSources < sources ? `, ${inWords(independentSources)} of them independent of each other,` : ''
  const sides = leanings
    .filter((leaning) => byLeaning[leaning] > 0)
    .map(
      (leaning) =>
        `${byLeaning[leaning] === sources ? 'all' : inWords(byLeaning[leaning])} ${leaningVerbs[leaning](byLeaning[leaning] > 1)}`,
    )
  return `${capitalised(counted(sources, 'outlet'))}${independent} ${sources === articles ? 'cover' : `give this story ${counted(articles, 'article')}`}${sources === articles ? ' this story' : ''}: ${listed(sides)}.`
}

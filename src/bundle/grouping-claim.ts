import type { Reading } from '../fact/readings.ts'
import type { Grouping } from '../perspective/groups.ts'
import { articlesOf, computed } from './claims.ts'
import type { Claim } from './document.ts'
import { inWords, listed } from './english.ts'

/** Why a story's articles stand in these groups, in plain words; null where there is one group. */
export function groupingClaim(grouping: Grouping, readings: readonly Reading[]): Claim | null {
  const { groups, by, ways, alikest } = grouping
  if (groups.length < 2) return null
  const best =
    alikest === null
      ? 'none explains what the articles differ in better than chance.'
      : 'this one explains best what the articles differ in.'
  const chosen = ways < 2 ? '.' : `: of ${inWords(ways)} possible ways, ${best}`
  const text = `Grouped by the ${listed(by)} of the outlets${chosen}${alikestSentence(grouping)}`
  return computed(text, 'grouping', by, articlesOf(readings))
}

function alikestSentence({ alikest }: Grouping): string {
  if (alikest === null || alikest.shared < 2) return ''
  return ` Most alike are the articles of ${alikest.label}, which share ${inWords(alikest.shared)} facts, voices and words that no other article has.`
}

import { outletName } from '../article/outlet-name.ts'
import type { Reading } from '../fact/readings.ts'
import type { Group, Grouping } from '../perspective/groups.ts'
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
  const text = `Grouped by the ${listed(by)} of the outlets${chosen}${alikestSentence(grouping)}${(['left', 'right'] as const).map((side) => elsewhere(side, groups)).join('')}`
  return computed(text, 'grouping', by, articlesOf(readings))
}

function alikestSentence({ alikest }: Grouping): string {
  if (alikest === null || alikest.shared < 2) return ''
  return ` Most alike are the articles of ${alikest.label}, which share ${inWords(alikest.shared)} facts, voices and words that no other article has.`
}

/** Where a side has no group of its own, since a government directs all its outlets, where these are. */
function elsewhere(side: 'left' | 'right', groups: readonly Group[]): string {
  if (groups.some(({ label }) => label.toLowerCase().startsWith(`${side}-leaning`))) return ''
  const places = groups.flatMap(({ label, members }) => {
    const outlets = members.filter((member) => member.side === side).map(({ article }) => outletName(article.source))
    const names = [...new Set(outlets)]
    return names.length === 0 ? [] : [`${listed(names)} ${names.length === 1 ? 'is' : 'are'} among ${label}`]
  })
  return places.length === 0 ? '' : ` No group is of ${side}-leaning media alone: ${places.join('; ')}.`
}

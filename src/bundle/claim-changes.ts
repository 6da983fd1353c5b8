import { stemsIn } from '../fact/stems.ts'
import type { Change } from './change.ts'
import type { Claim } from './document.ts'

/** Article ids → outlet and title, as a version of a bundle lists them. */
export type Names = ReadonlyMap<string, string>

/** A list of sentences in the older and the newer version. */
export interface Lists {
  readonly old: readonly Claim[]
  readonly young: readonly Claim[]
  readonly names: Names
  readonly newNames: Names
}

/** How one list of sentences becomes another. */
export function claimChanges(part: string, { old, young, names, newNames }: Lists): Change[] {
  const pairs = pairsOf(old, young)
  const left = old.filter((claim) => !pairs.some(({ from }) => from === claim))
  const kept = pairs.filter(({ from, to }) => from.text === to.text)
  const moved = inPlace(
    kept.map(({ from }) => old.indexOf(from)),
    kept.map(({ to }) => young.indexOf(to)),
  )
  return [
    ...young.flatMap((claim): Change[] => {
      const from = pairs.find(({ to }) => to === claim)?.from
      if (from === undefined) return [{ part, kind: 'added', before: null, after: claim.text }]
      if (from.text !== claim.text) return [{ part, kind: 'reworded', before: from.text, after: claim.text }]
      return restsOn(part, claim, outletsOf(from, names), outletsOf(claim, newNames))
    }),
    ...left.map(({ text }): Change => ({ part, kind: 'removed', before: text, after: null })),
    ...(moved ? [] : [{ part, kind: 'reordered' as const, before: null, after: null }]),
  ]
}

/** Whether what stayed stands in the order in which it stood. */
function inPlace(before: readonly number[], after: readonly number[]): boolean {
  const order = after.toSorted((a, b) => a - b).map((place) => before[after.indexOf(place)] ?? 0)
  return order.every((place, at) => at === 0 || place > (order[at - 1] ?? 0))
}

function restsOn(part: string, { text }: Claim, before: string, after: string): Change[] {
  if (before === after) return []
  return [{ part, kind: 'rests-on', before: `“${text}” on ${before}`, after: `“${text}” on ${after}` }]
}

const outletsOf = ({ evidence }: Claim, names: Names) =>
  [...new Set(evidence.map(({ article }) => names.get(article) ?? 'an article of the archive'))].sort().join('; ') ||
  'no article'

/** Words in common from which a sentence counts as another one's new wording, 0 to 1. */
const rewordedAt = 0.4

/** 0 to 1: how many of the words that carry matter two sentences share. */
function likeness(one: string, other: string): number {
  const [a, b] = [stemsIn(one), stemsIn(other)]
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

/** Which sentence became which: the same words first, then the likest; one that stands alone in its part became the other. */
function pairsOf(old: readonly Claim[], young: readonly Claim[]): { from: Claim; to: Claim }[] {
  const pairs: { from: Claim; to: Claim }[] = []
  const free = new Set(old)
  const take = (to: Claim, from: Claim | undefined) => {
    if (from === undefined) return
    free.delete(from)
    pairs.push({ from, to })
  }
  for (const claim of young)
    take(
      claim,
      [...free].find(({ text }) => text === claim.text),
    )
  const open = young.filter((claim) => !pairs.some(({ to }) => to === claim))
  const likely = open
    .flatMap((to) => [...free].map((from) => ({ from, to, alike: likeness(from.text, to.text) })))
    .filter(({ alike }) => alike >= rewordedAt || (old.length === 1 && young.length === 1))
    .sort((a, b) => b.alike - a.alike)
  for (const { from, to } of likely) if (free.has(from) && !pairs.some((pair) => pair.to === to)) take(to, from)
  return pairs
}

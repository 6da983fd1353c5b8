import type { BundleDocument } from '../bundle/document.ts'
import { sections } from '../bundle/section.ts'

type Weighed = Pick<BundleDocument, 'story' | 'section' | 'coverage' | 'lastPublishedAt'>

/** A section of the day's page with its bundles, weightiest first. */
export interface Shelf<B extends Weighed> {
  readonly section: string
  readonly bundles: readonly B[]
}

/** Hours after which a story weighs half: yesterday's large story stands below today's of the same size. */
const halfLifeHours = 18

/**
 * Bundles → the day's shelves in the order of the page; shelves without a bundle are left out, sections that the
 * catalogue of shelves does not know come last. `now` decides how recent a story is.
 */
export function shelvesOf<B extends Weighed>(bundles: readonly B[], now: Date): readonly Shelf<B>[] {
  const own = bundles.map((bundle) => bundle.section).filter((section) => !sections.some((known) => known === section))
  return [...new Set([...sections, ...own.sort()])]
    .map((section) => ({ section, bundles: byWeight(on(section, bundles), now) }))
    .filter((shelf) => shelf.bundles.length > 0)
}

/** Independent sources count most, then how many sides speak; both fade with the hours since the last article. */
export function weightOf({ coverage, lastPublishedAt }: Weighed, now: Date): number {
  const sides = presentSides(coverage.byLeaning).length
  const size = Math.log2(1 + coverage.independentSources) + 0.5 * sides
  if (lastPublishedAt === null) return size / 2
  const hours = Math.max(0, (now.getTime() - Date.parse(lastPublishedAt)) / 3_600_000)
  return size * 0.5 ** (hours / halfLifeHours)
}

const on = <B extends Weighed>(section: string, bundles: readonly B[]) =>
  bundles.filter((bundle) => bundle.section === section)

/** Bundles of any section, weightiest first; ties go by story. */
export function byWeight<B extends Weighed>(bundles: readonly B[], now: Date): readonly B[] {
  return bundles
    .map((bundle) => ({ bundle, weight: weightOf(bundle, now) }))
    .sort((a, b) => b.weight - a.weight || (a.bundle.story < b.bundle.story ? -1 : 1))
    .map(({ bundle }) => bundle)
}

function presentSides(byLeaning: Weighed['coverage']['byLeaning']): readonly string[] {
  const sides = [
    ['left', byLeaning.left + byLeaning['lean-left']],
    ['center', byLeaning.center],
    ['right', byLeaning.right + byLeaning['lean-right']],
  ] as const
  return sides.filter(([, count]) => count > 0).map(([side]) => side)
}

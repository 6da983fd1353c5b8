import type { ArticleId } from '../article/article.ts'
import type { Fact } from '../fact/facts.ts'
import type { Reading } from '../fact/readings.ts'
import type { Voice } from '../fact/voices.ts'
import { ordinaryWords } from '../story/ordinary-words.ts'

/** Something that some reports of a story have and others have not: a fact, a voice, a word. */
export interface Trait {
  /** For each report, in their order. */
  readonly has: readonly boolean[]
  /** How many have it: two at least, and not all. */
  readonly having: number
  /** How much of a writer's decision it is: 1 for a sentence, less for one of its words. */
  readonly weight: number
}

/** One report of a story: an article, and those that print its text. */
export type Report = readonly Reading[]

/** Words that stand in this share of all news say nothing of one story. */
const ordinary = 0.025
/** More would cost time and tell nothing more. */
const mostOfASort = 300

/**
 * What the reports of a story differ in: the facts that they carry, the voices that they quote, the words and names that they use, also
 * within quotations. A sentence is one decision of its writer, so that its words together count as one trait.
 */
export function traitsOf(
  reports: readonly Report[],
  facts: readonly Fact[],
  voices: readonly Voice[],
): readonly Trait[] {
  const reportOf = new Map(
    reports.flatMap((report, at) => report.map(({ article }): [ArticleId, number] => [article.id, at])),
  )
  const whole = (sort: readonly (readonly ArticleId[])[]) =>
    sort.map((articles) => new Set(articles.flatMap((id) => reportOf.get(id) ?? [])))
  const words = wordsIn(reports)
  const sentences = reports.reduce((sum, [first]) => sum + (first?.statements.length ?? 0), 0)
  const uses = words.reduce((sum, { size }) => sum + size, 0)
  return [
    ...traits(whole(facts.map(({ carriers }) => carriers)), 1, reports.length),
    ...traits(whole(voices.map(({ articles }) => articles)), 1, reports.length),
    ...traits(words, Math.min(1, sentences / Math.max(1, uses)), reports.length),
  ]
}

/** What all have tells no two apart, and what one has no two together. */
function traits(sort: readonly ReadonlySet<number>[], weight: number, reports: number): Trait[] {
  const shared = sort.filter(({ size }) => size > 1 && size < reports)
  return shared
    .toSorted((a, b) => b.size - a.size)
    .slice(0, mostOfASort)
    .map((at) => ({ weight, having: at.size, has: Array.from({ length: reports }, (_, report) => at.has(report)) }))
}

/** The reports that use each word. */
function wordsIn(reports: readonly Report[]): readonly ReadonlySet<number>[] {
  const words = new Map<string, Set<number>>()
  for (const [at, report] of reports.entries()) {
    for (const { mentions, flaws } of report.flatMap(({ statements }) => statements)) {
      if (flaws.includes('page-furniture')) continue
      for (const stem of mentions.stems) {
        if ((ordinaryWords.get(stem) ?? 0) > ordinary) continue
        words.set(stem, (words.get(stem) ?? new Set<number>()).add(at))
      }
    }
  }
  return [...words.values()]
}

import type { Score } from '../../../src/story/evaluate.ts'

/** Sums over articles, to be added up over folds. */
export interface Judged {
  articles: number
  precision: number
  recall: number
  /** Others of its story that an article is put together with, all others that it is put together with, all that it should be. */
  together: number
  found: number
  gold: number
}

export const nothingJudged = (): Judged => ({ articles: 0, precision: 0, recall: 0, together: 0, found: 0, gold: 0 })

/**
 * Judges the articles whose gold story is `judged`, each within the whole clustering, and adds to `sums`: so every article may be
 * judged by a model that has not seen its story, and still stand among all others.
 */
export function judge(
  found: readonly string[],
  gold: readonly string[],
  judged: (story: string) => boolean,
  sums: Judged,
): void {
  const foundSizes = counted(found)
  const goldSizes = counted(gold)
  const both = counted(found.map((story, at) => `${story}\n${gold[at]}`))
  for (const [at, story] of gold.entries()) {
    if (!judged(story)) continue
    const common = both.get(`${found[at]}\n${story}`) ?? 0
    const [inFound, inGold] = [foundSizes.get(found[at] ?? '') ?? 1, goldSizes.get(story) ?? 1]
    sums.articles += 1
    sums.precision += common / inFound
    sums.recall += common / inGold
    sums.together += common - 1
    sums.found += inFound - 1
    sums.gold += inGold - 1
  }
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export const bCubedOf = ({ articles, precision, recall }: Judged): Score =>
  scored(precision / articles, recall / articles)

export const pairwiseOf = ({ together, found, gold }: Judged): Score =>
  scored(found === 0 ? 1 : together / found, gold === 0 ? 1 : together / gold)

const scored = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
})

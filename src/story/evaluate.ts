import type { ArticleId } from '../article/article.ts'

/** One line of a clustering: this article is in that story. Story ids of the two sides need not be alike. */
export interface Membership {
  readonly id: ArticleId
  readonly story: string
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Pairs of judged articles that share a story: in both clusterings, as found, and in gold. */
export interface PairCounts {
  readonly together: number
  readonly found: number
  readonly gold: number
}

export interface Evaluation {
  /** Articles that stand in both; others are left out. */
  readonly articles: number
  /** Articles of gold that were not found. */
  readonly missing: number
  readonly bCubed: Score
  readonly pairwise: Score
  readonly pairs: PairCounts
  /** B-cubed F1 of putting every article into a story of its own: what doing nothing earns. */
  readonly singletonFloor: number
}

/** One article with its story on either side. */
export interface Judged {
  readonly id: ArticleId
  readonly found: string
  readonly gold: string
}

/** The articles that stand in both, in the order of `found`; each side names an article once. */
export function judgedArticles(found: readonly Membership[], gold: readonly Membership[]): Judged[] {
  const truth = new Map(gold.map((row) => [row.id, row.story]))
  return found.flatMap(({ id, story }) => {
    const gold = truth.get(id)
    return gold === undefined ? [] : [{ id, found: story, gold }]
  })
}

/** A clustering against gold, both as {id, story} pairs. */
export function evaluateStories(found: readonly Membership[], gold: readonly Membership[]): Evaluation {
  const both = judgedArticles(found, gold)
  const floor = both.map((row, at) => ({ ...row, found: String(at) }))
  const pairs = pairCounts(both)
  return {
    articles: both.length,
    missing: gold.length - both.length,
    bCubed: bCubed(both),
    pairwise: pairwise(pairs),
    pairs,
    singletonFloor: bCubed(floor).f1,
  }
}

function bCubed(rows: readonly Judged[]): Score {
  const sizes = cellSizes(rows)
  let precision = 0
  let recall = 0
  for (const cell of sizes.cells.values()) {
    precision += cell.size ** 2 / (sizes.found.get(cell.found) ?? 1)
    recall += cell.size ** 2 / (sizes.gold.get(cell.gold) ?? 1)
  }
  return rows.length === 0 ? score(1, 1) : score(precision / rows.length, recall / rows.length)
}

/** Of the pairs put together, how many belong together, and the other way round. No pairs at all are no mistake. */
function pairwise({ together, found, gold }: PairCounts): Score {
  return score(found === 0 ? 1 : together / found, gold === 0 ? 1 : together / gold)
}

function pairCounts(rows: readonly Judged[]): PairCounts {
  const sizes = cellSizes(rows)
  return {
    together: sum([...sizes.cells.values()].map((cell) => pairsOf(cell.size))),
    found: sum([...sizes.found.values()].map(pairsOf)),
    gold: sum([...sizes.gold.values()].map(pairsOf)),
  }
}

function cellSizes(rows: readonly Judged[]) {
  const cells = new Map<string, { found: string; gold: string; size: number }>()
  const found = new Map<string, number>()
  const gold = new Map<string, number>()
  for (const row of rows) {
    const key = JSON.stringify([row.found, row.gold])
    cells.set(key, { ...row, size: (cells.get(key)?.size ?? 0) + 1 })
    found.set(row.found, (found.get(row.found) ?? 0) + 1)
    gold.set(row.gold, (gold.get(row.gold) ?? 0) + 1)
  }
  return { cells, found, gold }
}

/** How many pairs so many articles make. */
export const pairsOf = (size: number) => (size * (size - 1)) / 2
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function score(precision: number, recall: number): Score {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

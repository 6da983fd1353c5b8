/** How often a word stands among how many words. */
export interface Usage {
  readonly count: number
  readonly words: number
}

/** Words of the prior: as if each group had written so many words in the common way before. */
const priorWords = 10_000

/**
 * By how many standard errors a word is more frequent in one group than in the other: log-odds with an informative Dirichlet
 * prior, which is the word's frequency in both together (Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis
 * 2008). 0 where neither group has the word.
 */
export function logOddsZ(one: Usage, other: Usage): number {
  const all = one.count + other.count
  if (all === 0) return 0
  const prior = (priorWords * all) / Math.max(one.words + other.words, 1)
  const odds = ({ count, words }: Usage) => Math.log((count + prior) / Math.max(words + priorWords - count - prior, 1))
  const variance = 1 / (one.count + prior) + 1 / (other.count + prior)
  return (odds(one) - odds(other)) / Math.sqrt(variance)
}
